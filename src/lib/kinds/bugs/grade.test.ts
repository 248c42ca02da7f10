import { expect, test } from 'vitest';
import type { BugResult, KillMap } from '../../contract/kill-map.ts';
import type { Report, TestResult } from '../../contract/report.ts';
import { gradeKills } from './grade.ts';

const bug = (id: string, state: BugResult['state'], by: number[] = []): BugResult => ({
	id,
	state,
	how: state === 'caught' ? 'failed' : null,
	by
});

function reportOf(states: readonly TestResult['state'][], kills?: Partial<KillMap>): Report {
	const tests = states.map((state, index) => ({ name: `t${index}`, state, durationMs: 1, failure: null }));
	return {
		version: 1,
		runId: 'r',
		exercise: { id: 'testing/some', hash: 'h' },
		mode: 'check',
		engine: { id: 'fake', reason: 'test' },
		status: 'ran',
		diagnostics: [],
		runs: [
			{
				id: 'suite',
				status: 'ran',
				tests,
				failure: null,
				unhandled: [],
				console: [],
				consoleTruncated: false,
				durationMs: 1
			}
		],
		...(kills && {
			kills: { version: 1, tests: tests.map(({ name }) => name), unstable: [], bugs: [], ...kills }
		})
	};
}
const codesOf = (report: Report): string[] =>
	gradeKills(report, { points: 10 }).codes.map(({ code }) => code);
const pass = (report: Report): [boolean, number, number] => {
	const { passed, score, points } = gradeKills(report, { points: 10 });
	return [passed, score, points];
};

test('all bugs caught is a pass; some are a share; none is nothing', () => {
	const all = reportOf(['pass'], { bugs: [bug('a', 'caught', [0]), bug('b', 'caught', [0])] });
	expect([pass(all), codesOf(all)]).toEqual([[true, 1, 10], ['all-caught']]);
	const half = reportOf(['pass'], { bugs: [bug('a', 'caught', [0]), bug('b', 'unreached')] });
	expect([pass(half), codesOf(half)]).toEqual([[false, 0.5, 0], ['some-escaped']]);
	const none = reportOf(['pass'], { bugs: [bug('a', 'escaped')] });
	expect([pass(none), codesOf(none)]).toEqual([[false, 0, 0], ['none-caught']]);
	expect(gradeKills(half, { points: 10 })).toMatchObject({ testsPassed: 1, testsTotal: 2 });
});

test('a program without bugs is passed by nobody', () => {
	expect(pass(reportOf(['pass'], { bugs: [] }))).toEqual([false, 0, 0]);
});

test('what fails on the correct program comes first, and is worth nothing', () => {
	const invalid = reportOf(['pass', 'fail']);
	expect([pass(invalid), codesOf(invalid)]).toEqual([[false, 0, 0], ['tests-invalid']]);
});

test('a test that is left out is no pass, whatever the others catch', () => {
	const skipped = reportOf(['pass', 'skipped'], { bugs: [bug('a', 'caught', [0])] });
	expect(pass(skipped)).toEqual([false, 0, 0]);
});

test('tests that are not always the same are named', () => {
	const unstable = reportOf(['pass', 'pass'], { unstable: [1], bugs: [bug('a', 'caught', [0])] });
	expect(codesOf(unstable)).toEqual(['all-caught', 'tests-unstable']);
});
