import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCodeCache } from '../../src/lib/server/sandbox/code-cache.ts';
import { findDeno } from '../../src/lib/server/sandbox/deno-binary.ts';
import { DENO_FLAGS, V8_FLAGS } from '../../src/lib/server/sandbox/deno-sandbox.ts';
import type { Pool } from '../../src/lib/server/sandbox/pool.ts';
import { probeWalls } from '../../src/lib/server/sandbox/probe-walls.ts';
import { startEnclosed } from '../../src/lib/server/sandbox/start-enclosed.ts';
import { enclosures, type Enclosure } from '../../src/lib/server/sandbox/walls.ts';
import { openDenoPool } from '../support/deno-pool.ts';
import { makePlan, nodeHarnesses } from '../support/make-plan.ts';

const SUITE = `import { expect, test } from 'vitest';
import { answer } from '../start/main.js';
test('answers', () => expect(answer()).toBe(42));`;
const LEARNER = 'const mine = { marker: "left-by-a-learner" };\nexport const answer = () => 42;\n';

let folder = '';
let pool: Pool;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'passerelle-code-cache-'));
	// Walls that are only another user's look in from outside.
	await chmod(folder, 0o755);
	pool = await openDenoPool({ warm: { worker: 1, dom: 0, node: 0 } }, { folder });
	await pool.warm();
}, 60_000);
afterAll(() => pool?.dispose());

/** The one folder with V8's code. */
async function cacheFolder(): Promise<string> {
	const folders = (await readdir(folder)).filter((name) => name.startsWith('code-'));
	expect(folders).toHaveLength(1);
	return join(folder, folders[0]!);
}

/** Whether Deno's cache of code holds a text. */
async function holds(text: string): Promise<boolean> {
	const path = await cacheFolder();
	const names = (await readdir(path)).filter((name) => /^v8_code_cache_v2(?:-wal)?$/.test(name));
	const contents = await Promise.all(names.map((name) => readFile(join(path, name))));
	return contents.some((content) => content.includes(text));
}

test('the cache is made before the first run, with the code of matchers in it', async () => {
	expect(await holds('script:passerelle-harness.js')).toBe(true);
	// Of `toBeCloseTo`: what is not called while the harness is read would not have been compiled.
	expect(await holds('received difference is')).toBe(true);
});

/** What Deno says of its caches while it reads our program behind walls. */
async function heardBehind(enclosure: Enclosure): Promise<string> {
	const deno = findDeno().path!;
	const denoDir = await cacheFolder();
	const [name = ''] = (await readdir(folder)).filter((name) => /^worker-.*\.js$/.test(name));
	const script = join(folder, name);
	const flags = [
		'--log-level=debug',
		`--v8-flags=${V8_FLAGS}`,
		...DENO_FLAGS.filter((flag) => flag !== '--quiet')
	];
	const command = [deno, 'run', ...flags, script, 'hardened'];
	const program = { command, reads: [deno, script, denoDir], scratch: [] };
	const child = startEnclosed(enclosure, program, { DENO_DIR: denoDir, NO_COLOR: '1' });
	child.stdin.end();
	child.stdout.resume();
	let heard = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => (heard += text));
	await once(child, 'close');
	return heard;
}

/** Ways that are installed and that this machine lets start. */
async function startingHere(): Promise<Enclosure[]> {
	const { canary } = (await nodeHarnesses()).deno;
	const probe = { deno: findDeno().path!, folder, canary };
	const starting: Enclosure[] = [];
	for (const way of enclosures()) if ((await probeWalls(probe, [way])).enclosure === way) starting.push(way);
	return starting;
}

test('the code is found behind all walls of this machine, where nothing can be written', async () => {
	const ways = await startingHere();
	expect(ways.map(({ name }) => name)).toContain('limits');
	for (const way of ways) {
		const heard = await heardBehind(way);
		const behind = `${way.name}, ${way.claims.length}`;
		expect(heard, behind).toContain('V8 code cache hit for script: script:passerelle-harness.js');
		expect(heard, behind).not.toContain('Failed creating cache');
	}
}, 60_000);

test('a run in a process with the cache leaves nothing there', { timeout: 30_000 }, async () => {
	const plan = await makePlan({ files: { 'main.js': LEARNER }, suite: { 'tests/main.test.js': SUITE } });
	const { signal } = new AbortController();
	const report = await pool.run(plan, { client: 'one', reason: 'default', signal });
	expect(report.runs[0]?.tests.map(({ state }) => state)).toEqual(['pass']);
	expect(await holds('script:passerelle-learner.js')).toBe(false);
	expect(await holds('left-by-a-learner')).toBe(false);
});

test('where Deno does not play along there is no cache, and nothing is left', async () => {
	const empty = await mkdtemp(join(tmpdir(), 'passerelle-code-cache-'));
	const program = { text: '', file: join(empty, 'main.js') };
	const { deno: programs } = await nodeHarnesses();
	const from = { deno: '/bin/false', folder: empty, harness: '', programs, program };
	const options = { ...from, need: 'worker' } as const;
	await expect(makeCodeCache(options, new AbortController().signal)).rejects.toThrow('did not boot');
	expect(await readdir(empty)).toEqual([]);
});
