import type { ProgramStart } from '../../contract/plan.ts';
import type { ProgramEnding } from '../../contract/report.ts';
import type { GivenModules, Modules } from './modules.ts';
import type { RunRequest } from './protocol.ts';

/** What a world gets at the beginning of a run, before anything of the learner or the suite was called. */
export interface WorldRun {
	request: RunRequest;
	/** The learner's modules as the suite sees them, mocks included. */
	modules: Modules;
	/** New instances of the learner's modules, as when a program is started once more. */
	fresh(): Modules;
	/** Evaluates the npm packages of the exercise: name → exports. Null where it has none. See `PackagesScript`. */
	packages: ((require: (name: string) => object) => Promise<Readonly<Record<string, object>>>) | null;
	/** Told what ended a program that the suite has started: the suite itself sees only its exit code. */
	crashed(thrown: unknown): void;
}

/**
 * What an exercise has around it besides the language: a page, or Node's modules. An entry makes one before the realm
 * is hardened; a sandbox without one (`bareWorld`) runs what needs only the language.
 */
export interface World extends GivenModules {
	/** Globals that stay besides the language's own and the host's. */
	readonly keepGlobals: readonly string[];
	/** What a suite means by `fetch`, whatever a program has put in its place. See `compileSuite`. */
	readonly fetch?: object;
	/**
	 * Once globals are removed, before intrinsics are frozen: freezes the world's own classes in its own way. Returns
	 * objects that freezing the intrinsics leaves as they are.
	 */
	lock?(): Iterable<object>;
	/** Once globals are removed and intrinsics frozen: locks what the world itself brought along. */
	harden?(): void;
	/** Asked after every test: whether nothing of the world was forged. */
	intact?(): boolean;
	/** Told when the program was stopped because it kept its thread: what it has made is not to hold that thread on. */
	halt?(): void;
	begin?(run: WorldRun): void | Promise<void>;
	/** Starts the learner's program (`run`); resolves with what is worth saying of its end. Without it the entry is loaded. */
	start?(entry: string, modules: Modules, start: ProgramStart | undefined): Promise<readonly ProgramEnding[]>;
	/** Told first of what nobody caught; true where the world deals with it. */
	uncaught?(thrown: unknown, promise?: Promise<unknown>): boolean;
}

export const bareWorld: World = { keepGlobals: [] };
