import { expect, test } from 'vitest';
import { createLineReader } from './line-reader.ts';

function read(most: number, chunks: string[]): string[] {
	const seen: string[] = [];
	const take = createLineReader(most, {
		line: (text) => void seen.push(text),
		tooMuch: () => void seen.push('TOO MUCH')
	});
	for (const chunk of chunks) take(Buffer.from(chunk, 'latin1'));
	return seen;
}

test('lines come whole, however they were cut', () => {
	expect(read(100, ['one\ntw', 'o', '\n', '\nthree'])).toEqual(['one', 'two', '']);
});

test('a letter of several bytes may be cut too', () => {
	const bytes = Buffer.from('é€\n').toString('latin1');
	expect(read(100, [...bytes])).toEqual(['é€']);
});

test('too much is said once, and nothing is taken after it', () => {
	expect(read(10, ['one\n', 'x'.repeat(10), 'y\n', 'two\n'])).toEqual(['one', 'TOO MUCH']);
});
