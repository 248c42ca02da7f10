import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ForeignResult } from '../../src/cli/import/format.ts';
import { workshopperFormat } from '../../src/cli/import/workshopper/format.ts';
import { openNativeSession } from '../support/native-session.ts';

/** As learnyounode and functional-javascript-workshop lie in their packages. */
const FILES: Readonly<Record<string, string>> = {
	'package.json': '{ "license": "MIT", "repository": "https://example.org/classic" }',
	'menu.json': '["HELLO WORLD", "BABY STEPS", "NO SOLUTION"]',
	'exercises/hello_world/exercise.js': 'module.exports = require("workshopper-exercise")();\n',
	'exercises/hello_world/problem.md': 'Write a program that prints {bold:HELLO} to the console.\n',
	'exercises/hello_world/problem.fr.md': 'Écris un programme qui affiche {bold:HELLO}.\n',
	'exercises/hello_world/solution/solution.js': "console.log('HELLO');\n",
	'exercises/baby_steps/exercise.js': 'exercise.addSetup(function () { this.submissionArgs = [1, 2]; });\n',
	'exercises/baby_steps/problem.md': 'Add the numbers.\n',
	'exercises/baby_steps/solution/solution.js': 'console.log(process.argv.length);\n',
	'exercises/no_solution/problem.md': 'Nobody knows.\n'
};

let folder = '';
const results: ForeignResult[] = [];
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'passerelle-classic-'));
	for (const [path, content] of Object.entries(FILES)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), content);
	}
	const session = await openNativeSession();
	const { signal } = new AbortController();
	for await (const one of workshopperFormat.read(folder, signal, { session })) results.push(one);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('exercises are found in their own folders, in the order of the menu, with their French text', () => {
	expect(results.map((one) => (one.ok ? one.exercise.name : one.name))).toEqual([
		'hello_world',
		'baby_steps',
		'no_solution'
	]);
	expect(results[0]).toMatchObject({
		ok: true,
		exercise: {
			title: { en: 'Hello world' },
			brief: {
				en: 'Write a program that prints HELLO to the console.',
				fr: 'Écris un programme qui affiche HELLO.'
			},
			solution: { 'hello_world.js': "console.log('HELLO');\n" }
		}
	});
});

test('a program that its check gives something to work on is refused: only what is printed can be compared', () => {
	expect(results[1]).toMatchObject({ ok: false, reason: expect.stringContaining('arguments, files') });
	expect(results[2]).toMatchObject({ ok: false, reason: expect.stringContaining('no solution') });
});
