import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ForeignExercise } from '../../src/cli/import/format.ts';
import { importCollection, type ImportOptions } from '../../src/cli/import/import-collection.ts';
import { openSetup, type Setup } from '../../src/cli/setup.ts';

const foreign = (name: string): ForeignExercise => ({
	name,
	title: { en: name },
	brief: { en: 'Give one.' },
	hints: {},
	need: 'worker',
	start: { 'main.js': '' },
	fixed: [],
	entry: 'main.js',
	tests: {
		'tests/main.test.js':
			"import { expect, test } from 'vitest';\nimport { one } from '../start/main.js';\ntest('one', () => expect(one).toBe(1));\n"
	},
	solution: { 'main.js': `export const one = 1; // ${name}\n` },
	origin: { source: 'https://example.org/', licence: 'MIT', authors: [] },
	level: 1,
	minutes: 5,
	skills: ['javascript'],
	prerequisites: [],
	allowPrototype: false,
	skippedTests: 0,
	remarks: []
});

let setup: Setup;
let out: string;
const options = (names: readonly string[], signal: AbortSignal): ImportOptions => ({
	found: names.map((name) => ({ ok: true, exercise: foreign(name) })),
	out,
	track: 'jest',
	force: true,
	setup: { ...setup },
	signal
});
const inTrack = (): string[] => readdirSync(join(out, 'jest')).sort();

beforeAll(async () => {
	setup = await openSetup('native', new AbortController().signal);
	out = await mkdtemp(join(tmpdir(), 'passerelle-stopped-'));
});
afterAll(async () => {
	await setup.dispose();
	await rm(out, { recursive: true });
});

test('an import that is stopped while it replaces a folder leaves a whole one, and nothing beside it', async () => {
	const stop = new AbortController();
	await importCollection(options(['first'], stop.signal));
	await writeFile(join(out, 'jest/first/brief.en.md'), 'Written by a coach.\n');
	const held = options(['first', 'second'], stop.signal);
	// The second is tried until the command is stopped.
	held.setup.collect = (from, owner) =>
		from.files['main.js']?.includes('second')
			? new Promise((_, reject) => stop.signal.addEventListener('abort', () => reject(stop.signal.reason)))
			: setup.collect(from, owner);
	const look = (): void => {
		if (inTrack().some((name) => name.startsWith('.first'))) stop.abort(new Error('Stopped.'));
		else setImmediate(look);
	};
	look();
	await expect(importCollection(held)).rejects.toThrow('Stopped.');
	expect(inTrack()).toEqual(['first']);
	expect(await readFile(join(out, 'jest/first/brief.en.md'), 'utf8')).toBe('Give one.\n');
});

test('a description that is wrong is named, not the texts that seem to be missing then', async () => {
	const given = options(['first'], new AbortController().signal);
	const wrong = { ...foreign('first'), minutes: 0 };
	const [refused] = await importCollection({ ...given, found: [{ ok: true, exercise: wrong }] });
	expect(refused).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(/^exercise\.json: /) });
});
