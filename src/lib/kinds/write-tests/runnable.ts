import type { FileMap } from '../../contract/exercise.ts';
import type { CodeRunnable } from '../code-workbench.ts';

/** What runs and pages know of an exercise of this kind. */
export interface TestsRunnable extends CodeRunnable {
	/** Texts of the program where it is shown; else what its files export, and nothing more. */
	program: FileMap;
}
