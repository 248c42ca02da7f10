import type { RunnableExercise } from '../../../src/lib/contract/exercise.ts';

export const NAME = 'pick-one';

/** A choice among four lines. */
export interface PickRunnable extends RunnableExercise {
	lines: readonly [string, string, string, string];
}

/** A type and no interface: it is plain JSON. */
export type Pick = { readonly line: number };
