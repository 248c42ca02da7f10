import type { CompiledSuite, FileMap } from '../../contract/exercise.ts';
import { OUTPUT_CHARS } from '../../contract/plan.ts';
import type { ShownBug } from '../../contract/shown-bug.ts';
import type { TestedProgram } from '../../contract/tested-program.ts';
import { NO_SCRIPT } from '../no-script.ts';
import type { PlanInput, PlanParts } from '../run-kind.ts';

/** What is fetched when a check begins. */
export interface BugsSuite extends CompiledSuite {
	program: TestedProgram;
	bugs: readonly ShownBug[];
}

/**
 * One run of the learner's tests on the correct program; the engine then tries them on its bugs.
 * @param files the learner's tests, by path
 * @param entry the first of them
 */
export const planTests = <R extends { timeLimitMs: number }, S>(
	{ exercise, script, suite }: Pick<PlanInput<R, S, BugsSuite>, 'exercise' | 'script' | 'suite'>,
	files: FileMap,
	entry: string
): PlanParts => ({
	files,
	packages: { versions: {}, code: null },
	learner: script ?? NO_SCRIPT,
	entry,
	suite: suite && { code: suite.code, statics: suite.statics, expected: suite.expected },
	...(suite && { program: suite.program }),
	runs: [{ id: 'suite', input: null }],
	limits: { timeMs: exercise.timeLimitMs, outputChars: OUTPUT_CHARS },
	allowPrototype: false,
	allowsUnhandled: []
});
