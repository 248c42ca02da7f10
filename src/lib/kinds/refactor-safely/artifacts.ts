import type { ShownBug } from '../../contract/shown-bug.ts';
import type { ExerciseArtifacts, SuiteArtifact } from '../artifacts.ts';
import { compileBugs } from '../bugs/compile-bugs.ts';
import type { CodeRunnable } from '../code-workbench.ts';
import type { CompileTools } from '../kind.ts';
import { compileHidden, ownRunnable } from '../own-program/artifacts.ts';
import type { OwnSuite } from '../own-program/plan.ts';
import { isTestFile } from '../test-files.ts';
import type { RefactorExercise } from './exercise.ts';
import { bugProblem, refactorProblem } from './problems.ts';
import { runRefactor } from './run.ts';

export interface RefactorArtifacts extends ExerciseArtifacts {
	hidden: SuiteArtifact & Pick<OwnSuite, 'loads' | 'program'> & { bugs: readonly ShownBug[] };
}

/** The hidden suite, and the program of the start with its bugs. Rejects with `ExerciseError`. */
export async function compileRefactor(
	exercise: RefactorExercise,
	tools: CompileTools
): Promise<RefactorArtifacts> {
	const tests = Object.keys(exercise.start).filter(isTestFile).sort();
	const { hidden: bugs } = await compileBugs(exercise, tests, tools, bugProblem, 'start');
	const hidden = await compileHidden(exercise, tools, refactorProblem);
	return {
		hidden: { ...hidden, loads: bugs.code, program: bugs.program, bugs: bugs.bugs },
		examples: null,
		packages: null
	};
}

/** See `ownRunnable`. */
export const refactorRunnable = (
	exercise: RefactorExercise,
	{ hidden }: RefactorArtifacts
): CodeRunnable => ({
	...ownRunnable(runRefactor.name, exercise, hidden),
	plants: Object.keys(exercise.program)
});
