import { expect, test } from 'vitest';
import type { ConsoleEntry } from '../../contract/report.ts';
import { consoleBlocks, consoleGroups } from './console-blocks.ts';

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
		'what is said of the program’s end',
		[log('a'), { ...log('b'), ending: { code: 'exit-code', number: 3 } }, log('c')],
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

test.each<[string, (index: number) => ConsoleEntry, most: number]>([
	['lines', (index) => log(`line ${index}`), 1],
	['empty lines', () => log(''), 1],
	['lines of two levels', (index) => (index % 2 ? warn('') : log('')), 30],
	['lines of thousands of characters', () => log('x'.repeat(8000)), 1],
	['lines that are many', () => log('\n'.repeat(8000)), 1]
])('%s are in groups of few elements, each of which is soon laid out', (_what, one, most) => {
	const blocks = consoleBlocks(Array.from({ length: 1000 }, (_, index) => one(index)));
	const groups = consoleGroups(blocks);
	expect(groups.flat()).toEqual(blocks);
	expect(Math.max(...groups.map(({ length }) => length))).toBe(most);
});

test('what is printed later changes no group but the last', () => {
	const entries = Array.from({ length: 400 }, (_, index) => (index % 3 ? log('a') : warn('b')));
	const before = consoleGroups(consoleBlocks(entries.slice(0, 200)));
	expect(consoleGroups(consoleBlocks(entries)).slice(0, before.length - 1)).toEqual(before.slice(0, -1));
});

test('nothing printed is no group', () => {
	expect(consoleGroups([])).toEqual([]);
});
