import type { BugResult } from '../contract/kill-map.ts';
import type { EngineNeed, FileMap } from '../contract/exercise.ts';
import type { Plan } from '../contract/plan.ts';
import type { RunSetting } from '../contract/run-setting.ts';
import type { ConsoleEntry, Report, RunStatus, TestResult } from '../contract/report.ts';

/**
 * Something that happened while a plan was run. `runId` is the plan's own: a late event of another plan is dropped. `run`
 * is the id of the `PlannedRun`.
 */
export type EngineEvent =
	| { type: 'started'; runId: string; run: string }
	| { type: 'console'; runId: string; run: string; entries: readonly ConsoleEntry[] }
	| { type: 'test'; runId: string; run: string; test: TestResult }
	/** The learner's tests were tried on another bug; `left` are still to be tried. */
	| { type: 'bug'; runId: string; run: string; bug: BugResult; left: number }
	| { type: 'ended'; runId: string; run: string; status: RunStatus }
	/** The plan as a whole has to wait for something before it goes on. */
	| { type: 'waiting'; runId: string; wait: Wait };

/** What one waits for, said to the learner. */
export type Wait =
	/** Others are before it; `position` 1 is the next. */
	| { step: 'queued'; position: number; seconds: number }
	/** The server takes nothing now, it is tried again after so many seconds. */
	| { step: 'busy'; seconds: number }
	/** The engine that is here could not end it, should it never end: another one runs it. */
	| { step: 'elsewhere' }
	/** A container is being made ready. */
	| { step: 'booting' | 'mounting' }
	/** `log`: a piece of what the installer printed. */
	| { step: 'installing'; log: string };

export interface RunOptions {
	/** Aborting stops the run at once; `run` then rejects with the signal's reason. */
	signal: AbortSignal;
	onEvent?: (event: EngineEvent) => void;
	/** Another setting than the stated one: only engines of Node and Deno, which prove exercises, can have it. */
	setting?: RunSetting;
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
	dispose(): void;
}

/** A session in a page, where somebody is about to press the button. */
export interface PageSession extends EngineSession {
	/** Lets the engine ready itself for a run. Only a hint: nothing is executed, and the run may be another. */
	prepare(likely: LikelyRun): void;
	/** Null for engines that have no whole machine behind them. */
	readonly machine: Machine | null;
}

/** A machine one can work in, beside the runs: a shell, files, servers. */
export interface Machine {
	/** Puts the learner's files where the shell works, so that it sees what the editor shows. */
	writeFiles(files: FileMap): Promise<void>;
	shell(size: { cols: number; rows: number }, onOutput: (text: string) => void): Promise<Shell>;
	/** Calls with the address of a server that a program started, null when it is gone. Returns what stops listening. */
	onServer(listener: (server: { port: number; url: string } | null) => void): () => void;
}

export interface Shell {
	write(text: string): void;
	resize(size: { cols: number; rows: number }): void;
	/** Settles with the exit code. */
	readonly exit: Promise<number>;
	kill(): void;
}

export type EngineId = 'worker' | 'dom' | 'webcontainer' | 'remote' | 'native' | 'fake';

/** The port every engine implements. */
export interface Engine<Session extends EngineSession = EngineSession> {
	readonly id: EngineId;
	/** Whether this engine can run exercises of this need here, or the code of the reason why not. */
	supports(need: EngineNeed): { ok: true } | { ok: false; reason: string };
	/** Rejects with an `EngineError` where the engine cannot be had. */
	boot(signal: AbortSignal, onWait?: (wait: Wait) => void): Promise<Session>;
}

/** An engine that cannot be had, now or here: another one may be. `reason` is a code that the page can say. */
export class EngineError extends Error {
	constructor(
		readonly reason: string,
		message: string,
		options?: ErrorOptions
	) {
		super(message, options);
	}
}
