import type { DenoPrograms } from '../../src/lib/server/sandbox/sandbox-script.ts';
import { makeCodeCache, findCodeCache } from '../../src/lib/server/sandbox/code-cache.ts';
import { startDeno } from '../../src/lib/server/sandbox/deno-sandbox.ts';
import { sandboxScript } from '../../src/lib/server/sandbox/sandbox-script.ts';
import { enclosures, type Enclosure } from '../../src/lib/server/sandbox/walls.ts';
import { writeProgram } from '../../src/lib/server/write-program.ts';
import { measureProcessorTime } from './processor-time.ts';
import { figure, type Figures } from './statistics.ts';

/** The same without some of its new namespaces. */
function sharing(enclosure: Enclosure, ...unshared: readonly string[]): Enclosure {
	const enclose: Enclosure['enclose'] = (program) =>
		enclosure
			.enclose(program)
			.flatMap((word) => (word === '--unshare-all' ? unshared : [word]))
			// Only there is it the first process.
			.filter((word) => word !== '--as-pid-1' || unshared.includes('--unshare-pid'));
	return { ...enclosure, enclose };
}

/** Walls one after another, each with those before it; only what this machine has. */
function steps(): [name: string, enclosure: Enclosure][] {
	const [strongest, ...others] = enclosures();
	const limits = others.at(-1);
	if (!strongest || !limits) return [];
	const found: [string, Enclosure][] = [['none', limits]];
	if (strongest.name !== 'bwrap') return [...found, [strongest.name, strongest]];
	if (strongest.user !== null) found.push(['user', { ...limits, user: strongest.user }]);
	const unfiltered =
		others.find(({ user, filter }) => user === strongest.user && filter === null) ?? strongest;
	const rest = ['--unshare-ipc', '--unshare-uts', '--unshare-cgroup-try'];
	return [
		...found,
		['files', sharing(unfiltered, '--unshare-user')],
		['processes', sharing(unfiltered, '--unshare-user', '--unshare-pid', ...rest)],
		['network', unfiltered],
		...(strongest.filter === null ? [] : [['calls', strongest] satisfies [string, Enclosure]])
	];
}

/**
 * What the walls around Deno cost: processor time of one start until the harness is there, with its end, and how long
 * until it is there. In turn, so that all have the same hours.
 */
export async function benchWalls(
	at: { deno: string; harness: string; programs: DenoPrograms; folder: string },
	rounds: number
): Promise<Figures> {
	const { deno, harness, programs, folder } = at;
	const text = sandboxScript(programs, harness);
	const file = writeProgram(folder, 'worker.js', text);
	const from = { deno, folder, need: 'worker', harness, programs, program: { text, file } } as const;
	const denoDir = findCodeCache(from) ?? (await makeCodeCache(from, new AbortController().signal));
	const all = steps();
	const cpu = new Map<string, number[]>();
	const ready = new Map<string, number[]>();
	const add = (to: Map<string, number[]>, name: string, value: number) =>
		void to.set(name, [...(to.get(name) ?? []), value]);
	// The first round is thrown away: it reads what the others find.
	for (let round = 0; round <= rounds; round++) {
		for (let index = 0; index < all.length; index++) {
			const [name, enclosure] = all[(index + round) % all.length]!;
			const time = measureProcessorTime();
			const started = performance.now();
			const process = startDeno({ deno, script: file, denoDir, codeCache: true, harden: true, enclosure });
			if (!(await process.ready)) throw new Error(`No sandbox starts with walls up to "${name}"`);
			if (round > 0) add(ready, name, performance.now() - started);
			process.sandbox.kill();
			await process.closed;
			await time?.gone();
			if (time && round > 0) add(cpu, name, time.childrenMs());
			time?.close();
		}
	}
	return Object.fromEntries(
		all.flatMap(([name]) => [
			[`verify.walls.${name}.ready_ms`, figure(ready.get(name) ?? [])],
			...(cpu.has(name) ? [[`verify.walls.${name}.cpu_ms`, figure(cpu.get(name) ?? [])] as const] : [])
		])
	) as Figures;
}
