import { compileProgram, ProgramError } from '../../compile/compile-program.ts';
import type { TestedProgram } from '../../contract/tested-program.ts';
import type { ExerciseArtifacts, SuiteArtifact } from '../artifacts.ts';
import type { CodeRunnable } from '../code-workbench.ts';
import { ExerciseError } from '../exercise-error.ts';
import type { CompileTools } from '../kind.ts';
import { compileHidden, ownRunnable } from '../own-program/artifacts.ts';
import { programOf } from '../own-program/files.ts';
import type { OwnSuite } from '../own-program/plan.ts';
import { isTestFile, loadTests } from '../test-files.ts';
import type { FindExercise } from './exercise.ts';
import { findProblem } from './problems.ts';
import { runFind } from './run.ts';

export interface FindArtifacts extends ExerciseArtifacts {
	hidden: SuiteArtifact & Pick<OwnSuite, 'loads' | 'program'>;
}

/** The bug's name among those of a program: there is one. */
const BUG = 'start';

/** The correct program, and the one that the learner begins with as its bug. */
async function compileBoth(
	{ id, manifest, start, solution }: FindExercise,
	tools: CompileTools
): Promise<TestedProgram> {
	const correct = programOf({ ...start, ...solution });
	const buggy = programOf(start);
	const changed = Object.entries(buggy).filter(([path, text]) => text !== correct[path]);
	const bug = { name: BUG, files: Object.fromEntries(changed) };
	try {
		return (await compileProgram(tools, correct, [bug], manifest.need, () => false)).program;
	} catch (error) {
		if (!(error instanceof ProgramError)) throw error;
		const { message: text, bug: of, file, line } = error;
		const inSolution = of === null && file !== null && Object.hasOwn(solution, file);
		const folder = inSolution ? 'solution' : 'start';
		const place = { file: `${id}/${folder}/${file ?? ''}`, ...(line === null ? {} : { line }) };
		const detail = of === null ? 'compile-error/solution' : 'compile-error/start';
		throw new ExerciseError(`${id}: ${text}`, () => [findProblem(detail, place, { text })]);
	}
}

/** The suite, and the program with and without its bug. Rejects with `ExerciseError`. */
export async function compileFind(exercise: FindExercise, tools: CompileTools): Promise<FindArtifacts> {
	const hidden = await compileHidden(exercise, tools, findProblem);
	const program = await compileBoth(exercise, tools);
	const loads = loadTests(Object.keys(exercise.start).filter(isTestFile).sort());
	return { hidden: { ...hidden, loads, program }, examples: null, packages: null };
}

/** See `ownRunnable`. */
export const findRunnable = (exercise: FindExercise, { hidden }: FindArtifacts): CodeRunnable =>
	ownRunnable(runFind.name, exercise, hidden);
