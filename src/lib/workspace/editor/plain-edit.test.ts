import { expect, test } from 'vitest';
import { asOneEdit } from './plain-edit.ts';

test.each([
	['a × b', [{ line: 1, column: 3, length: 1, text: '*' }], { start: 2, end: 3, text: '*' }],
	[
		'f(“a”,\n\t“b”);',
		[
			{ line: 1, column: 3, length: 3, text: '"a"' },
			{ line: 2, column: 2, length: 3, text: '"b"' }
		],
		{ start: 2, end: 11, text: '"a",\n\t"b"' }
	],
	['a\u200bb', [{ line: 1, column: 2, length: 1, text: '' }], { start: 1, end: 2, text: '' }],
	['a', [], { start: 0, end: 0, text: '' }]
])('the edits of %j are one, so that one undo takes them back', (text, edits, one) => {
	expect(asOneEdit(text, edits)).toEqual(one);
});
