import type { Transform } from '../../compile/esbuild-port.ts';
import { mutate } from '../../compile/mutants.ts';
import type { FileMap } from '../../contract/exercise.ts';
import type { ExerciseArtifacts } from '../artifacts.ts';
import type { Attempt, ProofTrial } from '../proof.ts';
import { solutionFiles, type CodeExercise } from './exercise.ts';

/** Changes of a solution that are tried before a test is said to check nothing: about three seconds of runs. */
const MUTANTS_TRIED = 40;

const isScript = (path: string): boolean => /\.(js|mjs|ts)$/.test(path) && !path.endsWith('.d.ts');

/** Changed versions of the solution, in a fixed order: each file's first ones first. */
async function* changedSolutions(exercise: CodeExercise, transform: Transform): AsyncGenerator<FileMap> {
	const files = solutionFiles(exercise);
	const changed = exercise.manifest.files.filter(({ path, editable }) => editable && isScript(path));
	const perFile = await Promise.all(
		changed.map(async ({ path }) => {
			const text = files[path] ?? '';
			if (!path.endsWith('.ts')) return { path, mutants: mutate(text) };
			const { code } = await transform(text, { loader: 'ts', target: 'es2022' });
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

/**
 * Names of hidden tests that nothing fails: neither what was tried already, nor a changed solution. Solutions are changed
 * only for tests that are left.
 */
export async function testsNobodyFails(
	{ exercise, artifacts, faulty, run, esbuild }: ProofTrial<CodeExercise, FileMap, ExerciseArtifacts>,
	timeLimitMs: number
): Promise<string[]> {
	const failed = new Set(faulty.flatMap(failures));
	let left = artifacts.hidden.expected.filter((name) => !failed.has(name));
	let tried = 0;
	if (left.length === 0) return left;
	for await (const files of changedSolutions(exercise, (code, options) => esbuild.transform(code, options))) {
		if (left.length === 0 || tried++ === MUTANTS_TRIED) break;
		const done = await run(files, { timeLimitMs });
		const now = new Set(failures(done));
		left = left.filter((name) => !now.has(name));
	}
	return left;
}
