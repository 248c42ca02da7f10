import type { EngineNeed, FileMap } from '../../contract/exercise.ts';
import type { JsonValue } from '../../contract/json.ts';
import type { LearnerScript, Limits, PackagesScript, ProgramStart } from '../../contract/plan.ts';
import type { BugResult } from '../../contract/kill-map.ts';
import type { Baseline, BugsToTry, TestedProgram } from '../../contract/tested-program.ts';
import type { ConsoleEntry, Failure, RunStatus, TestResult } from '../../contract/report.ts';

/** How the scripts are called in stacks. The first line of the learner's and the suite's is the function's head. */
export const HARNESS_SCRIPT = 'passerelle-harness.js';
export const LEARNER_SCRIPT = 'passerelle-learner.js';
export const PROGRAM_SCRIPT = 'passerelle-program.js';
export const SUITE_SCRIPT = 'passerelle-suite.js';
export const PACKAGES_SCRIPT = 'passerelle-packages.js';

/** Host → sandbox, once per sandbox. `nonce` comes back on every message of the run. */
export interface RunRequest {
	type: 'run';
	nonce: string;
	/** `collect`: only find out which tests there are; each comes back `skipped`. */
	mode: 'check' | 'run' | 'collect';
	/** Bodies of the functions described in the contract's plan. */
	learner: string;
	suite: { code: string; statics: readonly string[] } | null;
	entry: string;
	/** See `Plan`. */
	start?: ProgramStart;
	need: EngineNeed;
	/** The learner's files, as written. */
	files: FileMap;
	pages: LearnerScript['pages'];
	packages: PackagesScript | null;
	/** Of the planned run; the suite's alone. */
	input: JsonValue;
	limits: Limits;
	/**
	 * See `Plan`. `try`: bugs that the tests are tried on; null: they are run on the correct program. `ours`: the suite is ours, and
	 * the program has nothing of Vitest.
	 */
	program?: { scripts: TestedProgram['scripts']; try: BugsToTry | null; ours?: true };
	/** The learner's tests are run on the learner's own program. */
	ownTests?: boolean;
	/** Names of errors that may stay unhandled. */
	allowsUnhandled: readonly string[];
}

/**
 * Host → sandbox, any number of times before `run`: scripts that the run will probably have. They are read, not
 * executed, so that the click finds them ready.
 */
export interface PrepareRequest {
	type: 'prepare';
	learner: string;
	suite: string | null;
}
export type HostMessage = PrepareRequest | RunRequest;

/** A printed line; `stack`: of the error that it is about, so that the host can say where. */
export type PrintedEntry = ConsoleEntry & { stack?: string };

/** A part of an output. What is left of a flood is its beginning and its end. */
export interface SaidOutput {
	/** New lines of the beginning. */
	entries: PrintedEntry[];
	/** The last lines, in place of those that were said before. */
	end: PrintedEntry[];
	/** How many lines stood between the beginning and the end. */
	leftOut: number;
}

/** Sandbox → host. `done` comes at most once, last. */
export type SandboxMessage =
	| { type: 'ready' }
	| { type: 'started'; nonce: string }
	| ({ type: 'console'; nonce: string } & SaidOutput)
	| { type: 'test'; nonce: string; test: TestResult }
	/** A test begins on a bug, or (null) on the correct program: were it the last message, it would be this test that does not end. */
	| { type: 'trying'; nonce: string; bug: string | null; test: number }
	| { type: 'bug'; nonce: string; bug: BugResult }
	/** The program has kept its thread for too long, and was stopped from inside: see `createHoldGuard`. */
	| { type: 'held'; nonce: string }
	| {
			type: 'done';
			nonce: string;
			status: Extract<RunStatus, 'ran' | 'nothing-ran' | 'tampered' | 'engine-failed'>;
			/** Every test that was collected, in order. The host compares them with what it expects. */
			tests: TestResult[];
			failure: Failure | null;
			/** See `RunResult`. */
			unhandled: Failure[];
			durationMs: number;
			/** Of runs on the correct program. */
			baseline?: Baseline;
			/** Of runs with bugs: indexes of tests that failed on the correct program, which was tried among them. */
			unstable?: readonly number[];
	  };

/**
 * Gets what nobody caught, with the promise where it came of one that the engine names; true where it was ours, and nobody else is to
 * hear of it.
 */
export type UncaughtListener = (thrown: unknown, promise?: Promise<unknown>) => boolean;

/** What a sandbox gives the harness. Captured before learner code exists. */
export interface SandboxHost {
	/**
	 * Runs a script's text in the global scope; `name`: of one that has one. The script can be run once and not be read again. It has
	 * run when the function returns, or when its promise settles: only of a script with a name, and before there is a program.
	 */
	load(text: string, name?: string): void | Promise<void>;
	send(message: SandboxMessage): void;
	/** Called with what nobody caught: an error of a timer, a promise that was forgotten. One listener. */
	onUncaught(listener: UncaughtListener): void;
	/** Calls in another turn of the event loop; no program can prevent it. Where programs are guarded: see `createHoldGuard`. */
	later?(then: () => void): void;
	/** Names of globals that stay besides the language's own. */
	keepGlobals: readonly string[];
	/**
	 * How often a small suite is run once the sandbox is ready, and how long nobody must have asked for anything before
	 * that begins. Default: as a page does it.
	 */
	warmUps?: { rounds: number; afterMs: number };
}
