import { SuiteError } from '../../lib/compile/compile-suite.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import { PackagesError } from '../../lib/server/catalog/bundle-packages.ts';
import { SolutionError, SuiteTestsError } from '../../lib/server/catalog/compile-exercise.ts';

/** What stops an exercise from being compiled, as a coach reads it. Throws on what is no mistake of the coach. */
export function compileProblems(id: string, error: unknown): Problem[] {
	if (error instanceof SuiteError) {
		const { file, line, message } = error;
		const place = { file: `${id}/${file}`, ...(line === undefined ? {} : { line }) };
		return [{ code: 'compile-error', ...place, message, fix: 'Correct the suite.' }];
	}
	if (error instanceof SolutionError) {
		return error.diagnostics.map(({ text, location }) => ({
			code: 'compile-error',
			file: `${id}/solution/${location?.file ?? ''}`,
			...(location ? { line: location.line } : {}),
			message: `The solution does not compile: ${text}`,
			fix: 'Correct it, or the file of start/ that it leaves as it is.'
		}));
	}
	if (error instanceof SuiteTestsError) {
		const file = `${id}/${error.folder}/`;
		if (error.cause === null) {
			const message = 'The suite has no test.';
			return [{ code: 'no-tests', file, message, fix: 'Write at least one test: test("…", () => { … }).' }];
		}
		const fix = 'Look at what the suite does outside its tests: it must load beside the solution.';
		return [{ code: 'collect-failed', file, message: error.cause.message, fix }];
	}
	if (error instanceof PackagesError) {
		const fix = 'Install it, or correct "packages".';
		return [{ code: 'compile-error', file: `${id}/exercise.json`, message: error.message, fix }];
	}
	throw error;
}
