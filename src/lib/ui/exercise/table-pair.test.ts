import { expect, test } from 'vitest';
import type { CaseTable } from '../../contract/case-table.ts';
import { onlyIn } from './table-pair.ts';
import { widthOf } from './table-width.ts';

const all = (text: string) => ({ fr: text, nl: text, en: text });
const table: CaseTable = {
	file: 'price.js',
	function: 'price',
	columns: [
		{ name: 'age', type: 'number', label: all('Age') },
		{ name: 'member', type: 'yes-no', label: all('Member?') }
	],
	result: { type: 'number', label: all('Price') },
	rows: { most: 6 }
};
const row = (age: number, member: boolean, expected: number) => ({ inputs: { age, member }, expected });

test('a row stands only in one table where its inputs or its result are other ones, whatever the order', () => {
	const own = [row(1, true, 2), row(3, false, 4), row(5, true, 6)];
	const ours = [row(5, true, 7), { inputs: { member: true, age: 1 }, expected: 2 }];
	expect([...onlyIn(table, own, ours)]).toEqual([1, 2]);
	expect([...onlyIn(table, ours, own)]).toEqual([0]);
	expect(onlyIn(table, own, own.toReversed()).size).toBe(0);
});

test('a table needs more room for a longer choice, for longer words, and for one column more', () => {
	const words = { answers: ['yes', 'no'], buttons: ['Copy', 'Remove'] };
	const width = (one: CaseTable) => widthOf(one, 'en', words);
	const choice = (label: string): CaseTable => ({
		...table,
		result: { type: 'choice', label: all('Price'), choices: [{ value: 'x', label: all(label) }] }
	});
	expect(width(choice('delivered, 3 euros'))).toBeGreaterThan(width(choice('delivered')));
	expect(width({ ...table, columns: [...table.columns, table.columns[1]!] })).toBeGreaterThan(width(table));
	expect(widthOf(table, 'en', { ...words, buttons: ['Take it away'] })).toBeGreaterThan(width(table));
});
