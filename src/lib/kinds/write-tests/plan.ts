import type { FileMap } from '../../contract/exercise.ts';
import { OUTPUT_CHARS } from '../../contract/plan.ts';
import { NO_SCRIPT } from '../no-script.ts';
import type { PlanInput, PlanParts } from '../run-kind.ts';
import type { TestsRunnable, TestsSuite } from './runnable.ts';

/** One run of the learner's tests on the correct program; the engine then tries them on its bugs. */
export const planTests = ({
	exercise,
	submission,
	script,
	suite
}: PlanInput<TestsRunnable, FileMap, TestsSuite>): PlanParts => ({
	files: submission,
	packages: { versions: {}, code: null },
	learner: script ?? NO_SCRIPT,
	entry: exercise.entry,
	suite: suite && { code: suite.code, statics: suite.statics, expected: suite.expected },
	...(suite && { program: suite.program }),
	runs: [{ id: 'suite', input: null }],
	limits: { timeMs: exercise.timeLimitMs, outputChars: OUTPUT_CHARS },
	allowPrototype: false,
	allowsUnhandled: []
});
