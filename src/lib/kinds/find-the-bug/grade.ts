import type { Grade, GradePart } from '../../contract/grade.ts';
import type { Report, RunResult, TestResult } from '../../contract/report.ts';
import { gradeReport } from '../../grade/grade-report.ts';
import { RUNS } from './plan.ts';

const runOf = (report: Report, id: string): RunResult | undefined => report.runs.find((run) => run.id === id);

/** The hidden suite's tests, on the learner's program. */
export const testsOfSuite = (report: Report): readonly TestResult[] => runOf(report, RUNS.suite)?.tests ?? [];

/** One run, graded as if it were the only one. */
const gradeRun = (report: Report, run: RunResult): Grade =>
	gradeReport({ ...report, status: run.status, runs: [run] }, 0);

const failedIn = ({ tests }: RunResult): number => tests.filter(({ state }) => state === 'fail').length;

/** What is told first where tests failed, in place of what is said of any suite. */
const instead = (told: Grade['codes'][number], { codes }: Grade): Grade['codes'] => [
	told,
	...codes.filter(({ code }) => code !== 'some-failed' && code !== 'none-passed')
];

/** Whether the learner's tests pass on the correct program and fail because of the bug. */
function testPart(report: Report, run: RunResult): GradePart {
	const grade = gradeRun(report, run);
	const { kills } = report;
	const runs: GradePart['runs'] = [{ id: run.id, tests: 'own' }];
	if (!grade.passed || !kills) {
		const count = failedIn(run);
		const codes = count > 0 ? instead({ code: 'tests-invalid', params: { count } }, grade) : grade.codes;
		return { name: 'test', done: false, codes, runs };
	}
	const done = kills.bugs.length > 0 && kills.bugs.every(({ state }) => state === 'caught');
	const unstable = kills.unstable.length;
	return {
		name: 'test',
		done,
		runs,
		codes: [
			{ code: done ? 'test-shows-bug' : 'test-misses-bug', params: {} },
			...(unstable > 0 ? [{ code: 'tests-unstable' as const, params: { count: unstable } }] : [])
		]
	};
}

/** Whether the learner's program passes our suite, and the learner's own tests where those are valid. */
function programPart(report: Report, suite: RunResult, own: RunResult | null): GradePart {
	const runs: GradePart['runs'] = [
		...(own ? [{ id: own.id, tests: 'own' as const }] : []),
		{ id: suite.id, tests: 'ours' }
	];
	const ours = gradeRun(report, suite);
	const [count, total] = [failedIn(suite), suite.tests.length];
	if (!ours.passed) {
		const codes =
			count > 0 ? instead({ code: 'bug-not-mended', params: { count, total } }, ours) : ours.codes;
		return { name: 'program', done: false, codes, runs };
	}
	const theirs = own && gradeRun(report, own);
	if (!own || !theirs || theirs.passed)
		return { name: 'program', done: true, codes: [{ code: 'bug-mended', params: {} }], runs };
	const failed = failedIn(own);
	const codes =
		failed > 0 ? instead({ code: 'own-tests-fail', params: { count: failed } }, theirs) : theirs.codes;
	return { name: 'program', done: false, codes, runs };
}

/**
 * Two parts, of equal weight: a test that shows the bug, and a program without it. All points for both, none for one.
 *
 * Codes besides those of `gradeReport`: `test-shows-bug`, `test-misses-bug`; `bug-mended`; `bug-not-mended` {count: tests of ours that
 * fail, total}; `own-tests-fail` {count: valid tests of the learner that fail on the learner's program}; `tests-invalid` {count:
 * tests that fail on the correct program}; `tests-unstable` {count}.
 */
export function gradeFind(report: Report, { points }: { points: number }): Grade {
	const grade = gradeReport(report, points);
	const [tests, own, suite] = [RUNS.tests, RUNS.own, RUNS.suite].map((id) => runOf(report, id));
	const believable = grade.counts && report.runs.every(({ status }) => status !== 'tampered');
	if (!tests || !own || !suite || !believable) return { ...grade, passed: false, score: 0, points: 0 };
	const parts = [testPart(report, tests), programPart(report, suite, report.kills ? own : null)];
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
