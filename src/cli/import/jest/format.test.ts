import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { jestFormat } from './format.ts';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'passerelle-jest-'));
	await mkdir(join(folder, 'solution'));
	await writeFile(join(folder, 'one.js'), '');
	await writeFile(join(folder, 'solution/one-solution.js'), 'module.exports = 1;\n');
	await writeFile(join(folder, 'one.spec.js'), "test('one', () => expect(require('./one')).toBe(1));\n");
});
afterEach(() => rm(folder, { recursive: true }));

test.each([
	['Ada Example <ada@example.org> (https://example.org)', ['Ada Example']],
	[`Ada${' '.repeat(1_000_000)}Example`, ['Ada']],
	['(https://example.org)', []]
])('of an author as package.json writes it only the name stays', async (author, authors) => {
	const json = { repository: 'https://example.org/exercises', author };
	await writeFile(join(folder, 'package.json'), JSON.stringify(json));
	const results = [];
	for await (const one of jestFormat.read(folder, new AbortController().signal)) results.push(one);
	expect(results).toMatchObject([{ ok: true, exercise: { origin: { authors } } }]);
});
