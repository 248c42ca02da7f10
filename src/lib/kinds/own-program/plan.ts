import type { CompiledSuite, FileMap } from '../../contract/exercise.ts';
import { OUTPUT_CHARS, type PlannedRun } from '../../contract/plan.ts';
import type { TestedProgram } from '../../contract/tested-program.ts';
import type { CodeRunnable } from '../code-workbench.ts';
import { NO_SCRIPT } from '../no-script.ts';
import type { PlanInput, PlanParts } from '../run-kind.ts';

/** What is fetched when a check begins: the suite of the learner's program, and what the learner's tests need. */
export interface OwnSuite extends CompiledSuite {
	/** The suite that loads the learner's tests. */
	loads: string;
	/** A correct program, and its bugs. */
	program: TestedProgram;
}

/**
 * The runs, by what they find out. `tests`: the learner's tests on the correct program; the engine then tries them on its bugs.
 * `own`: the same tests on the learner's program. `suite`: ours on the learner's program.
 */
export const RUNS = { tests: 'tests', own: 'own', suite: 'suite' } as const;

const ONLY: readonly PlannedRun[] = [{ id: RUNS.suite, input: null }];

const both = ({ code, statics, expected }: OwnSuite): PlannedRun[] => [
	{ id: RUNS.tests, input: null },
	{ id: RUNS.own, input: null, own: { suite: null } },
	{ id: RUNS.suite, input: null, own: { suite: { code, statics, expected } } }
];

/** The learner's tests on a correct program and its bugs, then the learner's own program by the learner's tests and by ours. */
export const planOwn = ({
	exercise,
	submission,
	script,
	suite
}: PlanInput<CodeRunnable, FileMap, OwnSuite>): PlanParts => ({
	files: submission,
	packages: { versions: {}, code: null },
	learner: script ?? NO_SCRIPT,
	entry: exercise.entry,
	suite: suite && { code: suite.loads, statics: [], expected: [] },
	...(suite && { program: suite.program }),
	runs: suite ? both(suite) : ONLY,
	limits: { timeMs: exercise.timeLimitMs, outputChars: OUTPUT_CHARS },
	allowPrototype: false,
	allowsUnhandled: []
});
