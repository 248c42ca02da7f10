import { expect, test } from 'vitest';
import { STEP_ERROR, stepErrorText } from '../../contract/bug-report.ts';
import type { Failure, Report, RunResult, TestResult } from '../../contract/report.ts';
import { criteriaOf, gradeBugReport } from './grade.ts';

const failed = (name: string, message: string): Failure => ({
	kind: 'error',
	name,
	message,
	note: null,
	expected: null,
	received: null,
	diff: null,
	location: null,
	stack: ''
});
const result = (name: string, failure: Failure | null = null): TestResult => ({
	name,
	state: failure ? 'fail' : 'pass',
	durationMs: 1,
	failure
});
const SEEN = failed('AssertionError', 'expected 3 to be 0');
const STUCK = failed(STEP_ERROR, stepErrorText(1, 'missing'));
const THROWN = failed('TypeError', 'x is not a function');

interface Ran {
	steps?: Failure | null;
	symptom?: Failure | null;
	title?: Failure | null;
}
const run = (id: string, { steps = null, symptom = null, title = null }: Ran): RunResult => ({
	id,
	status: 'ran',
	tests: [
		result('report > steps', steps),
		result('report > title-length', title),
		result('the total is right', symptom)
	],
	failure: null,
	unhandled: [],
	console: [],
	consoleTruncated: false,
	durationMs: 1
});
const reportOf = (bug: Ran, app: Ran, status: Report['status'] = 'ran'): Report => ({
	version: 1,
	runId: 'r',
	exercise: { id: 'testing/some', hash: 'h' },
	mode: 'check',
	engine: { id: 'fake', reason: 'test' },
	status,
	diagnostics: [],
	runs: [run('bug', bug), run('app', app)]
});
const states = (report: Report): string =>
	criteriaOf(report)
		.map(({ name, state }) => `${name} ${state}`)
		.join(', ');

test.each<[string, Report, string]>([
	[
		'the bug shows, and only with the bug',
		reportOf({ symptom: SEEN }, {}),
		'steps-done pass, bug-shows pass, only-bug pass, title-length pass'
	],
	[
		'an app that throws shows a bug',
		reportOf({ steps: THROWN }, {}),
		'steps-done pass, bug-shows pass, only-bug pass, title-length pass'
	],
	['nothing shows', reportOf({}, {}), 'steps-done pass, bug-shows fail, only-bug pass, title-length pass'],
	[
		'steps that break any page',
		reportOf({ symptom: SEEN }, { symptom: SEEN }),
		'steps-done pass, bug-shows pass, only-bug fail, title-length pass'
	],
	[
		'a step that only the bug makes possible',
		reportOf({ symptom: SEEN }, { steps: STUCK }),
		'steps-done pass, bug-shows pass, only-bug fail, title-length pass'
	],
	[
		'a step that cannot be done: what the page shows then says nothing',
		reportOf({ steps: STUCK, symptom: SEEN }, { steps: STUCK }),
		'steps-done fail, bug-shows not-run, only-bug not-run, title-length pass'
	]
])('%s', (_, report, expected) => {
	expect(states(report)).toBe(expected);
});

test('all of it is a pass; less is a share, and what lacks is counted', () => {
	const grade = (report: Report) => gradeBugReport(report, { points: 10 });
	expect(grade(reportOf({ symptom: SEEN }, {}))).toMatchObject({
		passed: true,
		score: 1,
		points: 10,
		codes: [{ code: 'report-complete', params: { count: 4 } }]
	});
	expect(grade(reportOf({ symptom: SEEN, title: SEEN }, {}))).toMatchObject({
		passed: false,
		score: 0.75,
		points: 0,
		codes: [{ code: 'report-incomplete', params: { count: 1 } }]
	});
	expect(grade(reportOf({}, {})).codes.map(({ code }) => code)).toEqual([
		'bug-not-shown',
		'report-incomplete'
	]);
});

test.each(['timeout', 'crash', 'tampered', 'engine-failed'] as const)('%s is worth nothing', (status) => {
	const grade = gradeBugReport(reportOf({ symptom: SEEN }, {}, status), { points: 10 });
	expect(grade).toMatchObject({ passed: false, score: 0, points: 0, codes: [{ code: status }] });
});
