import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import compileProgram from 'virtual:passerelle/compile-process';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { writeRoot } from '../../../tests/support/exercise-roots.ts';
import { nodeHarnesses } from '../../../tests/support/make-plan.ts';
import { exerciseSettings, isOwnFolder } from './exercise-settings.ts';
import { openServer, type OpenServer } from './open-server.ts';

const NO_DENO = { DENO_BIN: '/nowhere/deno' };
let folder: string;
let foreign: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'passerelle-server-'));
	foreign = join(folder, 'course');
	await writeRoot(foreign, { garden: ['rose'] });
});
afterAll(() => rm(folder, { recursive: true }));

let opened = 0;
async function open(env: Record<string, string>): Promise<{ server: OpenServer; said: string[] }> {
	const said: string[] = [];
	const log = { warn: (text: string) => void said.push(text), error: (text: string) => void said.push(text) };
	const server = openServer(env, {
		harnesses: await nodeHarnesses(),
		compileProgram,
		cache: join(folder, `cache${opened++}`),
		keepFor: null,
		shown: null,
		log
	});
	return { server, said };
}

/** The tests of an exercise, as the server finds them. */
const testsOf = async (server: OpenServer, id: string) =>
	(await (await server.catalog()).suite(id, 'hidden', 'en'))?.expected.length;

test('without a sandbox, suites of other folders are not run in the web server, and the log says what to do', async () => {
	const { server, said } = await open({ ...NO_DENO, EXERCISES: foreign });
	await expect(testsOf(server, 'garden/rose')).rejects.toThrow(
		/^garden\/rose is not served.*DENO_BIN.*TRUST_EXERCISES=yes/
	);
	expect(said.join()).toContain('The server runs no code of learners: DENO_BIN');
	const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
	await server.warm();
	expect(logged.mock.calls.join()).toContain('garden/rose is not served');
	logged.mockRestore();
	expect(await server.verifier()).toBeNull();
	await server.dispose();
});

test('without a sandbox, the exercises that came with the project are served all the same', async () => {
	const { server } = await open(NO_DENO);
	expect(await testsOf(server, 'programming/hello-brussels')).toBeGreaterThan(0);
	await server.dispose();
});

test('an operator who trusts other folders says so', async () => {
	const { server } = await open({ ...NO_DENO, EXERCISES: foreign, TRUST_EXERCISES: 'yes' });
	expect(await testsOf(server, 'garden/rose')).toBeGreaterThan(0);
	await server.dispose();
	expect(() => exerciseSettings({ TRUST_EXERCISES: 'on' })).toThrow('TRUST_EXERCISES is "on"');
});

test('an operator who runs no code of learners has the sandbox look at suites all the same', async () => {
	const { server } = await open({ REMOTE_ENGINE: 'off', EXERCISES: foreign });
	expect(await testsOf(server, 'garden/rose')).toBeGreaterThan(0);
	expect(await server.verifier()).toBeNull();
	expect(server.health()).toMatchObject({ verify: { available: false, reason: 'switched-off' } });
	await server.dispose();
});

test('a server knows before anybody asks what it will never verify', async () => {
	const code = { need: 'worker', allowPrototype: false } as const;
	const forgeable = { ...code, allowPrototype: true };
	const page = { ...code, need: 'dom' } as const;
	const all = async (env: Record<string, string>) => {
		const { server } = await open(env);
		const verified = [code, forgeable, page].map((exercise) => server.verifies(exercise));
		await server.dispose();
		return verified;
	};
	expect(await all({ CHROMIUM: 'off' })).toEqual([true, false, false]);
	expect(await all({ REMOTE_ENGINE: 'off' })).toEqual([false, false, false]);
	expect(await all(NO_DENO)).toEqual([false, false, false]);
});

test('only the exercises/ of the project itself is its own', async () => {
	expect(isOwnFolder(join(process.cwd(), 'exercises'))).toBe(true);
	expect(isOwnFolder(foreign)).toBe(false);
	await symlink(foreign, join(folder, 'exercises'));
	expect(isOwnFolder(join(folder, 'exercises'), folder)).toBe(false);
});

test('a wrong setting stops the start, with its name', async () => {
	await expect(open({ ENGINES: 'quick' })).rejects.toThrow('ENGINES names "quick"');
});
