import { expect, test } from 'vitest';
import type { Failure, Report, RunResult } from '../../contract/report.ts';
import { loadMessageCatalog } from '../../i18n/load.ts';
import { createTranslate } from '../../i18n/translate.ts';
import { firstRead } from './first-read.ts';
import type { ReportWords } from './report-words.ts';

const t = createTranslate('en', await loadMessageCatalog('en'));
const words: ReportWords = {
	title: (english) => ({ text: english }),
	note: (english) => ({ text: english }),
	call: () => null,
	diagnose: ({ code }) => (code ? 'A `)` is missing.' : null),
	explain: ({ name }) => (name === 'ReferenceError' ? 'There is no `x`.' : null)
};
const place = { file: 'main.js', line: 3, column: 1 };
const failure: Failure = {
	kind: 'assertion',
	name: 'AssertionError',
	message: 'expected 1 to be 2',
	note: 'Add `both`.',
	expected: '2',
	received: '1',
	diff: null,
	location: null,
	stack: ''
};
const broken: Failure = {
	...failure,
	kind: 'error',
	name: 'ReferenceError',
	message: 'x',
	note: null,
	location: place
};
const testOf = (name: string, why: Failure | null) =>
	({ name, state: why ? 'fail' : 'pass', durationMs: 1, failure: why }) as const;
const run = (change: Partial<RunResult>): RunResult => ({
	id: 'suite',
	status: 'ran',
	tests: [],
	failure: null,
	unhandled: [],
	console: [],
	consoleTruncated: false,
	durationMs: 1,
	...change
});
const report = (change: Partial<Report>): Report => ({
	version: 1,
	runId: 'r',
	exercise: { id: 'x/y', hash: 'h' },
	mode: 'check',
	engine: { id: 'worker', reason: 'default' },
	status: 'ran',
	diagnostics: [],
	runs: [],
	...change
});
const log = (text: string) => ({ level: 'log', text, test: null }) as const;
const missing = { severity: 'error', text: 'Expected ")"', params: {}, location: place } as const;

test.each<[string, Report, string | null]>([
	[
		'where and why a text cannot be read',
		report({ status: 'compile-error', diagnostics: [{ ...missing, code: 'missing-sign' as never }] }),
		'main.js, line 3: A ) is missing.'
	],
	[
		'the compiler’s own words where there are no others',
		report({ status: 'compile-error', diagnostics: [{ ...missing, code: null, location: null }] }),
		'Expected ")"'
	],
	[
		'the first test that failed, and why',
		report({
			runs: [run({ tests: [testOf('is right', null), testOf('adds', failure), testOf('more', failure)] })]
		}),
		'Not yet: adds. Add both.'
	],
	[
		'what broke before what the author advises',
		report({ runs: [run({ tests: [testOf('adds', { ...broken, note: 'Add both.' })] })] }),
		'Not yet: adds. main.js, line 3: There is no x.'
	],
	[
		'an error that nobody knows, in its own words',
		report({ runs: [run({ failure: { ...broken, name: 'Oops', location: null } })] }),
		'Oops: x'
	],
	[
		'an error outside the tests',
		report({ runs: [run({ unhandled: [broken] })] }),
		'main.js, line 3: There is no x.'
	],
	[
		'what a run printed',
		report({ mode: 'run', runs: [run({ console: [log('Hello'), log('3')] })] }),
		'Your program printed: Hello\n3'
	],
	[
		'how a program ended',
		report({
			mode: 'run',
			runs: [run({ console: [log('Hello'), { ...log('x'), ending: { code: 'exit-code', number: 3 } }] })]
		}),
		'Your program printed: Hello\nYour program ended with exit code 3.'
	],
	[
		'nothing of a check that passed',
		report({ runs: [run({ tests: [testOf('adds', null)], console: [log('Hi')] })] }),
		null
	],
	['nothing of a silent run', report({ mode: 'run', runs: [run({})] }), null],
	[
		'nothing that cannot be believed',
		report({ status: 'tampered', runs: [run({ unhandled: [broken] })] }),
		null
	]
])('read first is %s', (_what, told, said) => {
	expect(firstRead(told, words, t)).toBe(said);
});

test('of a long output only the beginning is listened to', () => {
	const long = report({ mode: 'run', runs: [run({ console: [log('x'.repeat(5000))] })] });
	expect(firstRead(long, words, t)!.length).toBeLessThan(500);
});
