import type { z } from 'zod';
import type { RunnableExercise } from '../contract/exercise.ts';
import type { JsonValue } from '../contract/json.ts';
import type { RunKind } from './run-kind.ts';

/** What somebody may send as the work of a learner. All of it may be forged. */
export interface KindSubmission<R extends RunnableExercise, S extends JsonValue> {
	/** Its shape, with a limit for everything that has a length. */
	readonly schema: z.ZodType<S>;
	/** What is run of it, with what is the exercise's own; null where it cannot be one of this exercise. */
	accept(exercise: R, sent: S): S | null;
}

/** Everything about one kind of exercise. R, S: see `RunKind`. */
export interface Kind<R extends RunnableExercise = RunnableExercise, S extends JsonValue = JsonValue> {
	readonly name: string;
	readonly run: RunKind<R, S>;
	readonly submission: KindSubmission<R, S>;
}
