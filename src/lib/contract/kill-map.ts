import { z } from 'zod';
import './without-eval.ts';

/** What became of a bug under a learner's tests. `unreached`: no test ran the line that it changes. */
export const BUG_STATES = ['caught', 'escaped', 'unreached'] as const;

/**
 * How a bug was noticed. `failed`: a test failed. `load`: the program threw while the tests were read. `endless`: a test did
 * not end any more, and did so without the bug.
 */
export const CATCHES = ['failed', 'load', 'endless'] as const;

export const bugResult = z.object({
	id: z.string(),
	state: z.enum(BUG_STATES),
	how: z.enum(CATCHES).nullable(),
	/** Indexes of the tests that noticed it, in `KillMap.tests`, ascending. None of a bug that stops the program while it is loaded. */
	by: z.array(z.int().min(0))
});
export type BugResult = z.infer<typeof bugResult>;

/** Tests × bugs: which of a learner's tests noticed which bug of the program. Plain data, the same in the page and on the server. */
export const killMap = z.object({
	version: z.literal(1),
	/** Full names of the learner's tests, in the order of collection. */
	tests: z.array(z.string()),
	/** Indexes of tests that do not always give the same result on the correct program: what they notice does not count. */
	unstable: z.array(z.int().min(0)),
	/** In the order of the plan. */
	bugs: z.array(bugResult)
});
export type KillMap = z.infer<typeof killMap>;
