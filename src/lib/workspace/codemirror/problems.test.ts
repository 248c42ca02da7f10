import { Text } from '@codemirror/state';
import { expect, test } from 'vitest';
import { offsetIn, toDiagnostic } from './problems.ts';

const doc = Text.of(['let a = ;', '', 'go(']);

test.each([
	[1, 1, 0],
	[1, 9, 8],
	[1, 40, 9],
	[2, 1, 10],
	[3, 2, 12],
	[9, 9, doc.length],
	[0, 0, 0]
])('line %i, column %i is at %i; what lies outside is at the nearest end', (line, column, offset) => {
	expect(offsetIn(doc, line, column)).toBe(offset);
});

test.each([
	['what it spans', { line: 1, column: 5, length: 1 }, 4, 5],
	['one character where it has no length', { line: 1, column: 9 }, 8, 9],
	['the character before the end of the text', { line: 3, column: 4 }, doc.length - 1, doc.length],
	['no more than there is', { line: 3, column: 1, length: 99 }, 11, doc.length]
])('a marker covers %s', (_what, place, from, to) => {
	const marker = { severity: 'error', message: 'm', location: { file: 'a.js', ...place } } as const;
	expect(toDiagnostic(doc, marker)).toEqual({ from, to, severity: 'error', message: 'm' });
});

test('a marker in an empty text is no error of its own', () => {
	const marker = {
		severity: 'warning',
		message: 'm',
		location: { file: 'a.js', line: 1, column: 1 }
	} as const;
	expect(toDiagnostic(Text.empty, marker)).toMatchObject({ from: 0, to: 0 });
});
