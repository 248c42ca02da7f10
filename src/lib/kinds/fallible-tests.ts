import type { Exercise, FileMap } from '../contract/exercise.ts';
import type { ExerciseArtifacts } from './artifacts.ts';
import { changedWork } from './changed-work.ts';
import type { Attempt, ProofTrial } from './proof.ts';

/** Changes of a solution that are tried before a test is said to check nothing: about three seconds of runs. */
const MUTANTS_TRIED = 40;

/** A changed solution that is this many times slower than the solution is in a loop. */
const LOOP_FACTOR = 10;
const LOOP_MIN_MS = 500;

type Trial = ProofTrial<Exercise, FileMap, ExerciseArtifacts>;

/** Milliseconds after which a changed solution is stopped. */
export const loopLimit = ({
	exercise: { manifest },
	solution
}: Pick<Trial, 'exercise' | 'solution'>): number =>
	Math.min(Math.max(LOOP_MIN_MS, solution.durationMs * LOOP_FACTOR), manifest.timeLimitMs);

/** A test that failed by its own doing: where a file threw while it was loaded, every test fails whatever it checks. */
const failures = ({ tests }: Attempt): string[] =>
	tests.filter(({ failure }) => failure && failure.kind !== 'load').map(({ name }) => name);

/**
 * Names of hidden tests that nothing fails: neither what was tried already, nor a changed solution. Solutions are changed
 * only for tests that are left.
 * @param solution the texts of what a learner hands in
 * @param paths of those that are changed
 */
export async function testsNobodyFails(
	trial: Pick<Trial, 'exercise' | 'artifacts' | 'faulty' | 'solution' | 'run' | 'esbuild'>,
	solution: FileMap,
	paths: readonly string[]
): Promise<string[]> {
	const { artifacts, faulty, run, esbuild } = trial;
	const failed = new Set(faulty.flatMap(failures));
	let left = [...new Set(artifacts.hidden.expected)].filter((name) => !failed.has(name));
	if (left.length === 0) return left;
	const changed = await changedWork(solution, paths, esbuild.transform);
	for (const { files } of changed.slice(0, MUTANTS_TRIED)) {
		if (left.length === 0) break;
		const done = await run(files, { timeLimitMs: loopLimit(trial) });
		const now = new Set(failures(done));
		left = left.filter((name) => !now.has(name));
	}
	return left;
}
