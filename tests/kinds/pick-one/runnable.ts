import type { PublicExercise, RunnableExercise } from '../../../src/lib/contract/exercise.ts';

export const NAME = 'pick-one';

/** A choice among four lines. */
export interface PickRunnable extends RunnableExercise {
	lines: readonly [string, string, string, string];
}

/** A type and no interface: it is plain JSON. */
export type Pick = { readonly line: number };

export const asPick = (exercise: PublicExercise): PublicExercise & PickRunnable => {
	if (exercise.kind !== NAME) throw new Error(`${exercise.id} is no choice`);
	return exercise as PublicExercise & PickRunnable;
};
