import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findChromium } from './find-chromium.ts';

/** A program that is on every machine that runs this. */
const HERE = realpathSync(process.execPath);

test.each([
	[{ CHROMIUM: HERE }, [], { path: HERE }],
	[{ CHROMIUM: '/none' }, [HERE], { path: null, reason: 'browser-wrong' }],
	[{ CHROMIUM: ' off ' }, [HERE], { path: null, reason: 'browser-off' }],
	[{ CHROMIUM: '' }, ['/none', HERE], { path: HERE }],
	[{}, ['/none'], { path: null, reason: 'browser-not-installed' }]
])('%j among %j is %j', (env, candidates, found) => {
	expect(findChromium(env, candidates)).toEqual(found);
});

/** A folder of programs: a script begins with "#!". */
function folderOf(programs: Readonly<Record<string, string>>): string {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'chromium-')));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	for (const [path, text] of Object.entries(programs)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
		chmodSync(join(folder, path), 0o755);
	}
	return folder;
}

const SCRIPT = '#!/bin/sh';
test.each([
	['a package of Chrome', { 'opt/google/chrome/google-chrome': SCRIPT, 'opt/google/chrome/chrome': '' }, 1],
	[
		'a package of Fedora',
		{ 'lib64/chromium/chromium-browser.sh': SCRIPT, 'lib64/chromium/chromium-browser': '' },
		1
	],
	['a program that has no script', { 'opt/thorium/thorium': '' }, 0],
	['a script with no program beside it', { 'opt/snap/chromium.sh': SCRIPT, 'opt/snap/chrome': SCRIPT }, 0]
])('a link in bin/ leads to the program itself, in its own folder: %s', (_, programs, program) => {
	const folder = folderOf(programs);
	const paths = Object.keys(programs).map((path) => join(folder, path));
	mkdirSync(join(folder, 'bin'));
	const link = join(folder, 'bin/browser');
	symlinkSync(paths[0]!, link);
	expect(findChromium({ CHROMIUM: link })).toEqual({ path: paths[program] });
	expect(findChromium({}, [link])).toEqual({ path: paths[program] });
});
