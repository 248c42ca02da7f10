import type { FileMap } from '../../contract/exercise.ts';
import type { ExerciseArtifacts } from '../artifacts.ts';
import type { Attempt, ProofTrial } from '../proof.ts';
import { changedWork } from './changed-work.ts';
import type { CodeExercise } from './exercise.ts';
import { solutionFiles } from '../submitted-files.ts';

/** Changes of a solution that are tried before a test is said to check nothing: about three seconds of runs. */
const MUTANTS_TRIED = 40;

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
	if (left.length === 0) return left;
	const changed = await changedWork(exercise, solutionFiles(exercise), esbuild.transform);
	for (const { files } of changed.slice(0, MUTANTS_TRIED)) {
		if (left.length === 0) break;
		const done = await run(files, { timeLimitMs });
		const now = new Set(failures(done));
		left = left.filter((name) => !now.has(name));
	}
	return left;
}
