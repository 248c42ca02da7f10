import { z } from 'zod';
import { OUTPUT_CHARS } from '../../../src/lib/contract/plan.ts';
import { gradeReport } from '../../../src/lib/grade/grade-report.ts';
import type { Kind } from '../../../src/lib/kinds/kind.ts';
import { NO_SCRIPT } from '../../../src/lib/kinds/no-script.ts';
import type { RunKind } from '../../../src/lib/kinds/run-kind.ts';
import { suiteScript, suiteTests } from '../../../src/lib/kinds/suite-artifact.ts';
import { pickFolder, type PickExercise } from './folder.ts';
import { NAME } from './manifest.ts';
import { pickAttempts } from './proofs.ts';
import { PICK_WORDS } from './words.ts';
import type { Choice, PickRunnable } from './runnable.ts';

const packages = { versions: {}, code: null };

const run: RunKind<PickRunnable, Choice> = {
	name: NAME,
	workbench: NAME,
	source: () => null,
	plan: ({ exercise, submission, suite }) => ({
		files: {},
		packages,
		learner: NO_SCRIPT,
		entry: '',
		suite: suite && { code: suite.code, statics: suite.statics, expected: suite.expected },
		runs: [{ id: 'pick', input: submission }],
		limits: { timeMs: exercise.timeLimitMs, outputChars: OUTPUT_CHARS },
		allowPrototype: false,
		allowsUnhandled: []
	}),
	tests: ({ runs }) => runs[0]?.tests ?? [],
	grade: (report, { points }) => gradeReport(report, points)
};

/** Choose the right one of four lines: what is submitted is no file, and nothing of it is compiled. */
export const pickOne: Kind<PickExercise, PickRunnable, Choice> = {
	name: NAME,
	folder: pickFolder,
	run,
	submission: {
		schema: z.strictObject({ line: z.number().int().min(1).max(4) }),
		accept: (_exercise, sent) => sent,
		files: null
	},
	files: [],
	async compile({ id, tests }, tools) {
		const script = await suiteScript({ id, suite: tests, start: {}, need: 'worker' }, tools);
		const from = { need: 'worker', learner: NO_SCRIPT, files: {}, packages, suite: script } as const;
		const expected = await suiteTests(id, 'tests', from, tools);
		return { hidden: { ...script, expected }, examples: null, packages: null };
	},
	runnable: ({ id, hash, manifest }) => ({
		id,
		hash,
		kind: NAME,
		need: 'worker',
		timeLimitMs: manifest.timeLimitMs,
		points: manifest.points,
		allowPrototype: false,
		allowsUnhandled: [],
		hasExamples: false,
		lines: manifest.lines
	}),
	samples: ({ manifest }) =>
		manifest.lines.map((_, index) => ({ name: `line ${index + 1}`, submission: { line: index + 1 } })),
	proof: { attempts: (exercise, _artifacts, sources) => pickAttempts(exercise, sources) },
	template: {
		choice: null,
		folder: () => 'tests/kinds/pick-one/exercises/choices/right-line',
		path: (path) => path
	},
	words: PICK_WORDS
};
