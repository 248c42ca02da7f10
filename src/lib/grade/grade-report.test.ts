import { describe, expect, test } from 'vitest';
import { grade as gradeSchema, type Grade } from '../contract/grade.ts';
import {
	RUN_STATUSES,
	type Report,
	type RunResult,
	type RunStatus,
	type TestResult
} from '../contract/report.ts';
import { gradeReport } from './grade-report.ts';

const STATES: Record<string, TestResult['state']> = {
	p: 'pass',
	f: 'fail',
	s: 'skipped',
	m: 'missing',
	n: 'not-run'
};

/** One letter per test. */
function run(letters: string, status: RunStatus = 'ran', more: Partial<RunResult> = {}): RunResult {
	const tests = [...letters].map((letter, index) => ({
		name: `t${index}`,
		state: STATES[letter] ?? 'missing',
		durationMs: 1,
		failure: null
	}));
	return {
		id: 'suite',
		status,
		tests,
		failure: null,
		unhandled: [],
		console: [],
		consoleTruncated: false,
		durationMs: 12.4,
		...more
	};
}

function reportOf(runs: RunResult[], more: Partial<Report> = {}): Report {
	return {
		version: 1,
		runId: 'r1',
		exercise: { id: 'programming/cafe-till', hash: 'abc' },
		mode: 'check',
		engine: { id: 'fake', reason: 'test' },
		status: runs.find((one) => one.status !== 'ran')?.status ?? 'ran',
		diagnostics: [],
		runs,
		...more
	};
}

const error = { severity: 'error', text: 'x', code: null, params: {}, location: null } as const;
const warning = { ...error, severity: 'warning' } as const;
const lost = {
	unhandled: [
		{
			kind: 'error' as const,
			name: 'TypeError',
			message: 'no',
			note: null,
			expected: null,
			received: null,
			diff: null,
			location: null,
			stack: ''
		}
	]
};
const cut = { consoleTruncated: true };

/** name, report, passed, tests passed/total, score, codes with their parameters */
const TABLE: [string, Report, boolean, string, number, string][] = [
	['every test passes', reportOf([run('ppp')]), true, '3/3', 1, 'all-passed{count:3}'],
	[
		'every test passes, and an error that nobody handled',
		reportOf([run('ppp', 'ran', lost)]),
		false,
		'3/3',
		1,
		'unhandled-error{count:1}'
	],
	[
		'a test fails, and an error that nobody handled in each of two runs',
		reportOf([run('pf', 'ran', lost), run('pp', 'ran', lost)]),
		false,
		'3/4',
		0.75,
		'unhandled-error{count:2} some-failed{count:1,passed:3,total:4}'
	],
	['one of four fails', reportOf([run('pfpp')]), false, '3/4', 0.75, 'some-failed{count:1,passed:3,total:4}'],
	['all fail', reportOf([run('ff')]), false, '0/2', 0, 'none-passed{count:2}'],
	[
		'a skipped test is not a pass',
		reportOf([run('pps')]),
		false,
		'2/3',
		2 / 3,
		'tests-skipped{count:1,total:3}'
	],
	[
		'a missing test is not a pass',
		reportOf([run('pm')]),
		false,
		'1/2',
		0.5,
		'tests-missing{count:1,total:2}'
	],
	[
		'a test that never ran is not a pass',
		reportOf([run('pn')]),
		false,
		'1/2',
		0.5,
		'tests-missing{count:1,total:2}'
	],
	['everything skipped', reportOf([run('ss')]), false, '0/2', 0, 'tests-skipped{count:2,total:2}'],
	[
		'failed, missing and skipped at once',
		reportOf([run('pfms')]),
		false,
		'1/4',
		0.25,
		'some-failed{count:1,passed:1,total:4} tests-missing{count:1,total:4} tests-skipped{count:1,total:4}'
	],
	['no test at all', reportOf([run('')]), false, '0/0', 0, 'nothing-ran{}'],
	['no run at all', reportOf([]), false, '0/0', 0, 'nothing-ran{}'],
	['nothing ran', reportOf([run('mm', 'nothing-ran')]), false, '0/2', 0, 'nothing-ran{}'],
	[
		'a compile error',
		reportOf([], { status: 'compile-error', diagnostics: [error, warning, error] }),
		false,
		'0/0',
		0,
		'compile-error{count:2}'
	],
	['stopped at the limit', reportOf([run('pnn', 'timeout')]), false, '1/3', 0, 'timeout{ms:12,notRun:2}'],
	[
		'a timeout after the last pass',
		reportOf([run('pp', 'timeout')]),
		false,
		'2/2',
		0,
		'timeout{ms:12,notRun:0}'
	],
	['a crash', reportOf([run('pn', 'crash')]), false, '1/2', 0, 'crash{}'],
	['left its page in the last test', reportOf([run('ppf', 'left')]), false, '2/3', 0, 'left{}'],
	['left its page after the last test', reportOf([run('pp', 'left')]), false, '2/2', 0, 'left{}'],
	['out of memory', reportOf([run('nn', 'out-of-memory')]), false, '0/2', 0, 'out-of-memory{}'],
	['tampered, with every test green', reportOf([run('pp', 'tampered')]), false, '0/2', 0, 'tampered{}'],
	['our own fault', reportOf([run('pp', 'engine-failed')]), false, '0/2', 0, 'engine-failed{}'],
	[
		'a bad run that the report does not repeat',
		reportOf([run('p'), run('p', 'tampered')], { status: 'ran' }),
		false,
		'0/2',
		0,
		'tampered{}'
	],
	[
		'two runs, one with a failure',
		reportOf([run('pp'), run('pf')]),
		false,
		'3/4',
		0.75,
		'some-failed{count:1,passed:3,total:4}'
	],
	[
		'output was cut',
		reportOf([run('p', 'ran', cut)]),
		true,
		'1/1',
		1,
		'all-passed{count:1} output-truncated{}'
	],
	[
		'a flood that reached the limit',
		reportOf([run('n', 'timeout', cut)]),
		false,
		'0/1',
		0,
		'timeout{ms:12,notRun:1} output-truncated{}'
	]
];

const show = (codes: Grade['codes']): string =>
	codes.map(({ code, params }) => code + JSON.stringify(params).replaceAll('"', '')).join(' ');

describe('gradeReport', () => {
	test.each(TABLE)('%s', (_name, report, passed, tests, score, codes) => {
		const result = gradeReport(report, 10);
		expect(gradeSchema.parse(result)).toEqual(result);
		expect(result).toMatchObject({
			passed,
			score,
			points: passed ? 10 : 0,
			maxPoints: 10,
			trust: 'practised'
		});
		expect(`${result.testsPassed}/${result.testsTotal}`).toBe(tests);
		expect(show(result.codes)).toBe(codes);
	});

	test('only our own fault does not count', () => {
		const uncounted = RUN_STATUSES.filter((status) => !gradeReport(reportOf([run('p', status)]), 1).counts);
		expect(uncounted).toEqual(['engine-failed']);
	});

	test('only a run that ended by itself can pass or score', () => {
		const passing = RUN_STATUSES.filter((status) => gradeReport(reportOf([run('p', status)]), 1).passed);
		const scoring = RUN_STATUSES.filter((status) => gradeReport(reportOf([run('p', status)]), 1).score > 0);
		expect([passing, scoring]).toEqual([['ran'], ['ran']]);
	});

	test('visible examples are never graded', () => {
		expect(() => gradeReport(reportOf([run('p')], { mode: 'run' }), 1)).toThrow('Only a check is graded');
	});
});
