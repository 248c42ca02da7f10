import { SuiteError } from '../../lib/compile/compile-suite.ts';
import type { Exercise } from '../../lib/contract/exercise.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import { lineIn, type Sources } from '../../lib/exercise/check-suite-names.ts';
import { PackagesError } from '../../lib/server/catalog/bundle-packages.ts';
import { SolutionError, SuiteTestsError } from '../../lib/server/catalog/compile-exercise.ts';

/**
 * What stops an exercise from being compiled (a rejection of `compileExercise` or of an artifact store), as a coach reads
 * it. Throws on what is no mistake of the coach.
 */
export function compileProblems(exercise: Exercise, error: unknown, sources: Sources = new Map()): Problem[] {
	const { id } = exercise;
	if (error instanceof SuiteError) {
		const { file, line, message } = error;
		const place = { file: `${id}/${file}`, ...(line === undefined ? {} : { line }) };
		return [{ code: 'compile-error', ...place, message: `${message}.`, fix: 'Correct the suite.' }];
	}
	if (error instanceof SolutionError) {
		return error.diagnostics.map(({ text, location }): Problem => {
			const folder = location && !Object.hasOwn(exercise.solution, location.file) ? 'start' : 'solution';
			return {
				code: 'compile-error',
				file: `${id}/${folder}/${location?.file ?? ''}`,
				...(location ? { line: location.line } : {}),
				message: `The solution does not compile: ${text}.`,
				fix: 'Correct it, or the file of start/ that it leaves as it is.'
			};
		});
	}
	if (error instanceof SuiteTestsError) {
		const file = `${id}/${error.folder}/`;
		if (error.cause === null) {
			const fix = 'Write at least one test: an exercise without tests can never be passed.';
			return [{ code: 'no-tests', file, message: 'The suite has no test.', fix }];
		}
		const fix =
			'Look at what the suite and the solution do outside of tests, such as a loop without an end: both must load by themselves.';
		return [{ code: 'collect-failed', file, message: `${error.cause.message}.`, fix }];
	}
	if (error instanceof PackagesError) {
		const file = `${id}/exercise.json`;
		const fix = 'Install it where the exercises are checked, or correct "packages".';
		const place = lineIn(sources, file, ['packages']);
		return [{ code: 'missing-package', file, ...place, message: error.message, fix }];
	}
	throw error;
}
