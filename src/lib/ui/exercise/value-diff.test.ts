import { expect, test } from 'vitest';
import { addsToNote, isInline, readDiff, splitValues, valuesToShow } from './value-diff.ts';

const shown = ({ before, changed, after }: { before: string; changed: string; after: string }): string =>
	`${before}[${changed}]${after}`;

test.each([
	['"Bonjour, Samira!"', '"Bonjour Samira!"', '"Bonjour[,] Samira!"', '"Bonjour[] Samira!"'],
	['"12,50"', '"12.50"', '"12[,]50"', '"12[.]50"'],
	['"abc"', '"abc"', '"abc"[]', '"abc"[]'],
	['7', 'undefined', '[7]', '[undefined]'],
	['"HALLO"', '"brood"', '["HALLO"]', '["brood"]'],
	['"a🚋b"', '"a🚌b"', '"a[🚋]b"', '"a[🚌]b"']
])('%s against %s', (expected, received, left, right) => {
	const parts = splitValues(expected, received);
	expect([shown(parts.expected), shown(parts.received)]).toEqual([left, right]);
});

test.each([
	['7', '8', true],
	['7', 'undefined', true],
	['"true"', 'true', true],
	['true', '"yes"', true],
	['Flagey', '', true],
	['[\n  1,\n  true,\n]', '[\n  2,\n  true,\n]', true],
	['{\n  "done": true,\n}', '{\n  "done": "yes",\n}', true],
	['/tickets/1', '/tickets/2', true],
	['7', '7', false],
	['null', 'null', false],
	['true', 'false', false],
	['true', 'undefined', false],
	['true', '', false],
	['/\\p{L}/u', '""', false],
	['/a b/', 'a\nb', false],
	['[\n  true,\n  true,\n]', '[\n  true,\n  false,\n]', false],
	['{\n  "done": true,\n}', '{\n  "done": false,\n}', false]
])('%j against %j beside a note: shown %s', (expected, received, shownToo) => {
	expect(addsToNote(expected, received)).toBe(shownToo);
});

test.each([
	['1', '2', true, { expected: '1', received: '2' }],
	['true', 'false', true, null],
	['true', 'false', false, { expected: 'true', received: 'false' }],
	['/bru/i', '"Hallo Brusel"', true, { expected: null, received: '"Hallo Brusel"' }],
	['/bru/i', 'Hallo Brusel', false, { expected: null, received: 'Hallo Brusel' }],
	['null', 'null', false, null],
	['null', '[\n  "12",\n]', true, { expected: null, received: '[\n  "12",\n]' }],
	['null', '"null"', true, { expected: 'null', received: '"null"' }],
	['/\\p{L}/u', '""', true, null],
	['/\\p{L}/u', '', true, null],
	['/\\p{L}/u', 'undefined', true, null]
])('of %j and %j, with a note: %s, is shown %j', (expected, received, hasNote, shownValues) => {
	expect(valuesToShow({ expected, received }, hasNote)).toEqual(shownValues);
});

test('values of several lines, or long ones, are compared line by line', () => {
	expect(isInline('1', '2')).toBe(true);
	expect(isInline('a\nb', 'a')).toBe(false);
	expect(isInline('x'.repeat(81), 'a')).toBe(false);
});

test('a line diff is read by its first sign, and its indent is kept', () => {
	expect(readDiff('  [\n-   1,\n+   2,\n  ]')).toEqual([
		{ kind: 'same', text: '[' },
		{ kind: 'expected', text: '  1,' },
		{ kind: 'received', text: '  2,' },
		{ kind: 'same', text: ']' }
	]);
});
