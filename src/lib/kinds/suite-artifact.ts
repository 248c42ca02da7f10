import { compileSuite, SuiteError, type SuiteScript } from '../compile/compile-suite.ts';
import type { EngineNeed, FileMap } from '../contract/exercise.ts';
import { ExerciseError } from './exercise-error.ts';
import type { Collectable, CompileTools } from './kind.ts';

/** A suite of an exercise, and what it stands beside. */
export interface SuiteSource {
	/** Of the exercise. */
	id: string;
	/** Paths relative to the exercise's folder. */
	suite: FileMap;
	/** What it may import as "../start/…". */
	start: FileMap;
	need: EngineNeed;
}

/** Compiles a suite. Rejects with `ExerciseError`. */
export async function suiteScript(
	{ id, suite, start, need }: SuiteSource,
	{ esbuild }: CompileTools
): Promise<SuiteScript> {
	try {
		return await compileSuite(esbuild, suite, start, need);
	} catch (error) {
		if (!(error instanceof SuiteError)) throw error;
		const { file, line, message } = error;
		const place = { file: `${id}/${file}`, ...(line === undefined ? {} : { line }) };
		throw new ExerciseError(message, () => [
			{ code: 'compile-error', ...place, message: `${message}.`, fix: 'Correct the suite.' }
		]);
	}
}

/** The full names of a suite's tests, at least one. Rejects with `ExerciseError`. `folder`: where the suite lies. */
export async function suiteTests(
	id: string,
	folder: string,
	from: Collectable,
	{ collect }: CompileTools
): Promise<string[]> {
	const file = `${id}/${folder}/`;
	const collected = await collect(from);
	if (!collected.ok) {
		const { why } = collected;
		const fix =
			'Look at what the suite and the solution do outside of tests, such as a loop without an end: both must load by themselves.';
		throw new ExerciseError(`${id}: ${why}`, () => [
			{ code: 'collect-failed', file, message: `${why}.`, fix }
		]);
	}
	if (collected.value.length > 0) return collected.value;
	const fix = 'Write at least one test: an exercise without tests can never be passed.';
	throw new ExerciseError(`${id}: the suite has no test`, () => [
		{ code: 'no-tests', file, message: 'The suite has no test.', fix }
	]);
}
