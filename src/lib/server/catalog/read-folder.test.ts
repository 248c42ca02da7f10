import { cp, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KNOWN_LIMITS } from '../../contract/exercise.ts';
import { folderBuffer, readExercise } from './read-folder.ts';

const ID = 'programming/twice';
let root: string;
let folder: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'passerelle-'));
	folder = join(root, ID);
	await cp('tests/fixtures/folders/ok', folder, { recursive: true });
	await rm(join(folder, '_expect.json'));
});
afterEach(() => rm(root, { recursive: true }));

const problems = async (): Promise<string[]> => {
	const read = readExercise(root, ID);
	return read.ok ? [] : read.problems.map(({ code, file }) => `${code} ${file}`);
};

test('reads a good folder', async () => {
	const read = readExercise(root, ID);
	expect(read).toMatchObject({
		ok: true,
		exercise: { id: ID, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }
	});
});

test('names what the folder lacks', async () => {
	await rm(join(folder, 'brief.nl.md'));
	expect(await problems()).toEqual([`missing-language ${ID}/brief.nl.md`]);
});

test('follows no link to a file or folder', async () => {
	await symlink('/etc/hostname', join(folder, 'start/secret.js'));
	await symlink('/etc', join(folder, 'tests/etc'));
	expect(await problems()).toEqual([`unsafe-path ${ID}/start/secret.js`, `unsafe-path ${ID}/tests/etc`]);
});

test('reads no more of a file than a file may have', async () => {
	const big = join(folder, 'tests/data.js');
	await writeFile(big, 'x');
	await truncate(big, 5 * 1024 ** 3);
	expect(await problems()).toEqual([`file-too-large ${ID}/tests/data.js`]);
});

test('stops at a folder with too many files', async () => {
	await mkdir(join(folder, 'tests/many'));
	await Promise.all(
		Array.from({ length: 600 }, (_, index) => writeFile(join(folder, `tests/many/${index}.js`), 'x'))
	);
	expect(await problems()).toEqual([`folder-too-large ${ID}`]);
});

test('stops at a folder that is too deep', async () => {
	await mkdir(join(folder, 'tests/a/a/a/a/a/a/a/a/a'), { recursive: true });
	expect(await problems()).toEqual([`folder-too-large ${ID}`]);
});

test('what is read of one folder is not changed by what is read of the next into the same memory', async () => {
	const buffer = folderBuffer();
	const other = 'programming/other';
	await cp(folder, join(root, other), { recursive: true });
	await writeFile(join(root, other, 'brief.en.md'), 'Something else.');
	const first = readExercise(root, ID, { buffer });
	const second = readExercise(root, other, { buffer });
	expect([first, second]).toEqual([readExercise(root, ID), readExercise(root, other)]);
	expect(first).not.toMatchObject({ exercise: { brief: { en: 'Something else.' } } });
});

test('a folder may hold as much as a folder may hold, in files as large as a file may be', async () => {
	const full = Buffer.alloc(KNOWN_LIMITS.fileBytes, 'x');
	const count = KNOWN_LIMITS.folderBytes / KNOWN_LIMITS.fileBytes;
	// The other files of the folder are what is too much.
	await Promise.all(
		Array.from({ length: count }, (_, index) => writeFile(join(folder, `tests/data-${index}.js`), full))
	);
	expect(await problems()).toEqual([`folder-too-large ${ID}`]);
	await rm(join(folder, 'tests/data-0.js'));
	expect(await problems()).toEqual([]);
});
