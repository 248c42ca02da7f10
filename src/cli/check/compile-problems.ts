import type { Problem } from '../../lib/contract/problem.ts';
import type { Sources } from '../../lib/exercise/sources.ts';
import { ExerciseError } from '../../lib/kinds/exercise-error.ts';

/**
 * What stops an exercise from being compiled (a rejection of `compileExercise` or of an artifact store), as a coach reads
 * it. Throws on what is no mistake of the coach.
 */
export function compileProblems(error: unknown, sources: Sources = new Map()): Problem[] {
	if (error instanceof ExerciseError) return error.problems(sources);
	throw error;
}
