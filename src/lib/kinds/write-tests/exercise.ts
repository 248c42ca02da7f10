import type { Exercise, FileMap } from '../../contract/exercise.ts';
import type { LocalizedText } from '../../contract/localized-text.ts';
import type { TestsManifest } from './manifest.ts';

/** Tests laid over the start, or over the solution. */
export interface NamedFiles {
	name: string;
	files: FileMap;
}

/** A suite that is not good enough, laid over the solution. */
export interface WeakSuite extends NamedFiles {
	/** Named bugs that it lets through: exactly these. */
	escapes: readonly string[];
	/** Its tests that fail on the correct program: exactly these. */
	fails: readonly string[];
}

/** An exercise folder of this kind. */
export interface TestsExercise extends Exercise {
	manifest: TestsManifest;
	/** The correct program; paths relative to `program/`. */
	program: FileMap;
	/** The learner's tests at the beginning; paths relative to `start/`. */
	start: FileMap;
	/** Relative to `start/`: laid over it. */
	solution: FileMap;
	/** Other suites that notice everything. */
	also: readonly NamedFiles[];
	wrong: readonly WeakSuite[];
	/** Bugs that somebody has thought of; files laid over the program. */
	mutants: readonly (NamedFiles & { told: LocalizedText })[];
}
