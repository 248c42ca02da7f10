import * as esbuild from 'esbuild';
import { expect } from 'vitest';
import { compileLearner } from '../../src/lib/compile/compile-learner.ts';
import { compileProgram } from '../../src/lib/compile/compile-program.ts';
import { compileSuite } from '../../src/lib/compile/compile-suite.ts';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import type { Plan } from '../../src/lib/contract/plan.ts';
import { report as reportSchema, type Report } from '../../src/lib/contract/report.ts';
import type { EngineSession } from '../../src/lib/engines/engine.ts';
import { sourceOf, type CodeRunnable } from '../../src/lib/kinds/code-workbench.ts';
import type { RunKind } from '../../src/lib/kinds/run-kind.ts';
import { instrument } from '../../src/lib/server/compile/instrument.ts';

/** An exercise of one program, `fares.js`, and a learner's tests of it, `fares.test.js`. */
export interface OwnProgram {
	kind: RunKind;
	/** What tests are tried on. */
	correct: string;
	/** A bug of it that somebody made; none: every automatic one. */
	buggy: string | null;
	/** The hidden suite, and the full names of its tests. */
	suite: string;
	expected: readonly string[];
	/** What the kind's exercise has besides. */
	more?: Pick<CodeRunnable, 'plants'>;
}

/** What both kinds of exercises have that work on such a program. */
const RUNNABLE = {
	id: 'testing/some',
	hash: 'h',
	need: 'worker',
	files: [],
	entry: 'fares.test.js',
	packages: {},
	mocked: [],
	timeLimitMs: 2000,
	points: 10,
	hasExamples: false,
	allowPrototype: false,
	allowsUnhandled: [],
	serves: false,
	program: {}
} as const;

/** Checks a learner's tests and program: the report, and one line of what the parts of its grade came to. */
export async function checkOwnProgram(
	{ kind, correct, buggy, suite, expected, more }: OwnProgram,
	[tests, program]: readonly [tests: string, program: string],
	session: EngineSession
): Promise<{ report: Report; said: string }> {
	const exercise: CodeRunnable = { ...RUNNABLE, kind: kind.name, ...more };
	const files: FileMap = { 'fares.test.js': tests, 'fares.js': program };
	const learner = await compileLearner(esbuild, sourceOf(exercise, files));
	if (!learner.ok) throw new Error(learner.diagnostics[0]?.text);
	const compiled = await compileProgram(
		{ esbuild, instrument },
		{ 'fares.js': correct },
		buggy === null ? [] : [{ name: 'start', files: { 'fares.js': buggy } }],
		'worker',
		() => buggy === null
	);
	const script = await compileSuite(esbuild, { 'tests/fares.test.js': suite }, files, 'worker');
	const compiledSuite = {
		...script,
		hash: 'h',
		expected,
		translations: { tests: {}, messages: {} },
		loads: 'await __passerelle_learner__.import("../start/fares.test.js");',
		program: compiled.program,
		bugs: []
	};
	const parts = kind.plan({
		mode: 'check',
		exercise,
		submission: files,
		script: learner.script,
		suite: compiledSuite,
		packages: null
	});
	const plan: Plan = {
		version: 1,
		runId: 'r',
		exercise: { id: exercise.id, hash: exercise.hash },
		mode: 'check',
		need: 'worker',
		submission: files,
		...parts
	};
	const report = await session.run(plan, { signal: new AbortController().signal });
	expect(reportSchema.parse(report)).toEqual(report);
	const { parts: graded = [], passed } = kind.grade(report, exercise);
	const codes = graded.flatMap((part) => part.codes.map(({ code }) => code));
	return { report, said: `${passed ? 'passed' : 'open'}: ${codes.join(' ')}` };
}
