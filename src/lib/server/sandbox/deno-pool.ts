import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ENGINE_NEEDS, type EngineNeed } from '../../contract/exercise.ts';
import type { PageJudge, PageJudgement } from '../browser/page-judge.ts';
import { findCodeCache, makeCodeCache, type CodeCacheOptions } from './code-cache.ts';
import { startDeno } from './deno-sandbox.ts';
import { probeWalls, noWalls, type Walls } from './probe-walls.ts';
import { expectWalls, type WallsPolicy } from './walls-policy.ts';
import type { Harnesses } from '../threads/native-engine.ts';
import { writeProgram } from '../write-program.ts';
import { createPool, type Pool, type PoolOptions } from './pool.ts';
import { sandboxScript } from './sandbox-script.ts';
import type { SpareCounts } from './processes.ts';

type Variables = Readonly<Record<string, string | undefined>>;

const WARM: SpareCounts = { worker: 2, dom: 1, node: 1 };
const QUEUE = 64;
const PER_CLIENT = 8;

function wholeNumber(text: string | undefined, otherwise: number): number {
	return text !== undefined && /^\d+$/.test(text) ? Number(text) : otherwise;
}

/**
 * What an operator may set. `VERIFY_WARM`: spare processes, "4" for programs and 1 for the other needs, or
 * "worker=4,dom=2,node=0". `VERIFY_PARALLEL`: runs at a time. `VERIFY_QUEUE`: runs that may wait.
 */
export function poolSettings(env: Variables): Omit<PoolOptions, 'start'> {
	const named = new Map(
		(env.VERIFY_WARM ?? '').split(',').map((part) => {
			const [name = '', count] = part.split('=');
			return count === undefined ? (['worker', name] as const) : ([name.trim(), count] as const);
		})
	);
	return {
		warm: {
			worker: wholeNumber(named.get('worker'), WARM.worker),
			dom: wholeNumber(named.get('dom'), WARM.dom),
			node: wholeNumber(named.get('node'), WARM.node)
		},
		parallel: Math.max(1, wholeNumber(env.VERIFY_PARALLEL, availableParallelism())),
		queue: wholeNumber(env.VERIFY_QUEUE, QUEUE),
		perClient: PER_CLIENT
	};
}

/** One need's program, and the code of V8 for it as soon as it has been recorded. */
interface Program {
	file: string;
	/** Null until then, and where it could not be recorded. */
	codeCache: string | null;
	/** Settles when `codeCache` is final. */
	recorded: Promise<void>;
}

/**
 * A pool of processes of Deno. `folder` is its own: the programs of the processes, and Deno's caches. The first who needs
 * it waits until the walls of this machine have been tried.
 */
export function createDenoPool(options: {
	deno: string;
	harnesses: Harnesses;
	folder: string;
	settings: Omit<PoolOptions, 'start'>;
	/** Judges pages; without one they are judged on happy-dom, in processes of Deno. Ended with the pool. */
	pages?: PageJudge;
	/** Default: what there is. */
	policy?: WallsPolicy;
	/** Looks for walls; default: tries them. */
	raise?: typeof probeWalls;
	/** Called once, when it is known which walls stand. */
	onWalls?: (walls: Walls) => void;
}): Pool {
	const { deno, folder, harnesses, settings, pages, policy = 'use', raise = probeWalls, onWalls } = options;
	const plainDir = join(folder, 'deno');
	mkdirSync(plainDir, { recursive: true });
	const programs = new Map<EngineNeed, Program>();
	const disposed = new AbortController();
	let walls: Walls | null = null;
	let raising: Promise<Walls> | null = null;

	/** Tries the walls, once; again where that failed, for the next one who asks. */
	function tryWalls(): Promise<Walls> {
		if (policy === 'off') return Promise.resolve(noWalls());
		raising ??= raise({ deno, folder, canary: harnesses.deno.canary }).catch((error: unknown) => {
			raising = null;
			throw error;
		});
		return raising;
	}

	/** Rejects with `WallsMissing`, and where walls cannot be tried now. */
	async function standing(need: EngineNeed): Promise<void> {
		if (need === 'dom') await pages?.raise();
		const raised = await tryWalls();
		if (!walls) onWalls?.(raised);
		walls = raised;
		expectWalls(policy, raised);
	}

	function openProgram(need: EngineNeed): Program {
		const harness = harnesses[need];
		const programs = harnesses.deno;
		const text = sandboxScript(programs, harness);
		const file = writeProgram(folder, `${need}.js`, text);
		const program = { text, file };
		const from: CodeCacheOptions = { deno, folder, need, harness, programs, program };
		const opened: Program = { file, codeCache: findCodeCache(from), recorded: Promise.resolve() };
		if (opened.codeCache === null) {
			opened.recorded = makeCodeCache(from, disposed.signal).then(
				(path) => void (opened.codeCache = path),
				(error: unknown) => {
					if (!disposed.signal.aborted) console.warn(`Sandboxes for "${need}" boot slowly: ${String(error)}`);
				}
			);
		}
		return opened;
	}

	function programOf(need: EngineNeed): Program {
		const program = programs.get(need) ?? openProgram(need);
		programs.set(need, program);
		return program;
	}

	const judgement = (): PageJudgement | null =>
		pages ? pages.judgement() : { verified: false, reason: 'browser-off' };
	const pool = createPool({
		...settings,
		pages: () => pages?.start ?? null,
		start(need, harden, setting) {
			const { file, codeCache } = programOf(need);
			const denoDir = codeCache ?? plainDir;
			const { enclosure } = walls ?? noWalls();
			const args = setting ? [JSON.stringify(setting)] : [];
			const cached = codeCache !== null;
			return startDeno({ deno, script: file, denoDir, codeCache: cached, harden, enclosure, args });
		}
	});
	return {
		...pool,
		async run(plan, run) {
			await standing(plan.need);
			return pool.run(plan, run);
		},
		async runInTurn(plan, run) {
			await standing(plan.need);
			return pool.runInTurn(plan, run);
		},
		async collect(from, owner) {
			await standing('worker');
			return pool.collect(from, owner);
		},
		judgement,
		metrics: () => ({ ...pool.metrics(), walls: walls?.standing ?? null, pages: judgement() }),
		async warm() {
			await standing(settings.warm.dom > 0 ? 'dom' : 'worker');
			// One after another, and before the spares: whoever comes now wants the processors more.
			for (const need of ENGINE_NEEDS) if (settings.warm[need] > 0) await programOf(need).recorded;
			if (!disposed.signal.aborted) await pool.warm();
		},
		async dispose() {
			disposed.abort();
			await Promise.all([
				pool.dispose(),
				pages?.dispose(),
				...[...programs.values()].map(({ recorded }) => recorded)
			]);
		}
	};
}
