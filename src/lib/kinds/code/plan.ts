import type { CompiledSuite, FileMap } from '../../contract/exercise.ts';
import { OUTPUT_CHARS } from '../../contract/plan.ts';
import { NO_SCRIPT } from '../no-script.ts';
import type { PlanInput, PlanParts } from '../run-kind.ts';
import type { CodeRunnable } from '../code-workbench.ts';

/** One run of the suite over the learner's script. */
export const planCode = ({
	exercise,
	submission,
	script,
	suite,
	packages
}: PlanInput<CodeRunnable, FileMap, CompiledSuite>): PlanParts => ({
	files: submission,
	packages: { versions: exercise.packages, code: packages },
	learner: script ?? NO_SCRIPT,
	entry: exercise.entry,
	suite: suite && { code: suite.code, statics: suite.statics, expected: suite.expected },
	runs: [{ id: 'suite', input: null }],
	limits: { timeMs: exercise.timeLimitMs, outputChars: OUTPUT_CHARS },
	allowPrototype: exercise.allowPrototype,
	allowsUnhandled: exercise.allowsUnhandled
});
