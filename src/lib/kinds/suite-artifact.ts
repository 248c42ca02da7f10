import { compileSuite, SuiteError, type SuiteScript } from '../compile/compile-suite.ts';
import { resolveRelative } from '../compile/resolve.ts';
import type { EngineNeed, FileMap } from '../contract/exercise.ts';
import { problem, type Problem } from '../contract/problem.ts';
import { lineAt } from '../exercise/line-at.ts';
import { isNear } from '../exercise/near-names.ts';
import { nearestName } from '../exercise/nearest-name.ts';
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

/** Which file a suite imports that is not there, and which one is meant; null where the message says something else. */
function missingFile(
	importer: string,
	message: string,
	suite: readonly string[],
	start: readonly string[]
): { wanted: string; meant: string | null } | null {
	const specifier = /^Could not resolve "(\.[^"]*)"$/.exec(message)?.[1];
	const wanted = specifier === undefined ? null : resolveRelative(importer, specifier);
	if (wanted === null) return null;
	const files = [...suite, ...start.map((path) => `start/${path}`)];
	const meant = files.find((one) => isNear(one, wanted)) ?? nearestName(wanted, files) ?? null;
	return { wanted, meant };
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
		// The compiler names no line at the end of a file.
		const last = /end of file$/.test(message) ? suite[file]?.trimEnd().split('\n').length : undefined;
		const place = { file: `${id}/${file}`, ...((line ?? last) === undefined ? {} : { line: line ?? last }) };
		const missing = missingFile(file, message, Object.keys(suite), Object.keys(start));
		throw new ExerciseError(message, () => [
			missing
				? problem('compile-error/no-file', place, missing)
				: problem('compile-error/suite', place, { text: message })
		]);
	}
}

/** What Vitest has and a suite imports. */
const FROM_VITEST = /^(?:test|it|describe|suite|expect|vi|vitest|assert|(?:before|after)(?:Each|All))$/;

/** The place of a name that is asked for at once and does not exist, and what is said of it; null where something else is wrong. */
function notDefined(id: string, why: string, code: FileMap): Problem | null {
	const name = /ReferenceError: ([\w$]+) is not defined$/.exec(why)?.[1];
	if (name === undefined) return null;
	const word = new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`);
	const [path, text] = Object.entries(code).find(([, one]) => word.test(one)) ?? [];
	if (path === undefined || text === undefined) return null;
	const place = { file: `${id}/${path}`, line: lineAt(text, text.search(word)) };
	return problem('collect-failed/not-defined', place, { name, fromVitest: FROM_VITEST.test(name) });
}

/**
 * The full names of a suite's tests, at least one. Rejects with `ExerciseError`.
 * @param folder where the suite lies
 * @param code path in the exercise's folder → text of what is loaded, to name lines
 * @param explain a reason of the sandbox → the problem that it is, where a kind knows it
 */
export async function suiteTests(
	id: string,
	folder: string,
	from: Collectable,
	{ collect }: CompileTools,
	code: FileMap = {},
	explain: (why: string) => Problem | null = () => null
): Promise<string[]> {
	const file = `${id}/${folder}/`;
	const collected = await collect(from);
	if (!collected.ok) {
		const { why } = collected;
		throw new ExerciseError(`${id}: ${why}`, () => [
			notDefined(id, why, code) ?? explain(why) ?? problem('collect-failed', { file }, { why })
		]);
	}
	if (collected.value.length > 0) return collected.value;
	throw new ExerciseError(`${id}: the suite has no test`, () => [problem('no-tests/suite', { file })]);
}
