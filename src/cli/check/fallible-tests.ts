import * as esbuild from 'esbuild';
import { mutate } from '../../lib/compile/mutants.ts';
import type { Exercise, FileMap } from '../../lib/contract/exercise.ts';
import { solutionFiles, type Attempt, type AttemptOptions, type Runnable } from './attempt.ts';

/** Changes of a solution that are tried before a test is said to check nothing: about three seconds of runs. */
const MUTANTS_TRIED = 40;

const isScript = (path: string): boolean => /\.(js|mjs|ts)$/.test(path) && !path.endsWith('.d.ts');

/** Changed versions of the solution, in a fixed order: each file's first ones first. */
async function* changedSolutions(exercise: Exercise): AsyncGenerator<FileMap> {
	const files = solutionFiles(exercise);
	const changed = exercise.manifest.files.filter(({ path, editable }) => editable && isScript(path));
	const perFile = await Promise.all(
		changed.map(async ({ path }) => {
			const text = files[path] ?? '';
			if (!path.endsWith('.ts')) return { path, mutants: mutate(text) };
			const { code } = await esbuild.transform(text, { loader: 'ts', target: 'es2022' });
			return { path, mutants: mutate(code) };
		})
	);
	const most = Math.max(0, ...perFile.map(({ mutants }) => mutants.length));
	for (let index = 0; index < most; index++) {
		for (const { path, mutants } of perFile) {
			const mutant = mutants[index];
			if (mutant) yield { ...files, [path]: mutant.code };
		}
	}
}

/** A test that failed by its own doing: where a file threw while it was loaded, every test fails whatever it checks. */
const failures = ({ tests }: Attempt): string[] =>
	tests.filter(({ failure }) => failure && failure.kind !== 'load').map(({ name }) => name);

export interface FallibleOptions {
	/** What was tried already. */
	attempts: readonly Attempt[];
	/** For one changed solution, ms. */
	timeLimitMs: number;
	run: (files: FileMap, expected: () => boolean, options: AttemptOptions) => Promise<Attempt>;
}

/**
 * Names of hidden tests that nothing fails: neither what was tried already, nor a changed solution. Solutions are changed
 * only for tests that are left.
 */
export async function testsNobodyFails(
	{ exercise, artifacts }: Runnable,
	{ attempts, timeLimitMs, run }: FallibleOptions
): Promise<string[]> {
	const failed = new Set(attempts.flatMap(failures));
	let left = artifacts.hidden.expected.filter((name) => !failed.has(name));
	let tried = 0;
	if (left.length === 0) return left;
	for await (const files of changedSolutions(exercise)) {
		if (left.length === 0 || tried++ === MUTANTS_TRIED) break;
		const done = await run(files, () => true, { timeLimitMs });
		const now = new Set(failures(done));
		left = left.filter((name) => !now.has(name));
	}
	return left;
}
