import { expect, test } from 'vitest';
import { OUTPUT_CHARS } from '../../contract/plan.ts';
import type { ConsoleEntry } from '../../contract/report.ts';
import { createKeptOutput } from './kept-output.ts';

const entry = (text: string): ConsoleEntry => ({ level: 'log', text, test: null });

/** What is kept of these texts, printed one after another. */
function keptOf(texts: Iterable<string>, limit = OUTPUT_CHARS) {
	const kept = createKeptOutput<ConsoleEntry>(limit);
	const begin: ConsoleEntry[] = [];
	for (const text of texts) {
		const begins = kept.add(entry(text));
		if (begins) begin.push(begins);
	}
	return { begin, end: kept.end(), leftOut: kept.leftOut };
}
const numbers = (count: number): string[] => Array.from({ length: count }, (_, index) => `${index + 1}`);
const texts = (entries: readonly ConsoleEntry[]): string[] => entries.map(({ text }) => text);

test.each([0, 1, 748, 749, 750, 999])('of %i lines none is left out', (count) => {
	const { begin, end, leftOut } = keptOf(numbers(count));
	expect(texts([...begin, ...end])).toEqual(numbers(count));
	expect(leftOut).toBe(0);
});

test.each([1000, 1250, 200_000])('of %i lines the first and the last are kept whole', (count) => {
	const { begin, end, leftOut } = keptOf(numbers(count));
	expect(texts(begin)).toEqual(numbers(749));
	expect(texts(end)).toEqual(numbers(count).slice(-250));
	expect(leftOut).toBe(count - 999);
});

test('characters are counted too, and a line that comes after one that was too long stays behind it', () => {
	const [x, y, z] = ['x'.repeat(20), 'y'.repeat(24), 'z'.repeat(15)] as const;
	const { begin, end, leftOut } = keptOf([x, x, y, z, 'last'], 100);
	expect(texts(begin)).toEqual([x, x, y]);
	expect(texts(end)).toEqual([z, 'last']);
	expect(leftOut).toBe(0);
});

test('whatever is printed, no more is kept than the limit', () => {
	const long = Array.from({ length: 500 }, (_, index) => 'x'.repeat(index * 100));
	const { begin, end } = keptOf(long);
	expect(texts([...begin, ...end]).join('\n').length).toBeLessThanOrEqual(OUTPUT_CHARS);
});

test('of one long line both ends are kept, and the characters between them counted', () => {
	const line = `begin ${'la '.repeat(1_000_000)}end`;
	const [only] = keptOf([line]).begin;
	const { at, unit, count } = only!.leftOut!;
	expect(unit).toBe('characters');
	expect(only!.text.length + count).toBe(line.length);
	expect(line.startsWith(only!.text.slice(0, at))).toBe(true);
	expect(line.endsWith(only!.text.slice(at))).toBe(true);
});

test('no sign that takes two characters is torn', () => {
	for (const shift of ['', 'a']) {
		const [only] = keptOf([shift + '😀'.repeat(20_000)]).begin;
		expect(only!.text.isWellFormed()).toBe(true);
		expect(only!.text.slice(0, only!.leftOut!.at).isWellFormed()).toBe(true);
	}
});

test('a text of many lines is shortened between lines, which are counted', () => {
	const lines = numbers(100_000);
	const [only] = keptOf([lines.join('\n')]).begin;
	const { at, unit, count } = only!.leftOut!;
	const [first, last] = [only!.text.slice(0, at).split('\n'), only!.text.slice(at).split('\n')];
	expect(unit).toBe('lines');
	expect(first).toEqual(lines.slice(0, first.length));
	expect(last).toEqual(lines.slice(-last.length));
	expect(first.length + last.length + count).toBe(lines.length);
});

test('lines of a text that is left out as a whole are counted too', () => {
	const long = numbers(100_000).join('\n');
	const { begin, end, leftOut } = keptOf([...Array<string>(100).fill(long)]);
	const inside = [...begin, ...end].reduce((sum, { text, leftOut: cut }) => {
		return sum + text.split('\n').length + 1 + cut!.count;
	}, 0);
	expect(inside + leftOut).toBeGreaterThanOrEqual(100 * 100_000 - (100 - begin.length - end.length));
	expect(inside + leftOut).toBeLessThanOrEqual(100 * 100_000);
});
