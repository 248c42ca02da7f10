import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EngineSession } from '../../src/lib/engines/engine.ts';
import type { Pool } from '../../src/lib/server/sandbox/pool.ts';
import { DENO_FOLDER, openDenoPool } from '../support/deno-pool.ts';
import {
	ESCAPE_LIMIT_MS,
	expectHonestPass,
	expectRefused,
	hostilePrograms,
	type Program,
	runHostile,
	testForging
} from './hostile-corpus.ts';

/** The hostile programs in the server's sandbox: processes of Deno. */
const forging = hostilePrograms('forge');
const escaping = hostilePrograms('escape');
const attacking = hostilePrograms('server');
/** Programs that fill memory: they must be ended for it, before their time is over. */
const GREEDY = ['heap', 'buffers', 'growing-buffer'];
/** Enough to fill what the sandbox may have, on a busy machine; near its limit V8 does little but collect garbage. */
const GREEDY_LIMIT_MS = 30_000;

const SECRET = 'LEAK: a secret of the server';
let pool: Pool;
let session: EngineSession;
let folder = '';
/** What nobody may change: hostile programs know its path. */
let outside = '';
let server: Server;
let origin = '';
const requests: string[] = [];

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'passerelle-sandbox-'));
	outside = join(folder, 'outside');
	await mkdir(outside);
	await writeFile(join(outside, 'secret.txt'), SECRET);
	process.env.PASSERELLE_SECRET = SECRET;
	pool = await openDenoPool();
	session = {
		run: (plan, options) => pool.run(plan, { ...options, client: 'hostile', reason: 'default' }),
		dispose() {}
	};
	server = createServer((request, response) => {
		requests.push(`${request.method} ${request.url}`);
		response.end('export default 1');
	});
	server.on('connection', () => void requests.push('connection'));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 60_000);

afterAll(async () => {
	delete process.env.PASSERELLE_SECRET;
	server?.close();
	await pool?.dispose();
});

/** Processes of a sandbox that this one started, or one of those it started. */
function processes(): string[] {
	const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n');
	const known = lines.map((line) => /^ *(\d+) +(\d+) (.*)$/.exec(line)!.slice(1));
	const own = new Set([String(process.pid)]);
	for (let before = 0; before < own.size;) {
		before = own.size;
		for (const [pid, parent] of known) if (own.has(parent!)) own.add(pid!);
	}
	return known
		.filter(([pid, , args]) => own.has(pid!) && args!.includes(DENO_FOLDER))
		.map(([, , args]) => args!);
}

const armed = ({ suite, text }: Program) => ({
	suite,
	text: text.replaceAll('__ORIGIN__', origin).replaceAll('__FOLDER__', outside)
});

testForging(forging, () => session);

test('the corpus for servers is there, and every program says what it tries', () => {
	expect(attacking.length).toBeGreaterThanOrEqual(25);
	for (const { text } of attacking) expect(text).toMatch(/^\/\/ .{10,}\n/);
});

test.each([...escaping, ...attacking].map((program) => [program.name, program] as const))(
	'cannot escape, and the next program runs: %s',
	{ timeout: 30_000 },
	async (_, program) => {
		const outcome = await runHostile(armed(program), session, ESCAPE_LIMIT_MS);
		await expectRefused(outcome, program.suite);
		expect(JSON.stringify(outcome.report)).not.toContain('LEAK');
		if (outcome.report.status !== 'ran') await expectHonestPass(session);
	}
);

test.each(GREEDY)('memory is what ends it: %s', { timeout: 60_000 }, async (name) => {
	const program = [...attacking, ...escaping].find((one) => one.name === name)!;
	const { report } = await runHostile(armed(program), session, GREEDY_LIMIT_MS);
	expect(report.status).toBe('out-of-memory');
});

test('what one submission leaves is not there for the next', async () => {
	const storage = attacking.find(({ name }) => name === 'storage')!;
	for (let turn = 0; turn < 2; turn++) {
		const { report } = await runHostile(armed(storage), session, ESCAPE_LIMIT_MS);
		expect(JSON.stringify(report)).not.toContain('LEAK');
	}
});

test('nothing reached the network, and nothing was written outside', async () => {
	expect(requests).toEqual([]);
	expect(await readdir(outside)).toEqual(['secret.txt']);
	expect(await readFile(join(outside, 'secret.txt'), 'utf8')).toBe(SECRET);
	const own = await readdir(DENO_FOLDER, { recursive: true });
	expect(own.filter((path) => /local_storage|location_data|cache_storage|\.kv/.test(path))).toEqual([]);
});

test('no process is left behind', async () => {
	expect(pool.metrics()).toMatchObject({ busy: 0, queued: 0, failed: 0 });
	// The spares, and no process of a run that is over.
	await expect.poll(() => processes().length).toBeLessThanOrEqual(4);
	await pool.dispose();
	expect(processes()).toEqual([]);
});
