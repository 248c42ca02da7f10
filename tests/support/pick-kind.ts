import { gradeReport } from '../../src/lib/grade/grade-report.ts';
import { NO_SCRIPT } from '../../src/lib/kinds/no-script.ts';
import type { RunKind } from '../../src/lib/kinds/run-kind.ts';

const open = { allowPrototype: false, allowsUnhandled: [] };

/** A kind of exercises without a file, and without anything to compile: somebody picks a line. */
export const pickKind: RunKind = {
	name: 'pick',
	workbench: 'pick',
	source: () => null,
	plan: ({ suite }) => ({
		files: {},
		packages: { versions: {}, code: null },
		learner: NO_SCRIPT,
		entry: '',
		suite,
		runs: [{ id: 'pick', input: null }],
		limits: { timeMs: 2000, outputChars: 100 },
		...open
	}),
	tests: () => [],
	grade: (report) => gradeReport(report, 10)
};

/** An exercise of it. */
export const pickExercise = {
	id: 'programming/pick',
	hash: 'h',
	kind: 'pick',
	need: 'worker',
	hasExamples: false,
	timeLimitMs: 2000,
	points: 10,
	...open
} as const;
