import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundlePackages, PackagesError } from './bundle-packages.ts';

/** A coach's repository with installed packages, and an exercise below it. */
let repository = '';
let exercise = '';

async function install(name: string, version: string, code: string): Promise<void> {
	const folder = join(repository, 'node_modules', name);
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'package.json'), JSON.stringify({ name, version, main: 'index.js' }));
	await writeFile(join(folder, 'index.js'), code);
}

beforeAll(async () => {
	repository = await mkdtemp(join(tmpdir(), 'passerelle-packages-'));
	exercise = join(repository, 'exercises', 'one');
	await mkdir(exercise, { recursive: true });
	await install('twice', '1.2.3', 'module.exports = (x) => require("node:path").posix.join(x, x);');
	await install('@coach/scoped', '2.0.0', 'exports.three = 3;');
	await install('spawner', '1.0.0', 'require("child_process").execSync("true");');
	await install('half', '1.0.0', 'require("not-installed");');
	await install('broken', '1.0.0', 'export const = 1;');
});
afterAll(() => rm(repository, { recursive: true, force: true }));

async function failure(versions: Readonly<Record<string, string>>): Promise<string> {
	const error: unknown = await bundlePackages(exercise, versions).catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(PackagesError);
	return (error as PackagesError).message;
}

test('an exercise without packages has no script', async () => {
	expect(await bundlePackages(exercise, {})).toBeNull();
});

test('packages are found above the exercise, and get Node’s modules from who runs them', async () => {
	const code = await bundlePackages(exercise, { twice: '1.2.3', '@coach/scoped': '2.0.0' });
	const asked: string[] = [];
	const require = (name: string) => {
		asked.push(name);
		return { posix: { join: (a: string, b: string) => `${a}/${b}` } };
	};
	const run = new Function('require', code!) as (
		from: typeof require
	) => Record<string, Record<string, unknown>>;
	const exports = run(require);
	expect((exports.twice!.default as (x: string) => string)('a')).toBe('a/a');
	expect(exports['@coach/scoped']!.three).toBe(3);
	expect(asked.map((name) => name.replace(/^node:/, ''))).toEqual(['path']);
});

test('exercises outside of the site find the site’s own packages', async () => {
	const outside = await mkdtemp(join(tmpdir(), 'passerelle-outside-'));
	const scripts = [await bundlePackages(outside, { twice: '1.2.3' }, repository)];
	await expect(bundlePackages(outside, { twice: '1.2.3' }, outside)).rejects.toThrow('is not installed');
	expect(scripts[0]).toContain('posix.join');
	await rm(outside, { recursive: true });
});

test('a package that is missing names the command that installs it', async () => {
	expect(await failure({ nowhere: '3.1.0' })).toBe(
		'The package "nowhere" is not installed; exercise.json asks for 3.1.0. Run: npm install --save-exact nowhere@3.1.0'
	);
});

test('another version than the exercise asks for is an error', async () => {
	expect(await failure({ twice: '1.2.4' })).toBe(
		'The package "twice" is installed in version 1.2.3; exercise.json asks for 1.2.4. Run: npm install --save-exact twice@1.2.4'
	);
});

test('a package that uses a module of Node that exercises do not have is an error that names both', async () => {
	const message = await failure({ spawner: '1.0.0' });
	expect(message).toContain('it uses "child_process", which exercises do not have');
	expect(message).toContain('spawner/index.js');
});

test('a package of which a part is not installed is an error that names the part', async () => {
	expect(await failure({ half: '1.0.0' })).toContain('not-installed');
});

test('a package that is no JavaScript is an error that names its file', async () => {
	expect(await failure({ broken: '1.0.0' })).toContain('broken/index.js');
});

test('a package that takes a file from outside of its folder is an error, and nothing of the file is bundled', async () => {
	const secret = join(repository, 'secret.json');
	await writeFile(secret, '{"key":"k-123"}');
	await install('climber', '1.0.0', 'module.exports = require("../../secret.json");');
	await install('absolute', '1.0.0', `module.exports = require(${JSON.stringify(secret)});`);
	await install('neighbour', '1.0.0', 'module.exports = require("../twice/package.json");');
	await install('by-name', '1.0.0', 'module.exports = require("by-name/../../secret.json");');
	await install('linked', '1.0.0', 'module.exports = require("./inside.json");');
	await symlink(secret, join(repository, 'node_modules/linked/inside.json'));
	for (const name of ['climber', 'absolute', 'neighbour', 'by-name', 'linked']) {
		const message = await failure({ [name]: '1.0.0' });
		expect(message, name).toContain('outside of its own folder');
		expect(message, name).not.toContain('k-123');
	}
});

test('a package takes its own files, its own packages, and a coach’s package may be a link', async () => {
	await install(
		'parts',
		'1.0.0',
		'module.exports = [require("./lib/a.json"), require("inner"), require("twice")];'
	);
	await mkdir(join(repository, 'node_modules/parts/lib'));
	await writeFile(join(repository, 'node_modules/parts/lib/a.json'), '"of-its-own"');
	await mkdir(join(repository, 'node_modules/parts/node_modules/inner'), { recursive: true });
	await writeFile(
		join(repository, 'node_modules/parts/node_modules/inner/index.js'),
		'module.exports = "of-inner";'
	);
	await mkdir(join(repository, 'packages/mine'), { recursive: true });
	await writeFile(
		join(repository, 'packages/mine/package.json'),
		'{"name":"mine","version":"1.0.0","main":"m.js"}'
	);
	await writeFile(join(repository, 'packages/mine/m.js'), 'module.exports = require("./n.js");');
	await writeFile(join(repository, 'packages/mine/n.js'), 'module.exports = "of-mine";');
	await symlink(join(repository, 'packages/mine'), join(repository, 'node_modules/mine'));
	const code = await bundlePackages(exercise, { parts: '1.0.0', mine: '1.0.0' });
	for (const text of ['of-its-own', 'of-inner', 'posix.join', 'of-mine']) expect(code).toContain(text);
});
