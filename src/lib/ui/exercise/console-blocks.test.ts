import { expect, test } from 'vitest';
import type { ConsoleEntry } from '../../contract/report.ts';
import { consoleBlocks } from './console-blocks.ts';

const log = (text: string, test: string | null = null): ConsoleEntry => ({ level: 'log', text, test });
const warn = (text: string, test: string | null = null): ConsoleEntry => ({ level: 'warn', text, test });

test.each<[string, ConsoleEntry[], [string, string | null][]]>([
	['nothing', [], []],
	['lines below one another', [log('a'), log(''), log('b')], [['a\n\nb', null]]],
	[
		'what has its level beside it',
		[warn('a'), warn('b'), log('c')],
		['a', 'b', 'c'].map((text) => [text, null])
	],
	[
		'lines of two tests, and of none',
		[log('a', 'one'), log('b', 'one'), log('c', 'two'), warn('d', 'two'), log('e', 'two'), log('f')],
		[
			['a\nb', 'one'],
			['c', 'two'],
			['d', null],
			['e', null],
			['f', null]
		]
	]
])('%s: as blocks', (_what, entries, expected) => {
	expect(consoleBlocks(entries).map(({ text, during }) => [text, during])).toEqual(expected);
});

test('a thousand lines are ten blocks, in which no line is lost', () => {
	const lines = Array.from({ length: 1000 }, (_, index) => String(index));
	const blocks = consoleBlocks(lines.map((text) => log(text)));
	expect(blocks.length).toBe(10);
	expect(blocks.flatMap(({ text }) => text.split('\n'))).toEqual(lines);
});
