import { z } from 'zod';
import { OUTPUT_CHARS } from '../../../src/lib/contract/plan.ts';
import { gradeReport } from '../../../src/lib/grade/grade-report.ts';
import type { Kind } from '../../../src/lib/kinds/kind.ts';
import { NO_SCRIPT } from '../../../src/lib/kinds/no-script.ts';
import type { RunKind } from '../../../src/lib/kinds/run-kind.ts';
import { NAME, type Pick, type PickRunnable } from './runnable.ts';

const run: RunKind<PickRunnable, Pick> = {
	name: NAME,
	workbench: NAME,
	source: () => null,
	plan: ({ exercise, submission, suite }) => ({
		files: {},
		packages: { versions: {}, code: null },
		learner: NO_SCRIPT,
		entry: '',
		suite: suite && { code: suite.code, statics: suite.statics, expected: suite.expected },
		runs: [{ id: 'pick', input: submission }],
		limits: { timeMs: exercise.timeLimitMs, outputChars: OUTPUT_CHARS },
		allowPrototype: false
	}),
	tests: ({ runs }) => runs[0]?.tests ?? [],
	grade: (report, { points }) => gradeReport(report, points)
};

/** Choose the right one of four lines: what is submitted is no file, and nothing of it is compiled. */
export const pickOne: Kind<PickRunnable, Pick> = {
	name: NAME,
	run,
	submission: {
		schema: z.strictObject({ line: z.number().int().min(1).max(4) }),
		accept: (_exercise, sent) => sent
	}
};
