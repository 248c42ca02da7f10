import { expect, test } from 'vitest';
import { endWords, failureWords } from '../../coach-words/run-words.ts';
import type { TestResult } from '../../contract/report.ts';
import { failureReason } from '../failure-reason.ts';
import { runEnd } from '../run-end.ts';
import { endPlace } from './end-place.ts';
import { switchedOff } from './switched-off.ts';

const result = (name: string, state: TestResult['state']): TestResult => ({
	name,
	state,
	durationMs: 1,
	failure: null
});
const exercise = {
	id: 'a/b',
	tests: { 'tests/main.test.js': "test('one', f);\n\ntest('two', loop);\ntest('three', f);\n" },
	examples: {}
};

test('of a run that never ends the test is named in which it was stopped, with its line', () => {
	const tests = [result('one', 'pass'), result('two', 'not-run'), result('three', 'not-run')];
	const report = { status: 'timeout' as const, diagnostics: [], runs: [] };
	const done = { report, tests };
	expect(endWords('The solution', runEnd(done))).toBe(
		'The solution does not end within its time limit: the test "two" does not end'
	);
	const [solution, start] = [
		{ folder: 'solution', files: {} },
		{ folder: 'start', files: {} }
	];
	expect(endPlace(exercise, done, [solution, start])).toEqual({ file: 'a/b/tests/main.test.js', line: 3 });
	expect(endPlace(exercise, done, [start])).toEqual({ file: 'a/b/start/' });
	const shown = { ...exercise, examples: { 'examples/main.test.js': "\ntest('two', loop);\n" } };
	const seen = { file: 'a/b/examples/main.test.js', line: 2 };
	expect(endPlace(shown, done, [solution, start], 'examples')).toEqual(seen);
});

test('a test that waits for ever is said without a word of Vitest’s settings', () => {
	const message =
		'Test timed out in 1000ms.\nIf this is a long-running test, pass a timeout value as the last argument or configure it globally with "testTimeout".';
	const failure = {
		kind: 'limit',
		name: 'Error',
		note: null,
		message,
		expected: null,
		received: null,
		diff: null,
		location: null,
		stack: ''
	} as const;
	const late: TestResult = { ...result('one', 'fail'), failure };
	expect(failureWords(failureReason(late))).toBe(
		'it does not end within 1000 ms: something that it awaits never happens'
	);
});

test.each([
	["test.only('a', f);", 'test.only', true],
	["\tit.skip('a', f);", 'it.skip', false],
	["describe.only('a', f);", 'describe.only', true],
	["test.concurrent.only('a', f);", 'test.concurrent.only', true],
	["test.only.each([1])('a', f);", 'test.only', true],
	["test.todo('a');", 'test.todo', false],
	["xit('a', f);", 'xit', false]
])('%s is found', (line, call, only) => {
	expect(switchedOff({ ...exercise, tests: { 'tests/a.test.js': `\n${line}\n` } })).toMatchObject([
		{ code: 'switched-off-test', file: 'a/b/tests/a.test.js', line: 2, params: { call, only } }
	]);
});

test.each(["// test.only('a', f);", "test('only', f);", 'list.only();', 'exit();', "contest.only('a');"])(
	'%s switches nothing off',
	(line) => {
		expect(switchedOff({ ...exercise, tests: { 'tests/a.test.js': line } })).toEqual([]);
	}
);

test('what broke is said before the advice of the suite', () => {
	const failure = {
		kind: 'error',
		name: 'ReferenceError',
		message: 'settings is not defined',
		note: 'The server never answered.',
		expected: null,
		received: null,
		diff: null,
		location: null,
		stack: ''
	} as const;
	expect(failureWords(failureReason({ name: 'asks', state: 'fail', durationMs: 1, failure }))).toBe(
		'ReferenceError: settings is not defined. The server never answered.'
	);
});
