import type { Exercise, FileMap } from '../../contract/exercise.ts';
import type { FaultManifest, FindManifest } from './manifest.ts';

/** An exercise folder of this kind. */
export interface FindExercise extends Exercise {
	manifest: FindManifest;
	/** The program with its bug, and tests that do not show it; paths relative to `start/`. */
	start: FileMap;
	/** The correct program, and tests that show the bug. Relative to `start/`: laid over it. */
	solution: FileMap;
	/** The hidden suite that a mended program passes; paths relative to the folder (`tests/…`). */
	tests: FileMap;
	/** Other right ways, laid over the solution: each must pass. */
	also: readonly { name: string; files: FileMap }[];
	/** Work that is not right, laid over the solution, and exactly what is wrong with it. */
	wrong: readonly ({ name: string; files: FileMap } & Omit<FaultManifest, '$schema'>)[];
}
