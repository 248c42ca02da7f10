import { expect, test } from 'vitest';
import type { SandboxMessage } from '../harness/protocol.ts';
import { readRunnerOutput } from './runner-output.ts';

const KEY = '1-2-3-4';
const started = (nonce: string): SandboxMessage => ({ type: 'started', nonce });
const framed = (message: object, key = KEY): string => {
	const json = JSON.stringify(message);
	return `\n@${key}:${json.length}:${json}\n`;
};

/** The messages found in a stream that comes in these chunks. */
function read(...chunks: string[]): SandboxMessage[] {
	const found: SandboxMessage[] = [];
	const output = readRunnerOutput(KEY, (message) => void found.push(message));
	for (const chunk of chunks) output.push(chunk);
	return found;
}

const stream = `Welcome!\r\n${framed(started('a'))}echo\r\n${framed(started('b'))}${framed(started('c'))}$ `;

test('messages are found between other text, in their order', () => {
	expect(read(stream)).toEqual([started('a'), started('b'), started('c')]);
});

test('a stream cut in two at any place gives the same messages', () => {
	const coloured = stream.replaceAll('nonce', '\u001b[1mnon\u001b[0mce');
	for (const text of [stream, coloured]) {
		const wrong = [...text].filter(
			(_, at) =>
				read(text.slice(0, at), text.slice(at))
					.map((m) => 'nonce' in m && m.nonce)
					.join() !== 'a,b,c'
		);
		expect(wrong).toEqual([]);
	}
});

test('a stream that comes letter by letter, wrapped after every seven, gives the same messages', () => {
	const wrapped = stream.replace(/.{7}/g, '$&\r\n');
	expect(read(...wrapped)).toEqual([started('a'), started('b'), started('c')]);
});

test('text with another key is no message', () => {
	expect(read(framed(started('forged'), '4-3-2-1'), framed(started('a')))).toEqual([started('a')]);
});

test('a message that other text has torn is left out, and the next one is whole again', () => {
	const torn = framed(started('torn')).replace('started', 'star other text ted');
	expect(read(torn + framed(started('a')))).toEqual([started('a')]);
});

test('a marker inside the text of a message is part of that text', () => {
	const entries = [{ level: 'log' as const, text: `@${KEY}:5:"abc"`, test: null }];
	const message: SandboxMessage = { type: 'console', nonce: 'a', entries, end: [], leftOut: 0 };
	expect(read(framed(message) + framed(started('b')))).toEqual([message, started('b')]);
});

test.each([`@${KEY}:99999999:{`, `@${KEY}:999999999999:`, `@${KEY}:x`, `@${KEY}::`])(
	'a head that promises what cannot come, %j, does not swallow what follows',
	(head) => {
		expect(read(head, framed(started('a')))).toEqual([started('a')]);
	}
);

test('the end of what came is kept as it came', () => {
	const output = readRunnerOutput(KEY, () => {});
	output.push('x'.repeat(10_000));
	output.push('FATAL ERROR: JavaScript heap out of memory\r\n');
	expect(output.tail()).toMatch(/^x+FATAL ERROR: JavaScript heap out of memory\r\n$/);
	expect(output.tail()).toHaveLength(4096);
});
