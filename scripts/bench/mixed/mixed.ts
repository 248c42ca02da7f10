import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSite } from '../../../tests/support/site.ts';
import { figure, p95, type Figures } from '../statistics.ts';
import { openClient, PATIENCE_MS } from './ask.ts';
import { attack, type Target } from './attacks.ts';
import { ACTIONS, visit, type Experience } from './visitors.ts';

const ID = 'programming/tram-ticket';
const PATH = `/en/${ID}`;
const WATCH_MS = 250;
const PAGE_MB = 4096 / 1024 / 1024;

/** Memory of a process, MB; 0 where the system does not show it, or it has ended. */
function memoryOf(pid: number): number {
	try {
		return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_MB;
	} catch {
		return 0;
	}
}

/** How the web process is while something else happens: the most memory it had, and how long its health takes. */
async function watching<T>(
	{ origin, pid }: { origin: string; pid: number },
	what: Promise<T>
): Promise<{ result: T; mostMb: number; healthMs: number[] }> {
	const client = openClient(origin, '127.0.3.1');
	const healthMs: number[] = [];
	let mostMb = 0;
	let over = false;
	const watch = (async () => {
		while (!over) {
			mostMb = Math.max(mostMb, memoryOf(pid));
			const { status, ms } = await client.ask('/api/health');
			healthMs.push(status === 0 ? PATIENCE_MS : ms);
			await new Promise((resolve) => setTimeout(resolve, WATCH_MS));
		}
	})();
	const result = await what;
	over = true;
	await watch;
	client.close();
	return { result, mostMb, healthMs };
}

const experienceFigures = (name: string, { ms, errors }: Experience): Figures => {
	const all = ACTIONS.map((action) => ms[action].length).reduce((a, b) => a + b, 0);
	const times = ACTIONS.filter((action) => ms[action].length > 0).map((action) => [
		`server.${name}.${action}.p95_ms`,
		figure(ms[action], 'ms', p95)
	]);
	return {
		...(Object.fromEntries(times) as Figures),
		[`server.${name}.errors`]: { value: errors.length, unit: '', n: all }
	};
};

/**
 * Sixty visitors alone (`server.calm`), then the same with one attacker of each kind (`server.mixed`): what 95 of 100
 * of their pages, compiles and checks take, what they did not get, the web process's health and memory.
 */
export async function benchMixed(seconds: number): Promise<Figures> {
	const site = await startSite({ path: PATH, apart: true });
	try {
		const page = await (await fetch(site.origin + PATH)).text();
		const [, hash] = /\bhash:"([0-9a-f]{64})"/.exec(page) ?? [];
		if (!hash) throw new Error('The page does not say which version of the exercise it has');
		const target: Target = { id: ID, hash, path: PATH };
		const solution = readFileSync(join('exercises', ID, 'solution/main.js'), 'utf8');
		const watched = () => watching(site, visit(site.origin, target, solution, seconds * 1000));

		const calm = await watched();
		const stop = new AbortController();
		const attacking = attack(site.origin, target, stop.signal);
		const mixed = await watched();
		const alive = memoryOf(site.pid) > 0;
		stop.abort();
		await attacking;
		for (const { result } of [calm, mixed])
			if (result.errors.length > 0) console.error([...new Set(result.errors)].join(', '));
		return {
			...experienceFigures('calm', calm.result),
			...experienceFigures('mixed', mixed.result),
			'server.calm.health.p95_ms': figure(calm.healthMs, 'ms', p95),
			'server.mixed.health.p95_ms': figure(mixed.healthMs, 'ms', p95),
			'server.calm.most_mb': figure([calm.mostMb], 'MB'),
			'server.mixed.most_mb': figure([mixed.mostMb], 'MB'),
			'server.mixed.alive': { value: Number(alive), unit: '', n: 1 }
		};
	} finally {
		// Perhaps no longer able to say goodbye.
		site.kill();
	}
}
