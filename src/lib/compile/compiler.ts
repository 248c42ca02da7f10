import type { EngineNeed, FileMap } from '../contract/exercise.ts';
import type { Diagnostic } from '../contract/diagnostic.ts';
import type { LearnerScript } from '../contract/plan.ts';

/** What a learner's files become: a script, or the reasons why there is none. */
export type CompileResult =
	| { ok: true; script: LearnerScript; warnings: readonly Diagnostic[] }
	| { ok: false; diagnostics: readonly Diagnostic[] };

export interface LearnerSource {
	/** Paths relative to `start/`. */
	files: FileMap;
	entry: string;
	/** Modules that the suite may replace (`vi.mock`). */
	mocked: readonly string[];
	/** What may be imported besides the learner's own files depends on it. */
	need: EngineNeed;
	/** Names of the npm packages that may be imported. */
	packages: readonly string[];
	/**
	 * Where the learner writes tests: the files of the program that they are for, which may be imported beside "vitest" and are
	 * not compiled. Texts, or only what is exported where the program is hidden.
	 */
	program?: FileMap;
	/** Files of the learner's program, in JavaScript, into which bugs are planted too. Absent: none. */
	plants?: readonly string[];
}

/** Compiles learner files: in the page by esbuild-wasm, or on the server until that has been downloaded. */
export interface Compiler {
	compile(source: LearnerSource, signal: AbortSignal): Promise<CompileResult>;
}
