import type { Problem } from '../../../src/lib/contract/problem.ts';
import { lineIn, type Sources } from '../../../src/lib/exercise/sources.ts';
import type { Attempt, ProofAttempt } from '../../../src/lib/kinds/proof.ts';
import type { PickExercise } from './folder.ts';
import { pickProblem } from './words.ts';
import type { Choice } from './runnable.ts';

/** The right line passes, and no other does. */
export const pickAttempts = ({ id, manifest }: PickExercise, sources: Sources): ProofAttempt<Choice>[] =>
	manifest.lines.map((line, index) => {
		const isRight = index + 1 === manifest.right;
		const file = `${id}/exercise.json`;
		const expected = ({ passed }: Attempt): boolean => passed === isRight;
		return {
			role: isRight ? 'solution' : 'faulty',
			submission: { line: index + 1 },
			expected,
			problems(done): Problem[] {
				if (expected(done)) return [];
				const place = { file, ...lineIn(sources, file, isRight ? ['right'] : ['lines', index]) };
				return [
					isRight
						? pickProblem('solution-fails', place, { line, test: done.failed[0] ?? '' })
						: pickProblem('wrong-passes', place, { line })
				];
			}
		};
	});
