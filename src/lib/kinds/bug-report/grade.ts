import { STEP_ERROR } from '../../contract/bug-report.ts';
import type { Grade } from '../../contract/grade.ts';
import type { Report, RunResult, TestResult } from '../../contract/report.ts';
import { gradeReport } from '../../grade/grade-report.ts';
import { BUILDS } from './plan.ts';
import { OWN, STEPS } from './report-suite.ts';

/** What is found by trying a report, in the order in which it is said. */
export const TRIED = ['steps-done', 'bug-shows', 'only-bug'] as const;

const isOwn = ({ name }: TestResult): boolean => name.startsWith(OWN);
const replayOf = (run: RunResult): TestResult | undefined =>
	run.tests.find(({ name }) => name === `${OWN}${STEPS}`);

/** Everything that a report of a bug is asked for; none where it could not be tried. */
export function criteriaOf(report: Report): readonly TestResult[] {
	const [bug, app] = BUILDS.map((build) => report.runs.find(({ id }) => id === build));
	const replayed = bug && replayOf(bug);
	const mended = app && replayOf(app);
	if (!bug || !app || !replayed || !mended || report.status !== 'ran') return [];
	const criterion = (name: string, met: boolean | null, from: TestResult | null): TestResult => ({
		name,
		state: met === null ? 'not-run' : met ? 'pass' : 'fail',
		durationMs: from?.durationMs ?? 0,
		failure: met === false ? (from?.failure ?? null) : null
	});
	const done = replayed.failure?.name !== STEP_ERROR;
	const symptoms = (run: RunResult): TestResult[] => run.tests.filter((test) => !isOwn(test));
	// What the app throws is a symptom too.
	const shows = replayed.state !== 'pass' || symptoms(bug).some(({ state }) => state === 'fail');
	const still = [mended, ...symptoms(app)].find(({ state }) => state !== 'pass');
	return [
		criterion('steps-done', done, replayed),
		criterion('bug-shows', done ? shows : null, null),
		criterion('only-bug', done ? !still && app.unhandled.length === 0 : null, still ?? null),
		...bug.tests
			.filter((test) => isOwn(test) && test !== replayed)
			.map((test) => ({ ...test, name: test.name.slice(OWN.length) }))
	];
}

/**
 * What a report of a bug is worth: the share of what it is asked for; all points where it has all of it.
 *
 * Codes besides those of `gradeReport`: `report-complete` {count: what was asked for}; `report-incomplete` {count: what lacks};
 * `bug-not-shown` {} before it, where the steps do not show the bug.
 */
export function gradeBugReport(report: Report, { points }: { points: number }): Grade {
	const grade = gradeReport(report, points);
	const criteria = criteriaOf(report);
	const total = criteria.length;
	const met = criteria.filter(({ state }) => state === 'pass').length;
	if (total === 0) return { ...grade, passed: false, score: 0, points: 0 };
	const passed = met === total;
	const shown = criteria.some(({ name, state }) => name === 'bug-shows' && state === 'pass');
	return {
		...grade,
		passed,
		testsPassed: met,
		testsTotal: total,
		score: met / total,
		points: passed ? points : 0,
		codes: passed
			? [{ code: 'report-complete', params: { count: total } }]
			: [
					...(shown ? [] : [{ code: 'bug-not-shown' as const, params: {} }]),
					{ code: 'report-incomplete', params: { count: total - met } }
				]
	};
}
