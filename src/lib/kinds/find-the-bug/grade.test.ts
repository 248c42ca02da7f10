import { expect, test } from 'vitest';
import type { BugResult } from '../../contract/kill-map.ts';
import type { Report, RunResult, TestResult } from '../../contract/report.ts';
import { testsOfSuite } from '../own-program/grade.ts';
import { RUNS } from '../own-program/plan.ts';
import { gradeFind } from './grade.ts';

type State = TestResult['state'];

const runOf = (id: string, states: readonly State[], status: RunResult['status'] = 'ran'): RunResult => ({
	id,
	status,
	tests: states.map((state, index) => ({ name: `${id} ${index}`, state, durationMs: 1, failure: null })),
	failure: null,
	unhandled: [],
	console: [],
	consoleTruncated: false,
	durationMs: 1
});

interface Said {
	tests?: State[];
	own?: State[];
	suite?: State[];
	/** Null: the tests are not tried on the bug. */
	bug?: BugResult['state'] | null;
	unstable?: number[];
	change?: Partial<Report>;
}
function reportOf({
	tests = ['pass'],
	own = ['pass'],
	suite = ['pass', 'pass'],
	bug = 'caught',
	unstable = [],
	change
}: Said): Report {
	const how = bug === 'caught' ? 'failed' : null;
	return {
		version: 1,
		runId: 'r',
		exercise: { id: 'testing/some', hash: 'h' },
		mode: 'check',
		engine: { id: 'fake', reason: 'test' },
		status: 'ran',
		diagnostics: [],
		runs: [runOf(RUNS.tests, tests), runOf(RUNS.own, own), runOf(RUNS.suite, suite)],
		...(bug && {
			kills: { version: 1, tests: ['a'], unstable, bugs: [{ id: 'b', state: bug, how, by: how ? [0] : [] }] }
		}),
		...change
	};
}
/** Whether it is passed, the score, points; of each part whether it is done, and why. */
function told(said: Said): string {
	const { passed, score, points, parts = [] } = gradeFind(reportOf(said), { points: 10 });
	const each = parts.map(
		({ name, done, codes }) => `${name} ${done ? 'done' : 'open'}: ${codes.map(({ code }) => code).join()}`
	);
	return [`${passed} ${score} ${points}`, ...each].join('; ');
}

test.each<[string, Said, string]>([
	['both parts', {}, 'true 1 10; test done: test-shows-bug; program done: bug-mended'],
	[
		'the test only',
		{ own: ['fail'], suite: ['pass', 'fail'] },
		'false 0.5 0; test done: test-shows-bug; program open: bug-not-mended'
	],
	[
		'the repair only',
		{ bug: 'escaped' },
		'false 0.5 0; test open: test-misses-bug; program done: bug-mended'
	],
	[
		'neither',
		{ bug: 'unreached', suite: ['fail', 'fail'] },
		'false 0 0; test open: test-misses-bug; program open: bug-not-mended'
	],
	[
		'a test that expects something else, which the right program fails too',
		{ tests: ['fail'], own: ['fail'], bug: null },
		'false 0.5 0; test open: tests-invalid; program done: bug-mended'
	],
	[
		'a test that is left out',
		{ tests: ['pass', 'skipped'], bug: null },
		'false 0.5 0; test open: tests-skipped; program done: bug-mended'
	],
	[
		'a valid test that the repair fails, and ours do not notice',
		{ own: ['fail'] },
		'false 0.5 0; test done: test-shows-bug; program open: own-tests-fail'
	],
	[
		'a bug that no test caught for sure',
		{ bug: 'escaped', unstable: [0] },
		'false 0.5 0; test open: test-misses-bug,tests-unstable; program done: bug-mended'
	]
])('%s', (_, said, expected) => {
	expect(told(said)).toBe(expected);
});

test('a repair that never ends takes nothing from the test', () => {
	const runs = [
		runOf(RUNS.tests, ['pass']),
		runOf(RUNS.own, ['not-run'], 'timeout'),
		runOf(RUNS.suite, ['not-run'], 'timeout')
	];
	expect(told({ change: { status: 'timeout', runs } })).toBe(
		'false 0.5 0; test done: test-shows-bug; program open: timeout'
	);
});

test('where the realm was changed from inside, and where we failed, nothing is believed', () => {
	for (const status of ['tampered', 'engine-failed'] as const) {
		const runs = [
			runOf(RUNS.tests, ['pass']),
			runOf(RUNS.own, ['pass'], status),
			runOf(RUNS.suite, ['pass'])
		];
		expect(told({ change: { status, runs } })).toBe('false 0 0');
	}
});

test('what does not compile has no parts', () => {
	expect(told({ bug: null, change: { status: 'compile-error', runs: [] } })).toBe('false 0 0');
});

test('a repair is told by the tests of the hidden suite', () => {
	expect(testsOfSuite(reportOf({})).map(({ name }) => name)).toEqual(['suite 0', 'suite 1']);
});
