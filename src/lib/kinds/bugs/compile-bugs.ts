import { isScript } from '../../compile/check-scripts.ts';
import { compileProgram, ProgramError, type BugChange } from '../../compile/compile-program.ts';
import { exportedNames } from '../../compile/typed/exported-names.ts';
import { readSource } from '../../compile/typed/source-text.ts';
import type { FileMap } from '../../contract/exercise.ts';
import type { LocalizedText } from '../../contract/localized-text.ts';
import type { Problem } from '../../contract/problem.ts';
import type { ShownBug } from '../../contract/shown-bug.ts';
import type { TestedProgram } from '../../contract/tested-program.ts';
import { nearestName } from '../../exercise/nearest-name.ts';
import { lineIn } from '../../exercise/sources.ts';
import { typesetAll } from '../../exercise/typography.ts';
import type { ExerciseArtifacts, SuiteArtifact } from '../artifacts.ts';
import { ExerciseError } from '../exercise-error.ts';
import type { CompileTools } from '../kind.ts';
import { loadTests } from '../test-files.ts';
import type { BuggyExercise } from './buggy-exercise.ts';
import type { BugProblem } from './problems.ts';

export interface BugArtifacts extends ExerciseArtifacts {
	hidden: SuiteArtifact & { program: TestedProgram; bugs: readonly ShownBug[] };
}

function toProblem(
	id: string,
	program: string,
	{ message, bug, file, line }: ProgramError,
	problem: BugProblem
): Problem {
	const folder = bug === null ? program : `mutants/${bug}`;
	const place = { file: `${id}/${folder}/${file ?? ''}`, ...(line === null ? {} : { line }) };
	return bug === null
		? problem('compile-error/program', place, { text: message })
		: problem('compile-error/mutant', place, { bug, text: message });
}

/** What is said of a named bug, set as other texts are. */
function toldOf({ mutants, manifest }: BuggyExercise, name: string | null): LocalizedText | null {
	const told = mutants.find((one) => one.name === name)?.told;
	return told ? typesetAll(told, manifest) : null;
}

const shown = ({ id, name, file, line, was, becomes }: BugChange, exercise: BuggyExercise): ShownBug => ({
	id,
	told: toldOf(exercise, name),
	file,
	line,
	was,
	becomes
});

/** An exclusion of a bug that there is not: the program has changed since. */
function refuseUnknown(
	{ id, manifest }: BuggyExercise,
	automatic: readonly string[],
	problem: BugProblem
): void {
	const unknown = manifest.excluded.flatMap(({ bug }, index) =>
		automatic.includes(bug) ? [] : { bug, index }
	);
	if (unknown.length === 0) return;
	throw new ExerciseError(`${id}: there is no bug "${unknown[0]!.bug}"`, (sources) =>
		unknown.map(({ bug, index }) => {
			const file = `${id}/exercise.json`;
			const place = { file, ...lineIn(sources, file, ['excluded', index]) };
			return problem('unknown-bug', place, { bug, meant: nearestName(bug, automatic) ?? null });
		})
	);
}

/**
 * Compiles the program with its bugs. Rejects with `ExerciseError`.
 * @param tests files of the learner's tests: the suite of such an exercise only loads them
 * @param folder where the program lies
 */
export async function compileBugs(
	exercise: BuggyExercise,
	tests: readonly string[],
	tools: CompileTools,
	problem: BugProblem,
	folder = 'program'
): Promise<BugArtifacts> {
	const { id, manifest, program, mutants } = exercise;
	const excluded = new Set(manifest.excluded.map(({ bug }) => bug));
	const wanted = (bug: string): boolean => manifest.automatic && !excluded.has(bug);
	try {
		const compiled = await compileProgram(tools, program, mutants, manifest.need, wanted);
		refuseUnknown(exercise, compiled.automatic, problem);
		return {
			hidden: {
				code: loadTests(tests),
				statics: [],
				mocked: [],
				expected: [],
				program: compiled.program,
				bugs: compiled.changes.map((change) => shown(change, exercise))
			},
			examples: null,
			packages: null
		};
	} catch (error) {
		if (!(error instanceof ProgramError)) throw error;
		throw new ExerciseError(`${id}: ${error.message}`, () => [toProblem(id, folder, error, problem)]);
	}
}

/** What a program's files export, and nothing of what they do. */
export const outlineOf = (program: FileMap): FileMap =>
	Object.fromEntries(Object.entries(program).map(([path, text]) => [path, outline(path, text)]));

function outline(path: string, text: string): string {
	if (!isScript(path)) return '';
	return exportedNames(readSource(text))
		.map((name) => (name === 'default' ? 'export default undefined;' : `export let ${name};`))
		.join('\n');
}
