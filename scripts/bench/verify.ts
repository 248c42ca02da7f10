import { readFileSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINE_NEEDS, type EngineNeed } from '../../src/lib/contract/exercise.ts';
import type { Plan } from '../../src/lib/contract/plan.ts';
import type { Report } from '../../src/lib/contract/report.ts';
import { findChromium } from '../../src/lib/server/browser/find-chromium.ts';
import { createPageJudge } from '../../src/lib/server/browser/page-judge.ts';
import { findDeno } from '../../src/lib/server/sandbox/deno-binary.ts';
import { wallsPolicy } from '../../src/lib/server/sandbox/walls-policy.ts';
import { createDenoPool, poolSettings } from '../../src/lib/server/sandbox/deno-pool.ts';
import type { Pool } from '../../src/lib/server/sandbox/pool.ts';
import { openRemote } from '../../tests/engines/subjects/remote.ts';
import { makePlan } from '../../tests/support/make-plan.ts';
import { buildHarness, buildHarnesses } from '../../src/build/harness-kinds.ts';
import { measureProcessorTime } from './processor-time.ts';
import { figure, round, type Figures } from './statistics.ts';
import { benchWalls } from './walls.ts';
import { SOURCE, SUITE } from './work.ts';

const PAGE_MB = 4096 / 1024 / 1024;

const harnesses = buildHarnesses((kind) => buildHarness(kind, true));
/** One for all pools, as a server has one: V8's code of the harness is recorded once. */
const folder = mkdtemp(join(tmpdir(), 'passerelle-bench-')).then(async (path) => {
	// The sandbox's own user looks in from outside.
	await chmod(path, 0o755);
	return path;
});

function denoPath(): string {
	const deno = findDeno();
	if (deno.path === null) throw new Error(`Deno is needed here: ${deno.reason}`);
	return deno.path;
}

/** With `browser`, pages are judged in one, as on a server that has it. */
export async function openPool(warm: Record<EngineNeed, number>, browser = false): Promise<Pool> {
	const policy = wallsPolicy(process.env);
	const { browser: pages, deno: programs } = await harnesses;
	const { canary } = programs;
	const at = { deno: denoPath(), folder: await folder, canary, policy };
	const pool = createDenoPool({
		...(browser && { pages: createPageJudge({ ...at, chromium: findChromium(), pages }) }),
		deno: denoPath(),
		harnesses: await harnesses,
		folder: await folder,
		// `SANDBOX_WALLS=off` beside it says what the walls cost.
		policy,
		settings: { ...poolSettings({}), queue: 10_000, perClient: 10_000, warm }
	});
	await pool.warm();
	return pool;
}

function expectPass(report: Report): void {
	if (!report.runs[0]?.tests.every((test) => test.state === 'pass'))
		throw new Error(`A run did not pass: ${report.status}`);
}

const ask = (pool: Pool, plan: Plan, runId: string) =>
	pool.run({ ...plan, runId }, { client: 'bench', reason: 'default', signal: new AbortController().signal });

/** Runs a second when all are asked for at once. */
export async function perSecond(pool: Pool, plan: Plan, runs: number): Promise<number> {
	const started = performance.now();
	const reports = await Promise.all(Array.from({ length: runs }, (_, index) => ask(pool, plan, `v${index}`)));
	reports.forEach(expectPass);
	return runs / ((performance.now() - started) / 1000);
}

/** Settles when all spares are booted: between two such moments as many were booted as have run. */
async function rested(pool: Pool): Promise<void> {
	while (pool.metrics().idle < cpus().length) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Memory of an idle process, MB. */
async function idleRss(need: EngineNeed): Promise<number> {
	const { startDeno } = await import('../../src/lib/server/sandbox/deno-sandbox.ts');
	const { sandboxScript } = await import('../../src/lib/server/sandbox/sandbox-script.ts');
	const { writeFile } = await import('node:fs/promises');
	const script = join(await folder, 'main.js');
	await writeFile(script, sandboxScript((await harnesses).deno, (await harnesses)[need]));
	const process = startDeno({
		deno: denoPath(),
		script,
		denoDir: join(await folder, 'deno'),
		codeCache: false,
		harden: true
	});
	await process.ready;
	// The warm-up begins after a second, takes a moment and some memory.
	await new Promise((resolve) => setTimeout(resolve, 1500));
	const rss = Number(readFileSync(`/proc/${process.pid}/statm`, 'utf8').split(' ')[1]) * PAGE_MB;
	process.sandbox.kill();
	await process.closed;
	return rss;
}

/** Milliseconds from a check to its report, through HTTP, one after another. */
async function roundTrips(plan: Plan, runs: number): Promise<number[]> {
	const subject = await openRemote('worker')();
	const samples: number[] = [];
	for (let index = 0; index < runs; index++) {
		const started = performance.now();
		expectPass(await subject.session.run(plan, { signal: new AbortController().signal }));
		samples.push(performance.now() - started);
		// The spare that is boot now would run beside the next one.
		await new Promise((resolve) => setTimeout(resolve, 300));
	}
	await subject.close();
	return samples.slice(1);
}

/** The server's sandbox: a process of Deno for each run, on all cores. */
export async function benchVerify(runs: number): Promise<Figures> {
	const plan = await makePlan({ files: { 'main.js': SOURCE }, suite: { 'tests/fare.test.js': SUITE } });
	const time = measureProcessorTime();
	const warm = await openPool({ worker: cpus().length, dom: 0, node: 0 });
	await perSecond(warm, plan, cpus().length * 2);
	await rested(warm);
	const before = time?.childrenMs() ?? 0;
	const warmPerSecond = await perSecond(warm, plan, runs);
	await rested(warm);
	const cpuMs = time ? (time.childrenMs() - before) / runs : null;
	await warm.dispose();
	await time?.gone();
	time?.close();
	const cold = await openPool({ worker: 0, dom: 0, node: 0 });
	const coldPerSecond = await perSecond(cold, plan, runs);
	await cold.dispose();
	const rss: Figures = {};
	const { deno: programs, worker } = await harnesses;
	const walls = await benchWalls({ deno: denoPath(), harness: worker, programs, folder: await folder }, runs);
	for (const need of ENGINE_NEEDS) {
		const name = need === 'worker' ? 'verify.rss_mb' : `verify.rss_mb.${need}`;
		rss[name] = figure([await idleRss(need)], 'MB');
	}
	return {
		'verify.per_second': { ...figure([warmPerSecond], '1/s'), n: runs },
		'verify.per_second.cold': { ...figure([coldPerSecond], '1/s'), n: runs },
		'verify.cpu_ms': { value: cpuMs === null ? null : round(cpuMs), unit: 'ms', n: runs },
		...walls,
		...rss,
		'remote.roundtrip.ms': figure(await roundTrips(plan, Math.max(5, Math.ceil(runs / 4))))
	};
}
