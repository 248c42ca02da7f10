import { expect, test } from 'vitest';
import type { KillMap } from '../../contract/kill-map.ts';
import type { Report, RunResult, TestResult } from '../../contract/report.ts';
import { RUNS } from '../own-program/plan.ts';
import { gradeRefactor } from './grade.ts';

type Results = Readonly<Record<string, TestResult['state']>>;

const runOf = (id: string, states: Results): RunResult => ({
	id,
	status: 'ran',
	tests: Object.entries(states).map(([name, state]) => ({ name, state, durationMs: 1, failure: null })),
	failure: null,
	unhandled: [],
	console: [],
	consoleTruncated: false,
	durationMs: 1
});

/** Bugs that are caught, and that are not. */
const killsOf = (caught: number, escaped: number): KillMap => ({
	version: 1,
	tests: ['a'],
	unstable: [],
	bugs: Array.from({ length: caught + escaped }, (_, index) => ({
		id: String(index),
		state: index < caught ? 'caught' : 'escaped',
		how: index < caught ? 'failed' : null,
		by: index < caught ? [0] : []
	}))
});

interface Said {
	tests?: Results;
	own?: Results;
	suite?: Results;
	/** Null: the tests were not tried. */
	net?: [caught: number, escaped: number] | null;
	guard?: [caught: number, escaped: number] | null;
}
function told({
	tests = { a: 'pass' },
	own = { a: 'pass' },
	suite = { b: 'pass', 'form > c': 'pass' },
	net = [2, 0],
	guard = [3, 0]
}: Said): string {
	const report: Report = {
		version: 1,
		runId: 'r',
		exercise: { id: 'testing/some', hash: 'h' },
		mode: 'check',
		engine: { id: 'fake', reason: 'test' },
		status: 'ran',
		diagnostics: [],
		runs: [runOf(RUNS.tests, tests), runOf(RUNS.own, own), runOf(RUNS.suite, suite)],
		...(net && { kills: killsOf(...net) }),
		...(guard && { planted: { bugs: [], kills: killsOf(...guard) } })
	};
	const { passed, points, parts = [] } = gradeRefactor(report, { points: 10 });
	const each = parts.map(
		({ name, done, codes }) =>
			`${name} ${done ? 'done' : 'open'}: ${codes.map(({ code, params }) => [code, ...Object.values(params)].join(' ')).join()}`
	);
	return [`${passed} ${points}`, ...each].join('; ');
}

test.each<[string, Said, string]>([
	['all three', {}, 'true 10; net done: all-caught 2; form done: form-reached; guard done: guard-holds 3'],
	[
		'a net with a hole, and nothing tidied up yet',
		{ net: [1, 1], suite: { b: 'pass', 'form > c': 'fail' }, guard: null },
		'false 0; net open: some-escaped 1 1 2; form open: form-open 1 2; guard open: '
	],
	[
		'a good net, a program that does something else',
		{ suite: { b: 'fail', 'form > c': 'fail' }, guard: null },
		'false 0; net done: all-caught 2; form open: behaviour-changed 1; guard open: '
	],
	[
		'tests that fail on the learner’s version',
		{ own: { a: 'fail' }, guard: null },
		'false 0; net done: all-caught 2; form open: own-tests-fail 1; guard open: '
	],
	[
		'a version with a corner that no test looks into',
		{ guard: [2, 1] },
		'false 0; net done: all-caught 2; form done: form-reached; guard open: guard-open 1 3'
	],
	[
		'a version into which no bug could be planted',
		{ guard: [0, 0] },
		'false 0; net done: all-caught 2; form done: form-reached; guard open: guard-nothing'
	],
	[
		'tests that expect something else',
		{ tests: { a: 'fail' }, own: { a: 'fail' }, net: null, guard: null },
		'false 0; net open: tests-invalid 1; form done: form-reached; guard open: '
	]
])('%s', (_, said, expected) => {
	expect(told(said)).toBe(expected);
});
