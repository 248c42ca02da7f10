import type { Grade, GradePart } from '../../contract/grade.ts';
import type { BugResult } from '../../contract/kill-map.ts';
import type { Report, RunResult, TestResult } from '../../contract/report.ts';
import { gradeReport } from '../../grade/grade-report.ts';
import { RUNS } from './plan.ts';

type Code = Grade['codes'][number];

const runOf = (report: Report, id: string): RunResult | undefined => report.runs.find((run) => run.id === id);

/** The hidden suite's tests, on the learner's program. */
export const testsOfSuite = (report: Report): readonly TestResult[] => runOf(report, RUNS.suite)?.tests ?? [];

/** One run, graded as if it were the only one. */
const gradeRun = (report: Report, run: RunResult): Grade =>
	gradeReport({ ...report, status: run.status, runs: [run] }, 0);

const failedIn = ({ tests }: RunResult): number => tests.filter(({ state }) => state === 'fail').length;

/** What is told first where tests failed, in place of what is said of any suite. */
const instead = (told: Code, { codes }: Grade): Grade['codes'] => [
	told,
	...codes.filter(({ code }) => code !== 'some-failed' && code !== 'none-passed')
];

/**
 * Whether the learner's tests pass on a correct program and notice each of its bugs. `say`: what is told of the bugs.
 * Codes of its own: `tests-invalid` {count: tests that fail on the correct program}; `tests-unstable` {count}.
 */
export function testsPart(
	report: Report,
	run: RunResult,
	name: GradePart['name'],
	say: (bugs: readonly BugResult[]) => Code
): GradePart {
	const grade = gradeRun(report, run);
	const { kills } = report;
	const runs: GradePart['runs'] = [{ id: run.id, tests: 'own' }];
	if (!grade.passed || !kills) {
		const count = failedIn(run);
		const codes = count > 0 ? instead({ code: 'tests-invalid', params: { count } }, grade) : grade.codes;
		return { name, done: false, codes, runs };
	}
	const { bugs, unstable } = kills;
	const done = bugs.length > 0 && bugs.every(({ state }) => state === 'caught');
	const shaky: Code[] =
		unstable.length > 0 ? [{ code: 'tests-unstable', params: { count: unstable.length } }] : [];
	return { name, done, runs, codes: [say(bugs), ...shaky] };
}

/** What is told of the learner's program. */
interface ProgramWords {
	good: Code;
	/** @param failed tests of ours that fail */
	bad(failed: readonly TestResult[], total: number): Code;
}

/**
 * Whether the learner's program passes our suite, and the learner's own tests where those are valid.
 * Code of its own: `own-tests-fail` {count: valid tests of the learner that fail on the learner's program}.
 */
export function programPart(
	report: Report,
	suite: RunResult,
	own: RunResult | null,
	name: GradePart['name'],
	{ good, bad }: ProgramWords
): GradePart {
	const runs: GradePart['runs'] = [
		...(own ? [{ id: own.id, tests: 'own' as const }] : []),
		{ id: suite.id, tests: 'ours' }
	];
	const ours = gradeRun(report, suite);
	if (!ours.passed) {
		const failed = suite.tests.filter(({ state }) => state === 'fail');
		const codes = failed.length > 0 ? instead(bad(failed, suite.tests.length), ours) : ours.codes;
		return { name, done: false, codes, runs };
	}
	const theirs = own && gradeRun(report, own);
	if (!own || !theirs || theirs.passed) return { name, done: true, codes: [good], runs };
	const count = failedIn(own);
	const codes = count > 0 ? instead({ code: 'own-tests-fail', params: { count } }, theirs) : theirs.codes;
	return { name, done: false, codes, runs };
}

/** The three runs; `own`: null where the learner's tests are not valid. */
interface Runs {
	tests: RunResult;
	own: RunResult | null;
	suite: RunResult;
}

/** Parts of equal weight: all points for all of them, none for fewer. */
export function gradeParts(
	report: Report,
	{ points }: { points: number },
	partsOf: (runs: Runs) => GradePart[]
): Grade {
	const grade = gradeReport(report, points);
	const [tests, own, suite] = [RUNS.tests, RUNS.own, RUNS.suite].map((id) => runOf(report, id));
	const believable = grade.counts && report.runs.every(({ status }) => status !== 'tampered');
	if (!tests || !own || !suite || !believable) return { ...grade, passed: false, score: 0, points: 0 };
	const parts = partsOf({ tests, own: report.kills ? own : null, suite });
	const done = parts.filter((part) => part.done).length;
	const passed = done === parts.length;
	return {
		...grade,
		passed,
		testsPassed: done,
		testsTotal: parts.length,
		score: done / parts.length,
		points: passed ? points : 0,
		codes: [
			...parts.flatMap(({ codes }) => codes),
			...grade.codes.filter(({ code }) => code === 'output-truncated')
		],
		parts
	};
}
