import type { FileMap } from '../../contract/exercise.ts';
import { compileBugs, outlineOf, type BugArtifacts } from '../bugs/compile-bugs.ts';
import type { CompileTools } from '../kind.ts';
import type { TestsExercise } from './exercise.ts';
import { isTestFile } from '../test-files.ts';
import { bugProblem } from './problems.ts';
import { runTests } from './run.ts';
import type { TestsRunnable } from './runnable.ts';

/** Compiles the program with its bugs. Rejects with `ExerciseError`. */
export const compileTests = (exercise: TestsExercise, tools: CompileTools): Promise<BugArtifacts> =>
	compileBugs(exercise, Object.keys(exercise.start).filter(isTestFile).sort(), tools, bugProblem);

/** What runs and pages may know. Every field is named one by one: a new field of an exercise stays secret. */
export function testsRunnable(exercise: TestsExercise): TestsRunnable {
	const { manifest, program, start } = exercise;
	const isShown = manifest.program === 'shown';
	const known: FileMap = isShown ? program : outlineOf(program);
	const own = Object.entries(start).map(([path, text]) => ({ path, editable: true, text }));
	const read = isShown
		? Object.entries(program).map(([path, text]) => ({ path, editable: false, text }))
		: [];
	return {
		id: exercise.id,
		hash: exercise.hash,
		kind: runTests.name,
		need: manifest.need,
		files: [...own, ...read],
		entry: own[0]?.path ?? '',
		timeLimitMs: manifest.timeLimitMs,
		points: manifest.points,
		allowPrototype: false,
		allowsUnhandled: [],
		hasExamples: false,
		mocked: [],
		packages: {},
		serves: false,
		program: known
	};
}
