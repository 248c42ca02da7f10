import type { Grade } from '../../contract/grade.ts';
import type { Report, TestResult } from '../../contract/report.ts';
import { gradeReport } from '../../grade/grade-report.ts';

/** The learner's own tests, on the correct program. */
export const testsOfLearner = (report: Report): readonly TestResult[] => report.runs[0]?.tests ?? [];

/**
 * What a learner's tests are worth: the share of bugs that they notice. Nothing where one of them fails on the correct
 * program, or where there is none; all points where every bug is noticed.
 *
 * Codes besides those of `gradeReport`: `tests-invalid` {count: tests that fail on the correct program}; `all-caught` {count:
 * bugs}; `some-escaped` and `none-caught` {count: bugs that escaped, caught, total}; `tests-unstable` {count: tests}.
 */
export function gradeKills(report: Report, { points }: { points: number }): Grade {
	const grade = gradeReport(report, points);
	const nothing = { ...grade, passed: false, score: 0, points: 0 };
	const { kills } = report;
	if (!kills) {
		const failed = testsOfLearner(report).filter(({ state }) => state === 'fail').length;
		if (report.status !== 'ran' || failed === 0) return nothing;
		const others = grade.codes.filter(({ code }) => code !== 'some-failed' && code !== 'none-passed');
		return { ...nothing, codes: [{ code: 'tests-invalid', params: { count: failed } }, ...others] };
	}
	const total = kills.bugs.length;
	const caught = kills.bugs.filter(({ state }) => state === 'caught').length;
	const count = total - caught;
	const passed = grade.passed && count === 0 && total > 0;
	const found: Grade['codes'][number] =
		count === 0
			? { code: 'all-caught', params: { count: total } }
			: { code: caught === 0 ? 'none-caught' : 'some-escaped', params: { count, caught, total } };
	const unstable = kills.unstable.length;
	return {
		...grade,
		passed,
		testsPassed: caught,
		testsTotal: total,
		score: grade.passed && total > 0 ? caught / total : 0,
		points: passed ? points : 0,
		codes: [
			found,
			...(unstable > 0 ? [{ code: 'tests-unstable' as const, params: { count: unstable } }] : []),
			...grade.codes.filter(({ code }) => code !== 'all-passed')
		]
	};
}
