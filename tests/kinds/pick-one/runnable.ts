import type { RunnableExercise } from '../../../src/lib/contract/exercise.ts';

/** A choice among four lines; which is right, the page does not know. */
export interface PickRunnable extends RunnableExercise {
	lines: readonly [string, string, string, string];
}

/** A type and no interface: it is plain JSON. */
export type Choice = { readonly line: number };
