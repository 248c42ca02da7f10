import { compileLearner } from '../../compile/compile-learner.ts';
import { compileProgram, ProgramError } from '../../compile/compile-program.ts';
import type { FileMap } from '../../contract/exercise.ts';
import type { TestedProgram } from '../../contract/tested-program.ts';
import type { ExerciseArtifacts, SuiteArtifact } from '../artifacts.ts';
import { sourceOf, type CodeRunnable } from '../code-workbench.ts';
import { ExerciseError } from '../exercise-error.ts';
import type { CompileTools } from '../kind.ts';
import { solutionFiles } from '../submitted-files.ts';
import { suiteScript, suiteTests } from '../suite-artifact.ts';
import { isTestFile, loadTests } from '../test-files.ts';
import { inOrder, programOf, type FindExercise } from './exercise.ts';
import type { FindSuite } from './plan.ts';
import { findProblem } from './problems.ts';
import { runFind } from './run.ts';

export interface FindArtifacts extends ExerciseArtifacts {
	hidden: SuiteArtifact & Pick<FindSuite, 'loads' | 'program'>;
}

/** The bug's name among those of a program: there is one. */
const BUG = 'start';

/** The suite of a mended program, collected beside the solution. */
async function compileHidden(exercise: FindExercise, tools: CompileTools): Promise<SuiteArtifact> {
	const { id, manifest, tests, solution } = exercise;
	const files = solutionFiles(exercise);
	const script = await suiteScript({ id, suite: tests, start: files, need: manifest.need }, tools);
	const learner = await compileLearner(tools.esbuild, sourceOf(sourceFields(files, script.mocked), files));
	if (!learner.ok) {
		const [first] = learner.diagnostics;
		const { text = '', location = null } = first ?? {};
		const folder = location && !Object.hasOwn(solution, location.file) ? 'start' : 'solution';
		const place = {
			file: `${id}/${folder}/${location?.file ?? ''}`,
			...(location && { line: location.line })
		};
		throw new ExerciseError(`${id}: ${text}`, () => [findProblem('compile-error/solution', place, { text })]);
	}
	const from = {
		need: manifest.need,
		learner: learner.script,
		files,
		packages: { versions: {}, code: null },
		suite: script
	};
	return { ...script, expected: await suiteTests(id, 'tests', from, tools, tests) };
}

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
	const hidden = await compileHidden(exercise, tools);
	const program = await compileBoth(exercise, tools);
	const loads = loadTests(Object.keys(exercise.start).filter(isTestFile).sort());
	return { hidden: { ...hidden, loads, program }, examples: null, packages: null };
}

/** How a learner's files are compiled: they import each other, and "vitest". */
const sourceFields = (
	files: FileMap,
	mocked: readonly string[]
): Pick<CodeRunnable, 'entry' | 'mocked' | 'need' | 'packages' | 'program'> => ({
	entry: inOrder(files)[0]?.[0] ?? '',
	mocked,
	need: 'worker',
	packages: {},
	program: {}
});

/** What runs and pages may know. Every field is named one by one: a new field of an exercise stays secret. */
export function findRunnable(
	{ id, hash, manifest, start }: FindExercise,
	{ hidden }: FindArtifacts
): CodeRunnable {
	return {
		...sourceFields(start, hidden.mocked),
		id,
		hash,
		kind: runFind.name,
		files: inOrder(start).map(([path, text]) => ({ path, editable: true, text })),
		timeLimitMs: manifest.timeLimitMs,
		points: manifest.points,
		allowPrototype: false,
		allowsUnhandled: [],
		hasExamples: false,
		serves: false
	};
}
