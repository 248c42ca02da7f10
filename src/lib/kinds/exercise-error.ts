import type { Problem } from '../contract/problem.ts';
import type { Sources } from '../exercise/sources.ts';

/** A coach's mistake that is found only when an exercise is compiled. */
export class ExerciseError extends Error {
	constructor(
		message: string,
		/** As a coach reads it. `sources`: texts of the folder, to name lines. */
		readonly problems: (sources: Sources) => Problem[]
	) {
		super(message);
	}
}
