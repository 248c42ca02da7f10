import type { Plan } from '../contract/plan.ts';
import type { ConsoleEntry, Report, TestResult } from '../contract/report.ts';

/** Something that happened during a run. Every event carries the run's id: a late one of another run is dropped. */
export type EngineEvent =
	| { type: 'started'; runId: string }
	| { type: 'console'; runId: string; entries: readonly ConsoleEntry[] }
	| { type: 'test'; runId: string; test: TestResult };

export interface RunOptions {
	/** Aborting stops the run at once; `run` then rejects with the signal's reason. */
	signal: AbortSignal;
	onEvent?: (event: EngineEvent) => void;
}

/** What the next run will probably be made of: known before the click, because the page compiles ahead. */
export interface LikelyRun {
	learner: string;
	/** Null while the suite has not been fetched. */
	suite: string | null;
}

/** A booted engine. Runs of one session never overlap: a second one waits for the first. */
export interface EngineSession {
	/** Always one report; rejects only when aborted. */
	run(plan: Plan, options: RunOptions): Promise<Report>;
	/** Lets the engine ready itself for a run. Only a hint: nothing is executed, and the run may be another. */
	prepare?(likely: LikelyRun): void;
	dispose(): void;
}

/** The port every engine implements. */
export interface Engine {
	readonly id: string;
	/** Whether this engine can run exercises of this need here, or the code of the reason why not. */
	supports(need: string): { ok: true } | { ok: false; reason: string };
	boot(signal: AbortSignal): Promise<EngineSession>;
}
