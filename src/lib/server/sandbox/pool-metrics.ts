import type { Report } from '../../contract/report.ts';
import type { PageJudgement } from '../browser/page-judge.ts';
import { createMedian } from '../guard/median.ts';

/** Times in milliseconds, medians of the last 200 runs; null before the first. */
export interface PoolMetrics {
	/** Processes that are booted and wait. */
	idle: number;
	/** Runs under way. */
	busy: number;
	/** Runs that wait for a place. */
	queued: number;
	/** Runs that ended with a report. */
	served: number;
	/** Of these: our own fault, the time limit, and the memory limit. */
	failed: number;
	timeouts: number;
	outOfMemory: number;
	/** Runs that found no booted process. */
	coldStarts: number;
	waitMs: number | null;
	runMs: number | null;
	/** Walls of the system around each process; null where nobody has looked yet. */
	walls: readonly string[] | null;
	/** Who judges pages; null where nobody has looked yet. */
	pages: PageJudgement | null;
}

/** Counts what a pool does. */
export function createPoolRecord() {
	const counts = { served: 0, failed: 0, timeouts: 0, outOfMemory: 0, coldStarts: 0 };
	const runs = createMedian();
	return {
		counts,
		coldStart: () => void (counts.coldStarts += 1),
		served({ status }: Report, ms: number) {
			counts.served += 1;
			runs.add(ms);
			if (status === 'engine-failed') counts.failed += 1;
			if (status === 'timeout') counts.timeouts += 1;
			if (status === 'out-of-memory') counts.outOfMemory += 1;
		},
		runMs: () => runs.value()
	};
}
