import { expect, test } from 'vitest';
import type { SandboxMessage } from '../harness/protocol.ts';
import { hearRun } from './hear-message.ts';

const nonce = 'n';
const failure = {
	kind: 'assertion',
	name: 'AssertionError',
	message: 'm',
	note: null,
	expected: '1',
	received: '2',
	diff: null,
	location: null,
	stack: ''
};
const passed = { name: 'a', state: 'pass', durationMs: 1, failure: null };
const done = {
	type: 'done',
	nonce,
	status: 'ran',
	tests: [passed],
	failure: null,
	unhandled: [],
	durationMs: 1
};

/** What a listener makes of a message. */
function heard(said: unknown, hear: (message: SandboxMessage) => void = () => {}): string {
	let what = 'ignored';
	hearRun(
		nonce,
		(message) => {
			what = 'heard';
			hear(message);
		},
		() => (what = 'broken')
	)(said);
	return what;
}

/** A printed line of which a part is missing. */
const cut = (leftOut: unknown) => ({ level: 'log', text: 'abcdef', test: null, leftOut });

test.each([
	{ type: 'started', nonce },
	{ type: 'test', nonce, test: passed },
	{ type: 'test', nonce, test: { ...passed, state: 'fail', failure } },
	{ type: 'console', nonce, entries: [{ level: 'log', text: 'x', test: null }], end: [], leftOut: 0 },
	{
		type: 'console',
		nonce,
		entries: [{ level: 'error', text: 'x', test: null, stack: 's' }],
		end: [],
		leftOut: 0
	},
	{
		type: 'console',
		nonce,
		entries: [{ level: 'log', text: 'x', test: null, ending: { code: 'exit-code', number: 3 } }],
		end: [],
		leftOut: 0
	},
	{ type: 'console', nonce, entries: [cut({ at: 3, unit: 'characters', count: 9 })], end: [], leftOut: 2 },
	done,
	{ ...done, unhandled: [failure] },
	{ ...done, failure: { ...failure, location: { file: 'main.js', line: 1, column: 2 } } }
])('a message of the protocol is heard: %j', (said) => {
	expect(heard(said)).toBe('heard');
});

test.each([
	null,
	5,
	'done',
	[],
	{ type: 'ready' },
	{ ...done, nonce: 'other' },
	{ type: 'console', entries: 5 }
])('what is not of this run is ignored: %j', (said) => {
	expect(heard(said)).toBe('ignored');
});

test.each([
	...[{ code: 'exit-code', number: 'three' }, { code: 'cheers', number: 3 }, null].map((ending) => ({
		type: 'console',
		nonce,
		entries: [{ level: 'log', text: 'x', test: null, ending }],
		end: [],
		leftOut: 0
	})),
	{ type: 'console', nonce, entries: 5, end: [], leftOut: 0 },
	{ type: 'console', nonce, entries: [null], end: [], leftOut: 0 },
	{
		type: 'console',
		nonce,
		entries: [{ level: 'log', text: 'x', test: null, stack: 5 }],
		end: [],
		leftOut: 0
	},
	...[
		[{ at: -1, unit: 'lines', count: 1 }, 0],
		[{ at: 0, unit: 'pages', count: 1 }, 0],
		[{ at: 0, unit: 'lines', count: 0 }, 0],
		['lines', 0],
		[undefined, -1],
		[undefined, 'many']
	].map(([leftOut, lines]) => ({ type: 'console', nonce, entries: [cut(leftOut)], end: [], leftOut: lines })),
	{ type: 'console', nonce, entries: [], end: Array(300).fill(cut(undefined)), leftOut: 0 },
	{ ...done, unhandled: undefined },
	{ ...done, unhandled: [5] },
	{ ...done, unhandled: Array(101).fill(failure) },
	{ type: 'console', nonce, entries: [{ level: 'log', text: {}, test: null }], end: [], leftOut: 0 },
	{
		type: 'console',
		nonce,
		entries: Array(30_000).fill({ level: 'log', text: '', test: null }),
		end: [],
		leftOut: 0
	},
	{ type: 'test', nonce, test: null },
	{ type: 'test', nonce, test: { ...passed, state: 'verified' } },
	{ type: 'test', nonce, test: { ...passed, durationMs: '1' } },
	{ type: 'test', nonce, test: { ...passed, failure: {} } },
	{ ...done, tests: 'x' },
	{ ...done, tests: { length: 1 } },
	{ ...done, tests: Array(6000).fill(passed) },
	{ ...done, status: 'verified' },
	{ ...done, failure: { ...failure, stack: null } },
	{ ...done, failure: { ...failure, message: 'x'.repeat(600_000) } },
	{ ...done, durationMs: null },
	{ type: 'else', nonce },
	{ nonce }
])('a message of this run in another shape ends it', (said) => {
	expect(heard(said)).toBe('broken');
});

test('nothing is thrown at the sandbox’s reader, not even by the one who hears', () => {
	expect(
		heard(done, () => {
			throw new Error('ours');
		})
	).toBe('broken');
	const hostile = new Proxy(
		{},
		{
			get: () => {
				throw new Error('theirs');
			}
		}
	);
	expect(() => heard({ ...done, tests: [hostile] })).not.toThrow();
});
