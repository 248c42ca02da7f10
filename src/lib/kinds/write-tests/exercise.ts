import type { FileMap } from '../../contract/exercise.ts';
import type { BuggyExercise, NamedFiles } from '../bugs/buggy-exercise.ts';
import type { TestsManifest } from './manifest.ts';

/** A suite that is not good enough, laid over the solution. */
interface WeakSuite extends NamedFiles {
	/** Named bugs that it lets through: exactly these. */
	escapes: readonly string[];
	/** Its tests that fail on the correct program: exactly these. */
	fails: readonly string[];
}

/** An exercise folder of this kind. */
export interface TestsExercise extends BuggyExercise {
	manifest: TestsManifest;
	/** The learner's tests at the beginning; paths relative to `start/`. */
	start: FileMap;
	/** Relative to `start/`: laid over it. */
	solution: FileMap;
	/** Other suites that notice everything. */
	also: readonly NamedFiles[];
	wrong: readonly WeakSuite[];
}
