import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCodeCache } from '../../src/lib/server/sandbox/code-cache.ts';
import type { Pool } from '../../src/lib/server/sandbox/pool.ts';
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
	pool = await openDenoPool({ warm: { worker: 1, dom: 0, node: 0 } }, folder);
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
