import type { CompiledSuite, FileMap } from '../../contract/exercise.ts';
import type { ShownBug } from '../../contract/shown-bug.ts';
import type { TestedProgram } from '../../contract/tested-program.ts';
import type { CodeRunnable } from '../code-workbench.ts';

/** What runs and pages know of an exercise of this kind. */
export interface TestsRunnable extends CodeRunnable {
	/** Texts of the program where it is shown; else what its files export, and nothing more. */
	program: FileMap;
}

/** What is fetched when a check begins. */
export interface TestsSuite extends CompiledSuite {
	program: TestedProgram;
	bugs: readonly ShownBug[];
}
