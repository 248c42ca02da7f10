import { compileLearner } from '../../compile/compile-learner.ts';
import { compileSuite, SuiteError } from '../../compile/compile-suite.ts';
import type { PackagesScript } from '../../contract/plan.ts';
import type { Problem } from '../../contract/problem.ts';
import { lineIn } from '../../exercise/check-suite-names.ts';
import type { SuiteName } from '../../exercise/folder-kind.ts';
import type { ExerciseArtifacts, SuiteArtifact } from '../artifacts.ts';
import { ExerciseError } from '../exercise-error.ts';
import type { CompileTools } from '../kind.ts';
import { solutionFiles, type CodeExercise } from './exercise.ts';
import { SUITE_FOLDERS } from './names.ts';
import { runCode } from './run.ts';
import { sourceOf, type CodeRunnable } from './runnable.ts';

const suiteError = (id: string, { file, line, message }: SuiteError): ExerciseError =>
	new ExerciseError(message, () => [
		{
			code: 'compile-error',
			file: `${id}/${file}`,
			...(line === undefined ? {} : { line }),
			message: `${message}.`,
			fix: 'Correct the suite.'
		}
	]);

const noTests = (file: string): Problem => ({
	code: 'no-tests',
	file,
	message: 'The suite has no test.',
	fix: 'Write at least one test: an exercise without tests can never be passed.'
});

const notCollected = (file: string, why: string): Problem => ({
	code: 'collect-failed',
	file,
	message: `${why}.`,
	fix: 'Look at what the suite and the solution do outside of tests, such as a loop without an end: both must load by themselves.'
});

async function compileOne(
	exercise: CodeExercise,
	suite: SuiteName,
	packages: PackagesScript | null,
	tools: CompileTools
): Promise<SuiteArtifact> {
	const { id, manifest, solution } = exercise;
	const folder = SUITE_FOLDERS[suite];
	const files = solutionFiles(exercise);
	const script = await compileSuite(tools.esbuild, exercise[folder], files, manifest.need).catch(
		(error: unknown) => {
			throw error instanceof SuiteError ? suiteError(id, error) : error;
		}
	);
	const source = sourceOf({ ...manifest, mocked: script.mocked }, files);
	const learner = await compileLearner(tools.esbuild, source);
	if (!learner.ok) {
		const problems = learner.diagnostics.map(({ text, location }): Problem => {
			const own = location && !Object.hasOwn(solution, location.file) ? 'start' : 'solution';
			return {
				code: 'compile-error',
				file: `${id}/${own}/${location?.file ?? ''}`,
				...(location ? { line: location.line } : {}),
				message: `The solution does not compile: ${text}.`,
				fix: 'Correct it, or the file of start/ that it leaves as it is.'
			};
		});
		const why = `${id}: the solution does not compile: ${learner.diagnostics[0]?.text}`;
		throw new ExerciseError(why, () => problems);
	}
	const { need } = manifest;
	const versions = manifest.packages;
	const collected = await tools.collect({
		need,
		learner: learner.script,
		files,
		packages: { versions, code: packages },
		suite: script
	});
	const file = `${id}/${folder}/`;
	if (!collected.ok)
		throw new ExerciseError(`${id}: ${collected.why}`, () => [notCollected(file, collected.why)]);
	if (collected.value.length === 0)
		throw new ExerciseError(`${id}: the suite has no test`, () => [noTests(file)]);
	return { ...script, expected: collected.value };
}

/** Compiles and collects both suites. A third of a second. */
export async function compileCode(exercise: CodeExercise, tools: CompileTools): Promise<ExerciseArtifacts> {
	const packages = await tools.packages(exercise.manifest.packages);
	if (!packages.ok) {
		const { why } = packages;
		const file = `${exercise.id}/exercise.json`;
		throw new ExerciseError(why, (sources) => [
			{
				code: 'missing-package',
				file,
				...lineIn(sources, file, ['packages']),
				message: why,
				fix: 'Install it where the exercises are checked, or correct "packages".'
			}
		]);
	}
	const hidden = await compileOne(exercise, 'hidden', packages.value, tools);
	const hasExamples = Object.keys(exercise.examples).length > 0;
	const examples = hasExamples ? await compileOne(exercise, 'examples', packages.value, tools) : null;
	return { hidden, examples, packages: packages.value };
}

/**
 * What runs and pages may know of an exercise. Every field is named here one by one: a new field of an exercise stays
 * secret until somebody writes it down.
 */
export function codeRunnable(exercise: CodeExercise, { hidden, examples }: ExerciseArtifacts): CodeRunnable {
	const { manifest } = exercise;
	return {
		id: exercise.id,
		hash: exercise.hash,
		kind: runCode.name,
		need: manifest.need,
		files: manifest.files.map(({ path, editable }) => ({ path, editable, text: exercise.start[path] ?? '' })),
		entry: manifest.entry,
		timeLimitMs: manifest.timeLimitMs,
		points: manifest.points,
		allowPrototype: manifest.allowPrototype,
		hasExamples: examples !== null,
		mocked: [...new Set([...hidden.mocked, ...(examples?.mocked ?? [])])],
		packages: manifest.packages,
		serves: manifest.serves
	};
}
