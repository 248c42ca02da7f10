import { ENGINE_NEEDS, type EngineNeed } from '../../contract/exercise.ts';
import type { Plan } from '../../contract/plan.ts';
import type { RunSetting } from '../../contract/run-setting.ts';
import type { Report } from '../../contract/report.ts';
import type { RunOptions } from '../../engines/engine.ts';
import type { Sandbox } from '../../engines/host/talk-with.ts';
import { runPlan } from '../../engines/host/run-plan.ts';
import type { PageJudgement, StartPage } from '../browser/page-judge.ts';
import type { Client } from '../guard/client.ts';
import { createTurns, type Turns } from '../guard/turns.ts';
import type { Usage } from '../guard/usage.ts';
import { collectIn, type Collect } from './collect.ts';
import { createPoolRecord, type PoolMetrics } from './pool-metrics.ts';
import { createProcesses, type SpareCounts, type StartSandbox } from './processes.ts';

export interface PoolOptions {
	start: StartSandbox;
	/** Opens pages in a browser, where there is one: asked at each run. Without it they are judged in processes. */
	pages?: () => StartPage | null;
	warm: SpareCounts;
	/** Runs at a time. More than there are processors make every run slower, and some reach their time limit. */
	parallel: number;
	/** Runs that may wait. */
	queue: number;
	/** Of these, of one client. */
	perClient: number;
	/** What clients have used of this machine, where something else counts with it. */
	usage?: Usage;
}

export interface PoolRun extends RunOptions {
	/** Says why this engine: see `Report`. */
	reason: string;
	/** Called when its first process is there, for a turn that `prepares`. */
	begins?: () => void;
	/** Called for each run of a page: whether a browser judges it. */
	judged?: (inBrowser: boolean) => void;
}

/** Runs plans of strangers, each in a process of its own. */
export interface Pool {
	/** Whose turn it is at the processors. */
	readonly turns: Turns;
	/** One turn for one run. Always one report; rejects when aborted, and with `TurnRefused`. */
	run(plan: Plan, run: PoolRun & { client: Client }): Promise<Report>;
	/** The same at once, for who has a turn already. */
	runInTurn(plan: Plan, run: PoolRun): Promise<Report>;
	/** Takes no place in the queue: for coaches' commands, which ask for little at a time. */
	collect: Collect;
	/** Boots spare processes for every need, instead of when a need is first asked for. Settles when they are started. */
	warm(): Promise<void>;
	/** Who judges pages; null where nobody has looked yet. */
	judgement(): PageJudgement | null;
	metrics(): PoolMetrics;
	/** Ends every process; settles when they are gone. */
	dispose(): Promise<void>;
}

/** A check that takes longer keeps to the places for such; an endless loop has 2 s in most exercises. */
const QUICK_MS = 1500;

export function createPool(options: PoolOptions): Pool {
	const { parallel, queue, perClient } = options;
	const kept = parallel > 1 ? { places: 1, quickMs: QUICK_MS } : undefined;
	const turns = createTurns(
		{ places: parallel, waiting: queue, perClient, ...(kept && { kept }) },
		options.usage
	);
	const processes = createProcesses(options.start, options.warm);
	const browsed = createProcesses((_need, harden, setting) => {
		const start = options.pages?.();
		if (!start) throw new Error('No browser judges pages now');
		return start(harden, setting);
	}, options.warm);
	const isBrowsed = (need: EngineNeed): boolean => need === 'dom' && Boolean(options.pages?.());
	const record = createPoolRecord();

	/** Takes a booted process; whoever takes it ends it. */
	async function takeFrom(
		from: typeof processes,
		{ need, allowPrototype }: Plan,
		setting?: RunSetting
	): Promise<Sandbox> {
		if (setting) return from.takeIn(setting, need, !allowPrototype);
		const { sandbox, cold } = await from.take(need, !allowPrototype);
		if (cold) record.coldStart();
		return sandbox;
	}

	async function take(plan: Plan, { setting, judged }: PoolRun): Promise<Sandbox> {
		if (isBrowsed(plan.need)) {
			try {
				const sandbox = await takeFrom(browsed, plan, setting);
				judged?.(true);
				return sandbox;
			} catch (error) {
				// Browsers were given up with this one: its page is judged as the next ones are.
				if (isBrowsed(plan.need)) throw error;
			}
		}
		const sandbox = await takeFrom(processes, plan, setting);
		if (plan.need === 'dom') judged?.(false);
		return sandbox;
	}

	async function runInTurn(plan: Plan, run: PoolRun): Promise<Report> {
		run.signal.throwIfAborted();
		let began: number | null = null;
		const taking = () =>
			take(plan, run).finally(() => {
				began ??= performance.now();
				run.begins?.();
			});
		const report = await runPlan(taking, plan, { id: 'remote', reason: run.reason }, run);
		if (began !== null) record.served(report, performance.now() - began);
		return report;
	}

	return {
		turns,
		run: (plan, { client, ...run }) =>
			turns.take(
				{
					client,
					signal: run.signal,
					prepares: true,
					moved: (before, seconds) =>
						run.onEvent?.({
							type: 'waiting',
							runId: plan.runId,
							wait: { step: 'queued', position: before + 1, seconds }
						})
				},
				({ begins }) => runInTurn(plan, { ...run, begins })
			),
		runInTurn,
		async collect(from) {
			const { sandbox } = await processes.take(from.need, true);
			return collectIn(sandbox, from);
		},
		warm: async () => {
			processes.warm(ENGINE_NEEDS.filter((need) => !isBrowsed(need)));
			browsed.warm(ENGINE_NEEDS.filter(isBrowsed));
		},
		judgement: () => null,
		metrics: () => ({
			walls: null,
			pages: null,
			idle: processes.idle + browsed.idle,
			busy: turns.taken,
			queued: turns.waiting,
			...record.counts,
			waitMs: turns.waitMs(),
			runMs: record.runMs()
		}),
		dispose: async () => void (await Promise.all([processes.dispose(), browsed.dispose()]))
	};
}
