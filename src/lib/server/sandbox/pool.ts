import type { Plan } from '../../contract/plan.ts';
import type { Report } from '../../contract/report.ts';
import type { RunOptions } from '../../engines/engine.ts';
import { runInSandbox, type Sandbox } from '../../engines/host/run-in-sandbox.ts';
import { collectIn, type Collect } from './collect.ts';
import { createPoolRecord, type PoolMetrics } from './pool-metrics.ts';
import { createQueue, type Refusal, type Waiting } from './queue.ts';
import { createSpares, type SpareCounts, type StartSandbox, type Taken } from './spares.ts';

export interface PoolOptions {
	start: StartSandbox;
	warm: SpareCounts;
	/** Runs at a time. More than there are processors make every run slower, and some reach their time limit. */
	parallel: number;
	/** Runs that may wait. */
	queue: number;
	/** Of these, of one client. */
	perClient: number;
}

export interface PoolRun extends RunOptions {
	/** Whom the run is for: the queue is shared fairly among clients. */
	client: string;
	/** Says why this engine: see `Report`. */
	reason: string;
}

/** Nobody more can wait now. */
export class PoolFull extends Error {
	constructor(
		readonly reason: Refusal,
		/** When to come back. */
		readonly seconds: number
	) {
		super(`The pool takes nothing now: ${reason}`);
	}
}

/** Runs plans of strangers, each in a process of its own. */
export interface Pool {
	/** Always one report; rejects when aborted, and with `PoolFull`. */
	run(plan: Plan, run: PoolRun): Promise<Report>;
	/** Takes no place in the queue: for coaches' commands, which ask for little at a time. */
	collect: Collect;
	/** Boots spare processes for every need, instead of when a need is first asked for. Settles when they are started. */
	warm(): Promise<void>;
	metrics(): PoolMetrics;
	/** Ends every process; settles when they are gone. */
	dispose(): Promise<void>;
}

/** Milliseconds of a run, where none has been measured yet. */
const GUESSED_RUN_MS = 500;

/** What answers in the place of a process that does not boot: the fault is ours. */
function failedSandbox(): Sandbox {
	let listener: Parameters<Sandbox['listen']>[0] = () => {};
	return {
		listen: (next) => (listener = next),
		post: ({ nonce }) =>
			listener({ type: 'done', nonce, status: 'engine-failed', tests: [], failure: null, durationMs: 0 }),
		ended: new Promise(() => {}),
		kill() {}
	};
}

export function createPool(options: PoolOptions): Pool {
	const { parallel } = options;
	const queue = createQueue({ places: parallel, waiting: options.queue, perClient: options.perClient });
	const spares = createSpares(options.start, options.warm);
	const record = createPoolRecord();

	const secondsFor = (before: number): number =>
		Math.max(1, Math.ceil(((before + 1) * (record.runMs() ?? GUESSED_RUN_MS)) / parallel / 1000));

	/** Waits for a place. Rejects with the signal's reason, and with `PoolFull`. */
	function enter(plan: Plan, { client, signal, onEvent }: PoolRun): Promise<Waiting> {
		return new Promise((resolve, reject) => {
			const one: Waiting = {
				client,
				start() {
					signal.removeEventListener('abort', giveUp);
					resolve(one);
				},
				moved: (before) =>
					onEvent?.({
						type: 'waiting',
						runId: plan.runId,
						wait: { step: 'queued', position: before + 1, seconds: secondsFor(before) }
					})
			};
			const giveUp = () => {
				queue.leave(one);
				reject(signal.reason);
			};
			signal.addEventListener('abort', giveUp, { once: true });
			const refused = queue.enter(one);
			if (!refused) return;
			signal.removeEventListener('abort', giveUp);
			reject(new PoolFull(refused, secondsFor(queue.waiting)));
		});
	}

	/** The run itself. A process that was taken is ended in every case. */
	async function runTaken(plan: Plan, taken: Taken | null, run: PoolRun): Promise<Report> {
		const sandbox = taken?.process.sandbox ?? failedSandbox();
		try {
			if (taken?.cold) record.coldStart();
			return await runInSandbox(sandbox, plan, { id: 'remote', reason: run.reason }, run);
		} finally {
			sandbox.kill();
		}
	}

	return {
		async run(plan, run) {
			run.signal.throwIfAborted();
			const asked = performance.now();
			const place = await enter(plan, run);
			try {
				const taken = await spares.take(plan.need, !plan.allowPrototype);
				const began = performance.now();
				record.waited(began - asked);
				const report = await runTaken(plan, taken, run);
				record.served(report, performance.now() - began);
				return report;
			} finally {
				queue.free(place);
			}
		},
		async collect(from) {
			const taken = await spares.take(from.need, true);
			if (!taken) throw new Error('The sandbox did not start');
			return collectIn(taken.process.sandbox, from);
		},
		warm: async () => spares.warm(),
		metrics: () => ({
			idle: spares.idle,
			busy: queue.taken,
			queued: queue.waiting,
			...record.counts,
			waitMs: record.waitMs(),
			runMs: record.runMs()
		}),
		dispose: spares.dispose
	};
}
