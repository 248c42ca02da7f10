import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DENIED_CALLS } from '../../src/lib/server/sandbox/denied-calls.ts';
import { findDeno } from '../../src/lib/server/sandbox/deno-binary.ts';
import { DENO_FLAGS } from '../../src/lib/server/sandbox/deno-sandbox.ts';
import { buildDenoPrograms } from '../../src/build/programs.ts';
import { noWalls, probeWalls, type Walls } from '../../src/lib/server/sandbox/probe-walls.ts';
import { startEnclosed } from '../../src/lib/server/sandbox/start-enclosed.ts';
import { expectWalls, wallsPolicy, WallsMissing } from '../../src/lib/server/sandbox/walls-policy.ts';
import { enclosures, WALLS } from '../../src/lib/server/sandbox/walls.ts';
import { BREAK_OUT } from '../support/break-out.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Reached {
	network: string[];
	read: string[];
	environs: number;
	written: string[];
	signalled: boolean;
	alive: number;
	uid: number;
	/** Numbers of calls that the kernel did not refuse. */
	allowed: number[];
}

const deniedNumbers = (): number[] =>
	Object.values(DENIED_CALLS).flatMap(([x64, arm64]) => (process.arch === 'x64' ? x64 : arm64) ?? []);

let folder: string;
let canary: Server;
let probe: { deno: string; folder: string; canary: string };
let walls: Walls;
let reached: Reached;
let writes: string[];
beforeAll(async () => {
	const deno = findDeno();
	if (deno.path === null) throw new Error(`Deno is needed here: ${deno.reason}`);
	folder = await mkdtemp(join(tmpdir(), 'passerelle-walls-'));
	await chmod(folder, 0o755);
	canary = createServer((socket) => socket.destroy());
	await new Promise<void>((resolve) => canary.listen(0, () => resolve()));
	probe = { deno: deno.path, folder, canary: (await buildDenoPrograms()).canary };
	walls = await probeWalls(probe);
	const script = join(folder, 'break-out.js');
	const denoDir = join(folder, 'deno');
	await writeFile(script, BREAK_OUT);
	await writeFile(join(folder, 'suite.json'), '{}');
	writes = [
		folder,
		denoDir,
		root,
		join(root, 'src'),
		dirname(deno.path),
		tmpdir(),
		'/tmp',
		'/var/tmp',
		'/dev/shm',
		'/'
	];
	const asked = {
		port: (canary.address() as AddressInfo).port,
		reads: [
			...['exercises', 'src', 'node_modules/esbuild', 'package.json', 'build', 'data', '.cache'].map((name) =>
				join(root, name)
			),
			join(folder, 'suite.json'),
			...['/etc/passwd', '/home', '/root', '/var', '/run', '/sys']
		],
		writes,
		parent: process.pid,
		// Where no filter claims to stand, the machine is not asked to hang up or reboot.
		calls: walls.standing.includes('calls') ? deniedNumbers() : []
	};
	const flags = [...DENO_FLAGS, '--no-code-cache', '--allow-all'];
	const command = [deno.path, 'run', ...flags, script, JSON.stringify(asked)];
	const program = { command, reads: [deno.path, script], scratch: [denoDir] };
	const child = startEnclosed(walls.enclosure, program, { DENO_DIR: denoDir, NO_COLOR: '1' });
	child.stdin.end();
	const [printed, said] = await Promise.all([text(child.stdout), text(child.stderr)]);
	if (printed === '') throw new Error(said);
	reached = JSON.parse(printed) as Reached;
	if (walls.missing.length > 0) console.warn(`No wall around ${walls.missing.join(', ')} on this machine.`);
});
afterAll(async () => {
	canary.close();
	await rm(folder, { recursive: true });
});

/** Whether this machine lets root become another user, who makes namespaces: some containers let it do neither. */
const bubblewrapStarts =
	process.getuid?.() === 0 &&
	spawnSync('bwrap', ['--unshare-all', '--ro-bind', '/', '/', 'true'], { uid: 64123, gid: 64123 }).status ===
		0;

const NO_BUBBLEWRAP = 'bubblewrap does not start here for another user';

test('for root, with bubblewrap, every wall stands', ({ skip }) => {
	skip(!bubblewrapStarts, NO_BUBBLEWRAP);
	expect(walls.standing).toEqual(WALLS);
});

test('no wall stands only because calls are filtered: without the filter all the others stand', async ({
	skip
}) => {
	skip(!bubblewrapStarts, NO_BUBBLEWRAP);
	const unfiltered = enclosures().find(({ filter }) => filter === null)!;
	const { standing } = await probeWalls(probe, [unfiltered]);
	expect(standing).toEqual(WALLS.filter((wall) => wall !== 'calls'));
});

/** What a program with all of Deno's permissions reaches where a wall stands; looked at for those that do. */
test('who has all of Deno’s permissions does not get past the walls that stand', () => {
	const stands = (name: (typeof WALLS)[number]) => walls.standing.includes(name);
	if (stands('user')) expect(reached.uid).not.toBe(process.getuid?.());
	if (stands('network')) expect(reached.network).toEqual([]);
	if (stands('files')) {
		expect(reached.read).toEqual([]);
		// What can be written at all is gone with the process.
		expect(writes.filter((path) => existsSync(join(path, 'walls-broken')))).toEqual([]);
	}
	if (stands('processes')) {
		expect(reached.environs).toBe(0);
		expect(reached.signalled).toBe(false);
	}
	if (stands('fork')) expect(reached.alive).toBeLessThan(50);
	if (stands('calls')) expect(reached.allowed).toEqual([]);
});

test('a way in which nothing starts claims nothing', async () => {
	const broken = { name: 'broken', claims: WALLS, user: null, filter: null, enclose: () => ['/bin/false'] };
	const { standing, enclosure } = await probeWalls(probe, [broken]);
	expect(standing).toEqual([]);
	expect(enclosure.name).toBe('limits');
});

test('a way as a user that nobody can become is passed over for the next one', async () => {
	const limits = noWalls().enclosure;
	// The system refuses -1 to everybody, as it refuses each other user to who may not become it.
	const impossible = { ...limits, name: 'impossible', claims: WALLS, user: -1 };
	const { enclosure } = await probeWalls(probe, [impossible, limits]);
	expect(enclosure).toBe(limits);
});

test('a way that claims walls and has none is not believed', async () => {
	const liar = { ...noWalls().enclosure, name: 'liar', claims: WALLS };
	const { standing } = await probeWalls(probe, [liar]);
	expect(standing).not.toContain('network');
	expect(standing).not.toContain('files');
	expect(standing).not.toContain('processes');
	expect(standing).not.toContain('calls');
});

test('an operator can require walls: without them nothing runs', () => {
	expect(wallsPolicy({})).toBe('use');
	expect(() => wallsPolicy({ SANDBOX_WALLS: 'yes' })).toThrow('SANDBOX_WALLS is "yes"');
	expect(() => expectWalls('require', noWalls())).toThrow(WallsMissing);
	expect(() => expectWalls('require', noWalls())).toThrow('network, files, processes');
	expect(() => expectWalls('use', noWalls())).not.toThrow();
	expect(() => expectWalls('require', { ...noWalls(), missing: ['user', 'fork'] })).not.toThrow();
});
