import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { libraryMounts } from './walls.ts';

test('a library folder that links to another one is a link inside; one that links elsewhere is mounted', async () => {
	const root = await mkdtemp(join(tmpdir(), 'passerelle-libraries-'));
	onTestFinished(() => rm(root, { recursive: true }));
	await mkdir(join(root, 'usr/lib'), { recursive: true });
	await mkdir(join(root, 'opt/lib64'), { recursive: true });
	await symlink('usr/lib', join(root, 'lib'));
	await symlink('/nowhere/lib32', join(root, 'lib32'));
	await symlink('opt/lib64', join(root, 'lib64'));
	const [lib, lib32, lib64, none, real] = ['lib', 'lib32', 'lib64', 'libx32', 'usr/lib'].map((name) =>
		join(root, name)
	) as [string, string, string, string, string];
	expect(libraryMounts([lib, lib32, lib64, none, real])).toEqual([
		...['--symlink', 'usr/lib', lib],
		...['--ro-bind', lib64, lib64],
		...['--ro-bind', real, real]
	]);
});
