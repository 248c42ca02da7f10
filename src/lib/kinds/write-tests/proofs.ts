import type { FileMap } from '../../contract/exercise.ts';
import type { Sources } from '../../exercise/sources.ts';
import { bugAttempts } from '../bugs/proofs.ts';
import type { ProofAttempt } from '../proof.ts';
import { solutionFiles } from '../submitted-files.ts';
import type { TestsExercise } from './exercise.ts';
import { bugProblem } from './problems.ts';

/** What `check` tries: the suites that the folder holds, each laid over the solution. */
export function testsAttempts(
	exercise: TestsExercise,
	_artifacts: unknown,
	sources: Sources
): ProofAttempt<FileMap>[] {
	const solution = solutionFiles(exercise);
	const over = <T extends { files: FileMap }>(layer: T) => ({
		...layer,
		submission: { ...solution, ...layer.files }
	});
	const { id, start, also, wrong } = exercise;
	const works = { id, start, solution, also: also.map(over), wrong: wrong.map(over) };
	return bugAttempts(works, bugProblem, sources);
}
