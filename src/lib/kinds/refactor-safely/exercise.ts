import type { FileMap } from '../../contract/exercise.ts';
import type { BuggyExercise, NamedFiles } from '../bugs/buggy-exercise.ts';
import type { RefactorManifest, UnsafeManifest } from './manifest.ts';

/** An exercise folder of this kind. Its `program` is that of `start/`. */
export interface RefactorExercise extends BuggyExercise {
	manifest: RefactorManifest;
	/** The program, right and badly written, and tests that let bugs through; paths relative to `start/`. */
	start: FileMap;
	/** The program written better, and tests that notice every bug. Relative to `start/`: laid over it. */
	solution: FileMap;
	/** The hidden suite: what the program does, and how it is to be written; paths relative to the folder (`tests/…`). */
	tests: FileMap;
	/** Other right ways, laid over the solution: each must pass. */
	also: readonly NamedFiles[];
	/** Work that is not right, laid over the solution, and exactly what is wrong with it. */
	wrong: readonly (NamedFiles & Omit<UnsafeManifest, '$schema'>)[];
}
