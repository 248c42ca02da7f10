import { describe, expect, test } from 'vitest';
import type { CaseTable, CellKind } from '../contract/case-table.ts';
import { completeRow, faultsOf, readCell, readKept, readNumber, twinsOf, valuesOf } from './table-cells.ts';

const label = { fr: 'Âge', nl: 'Leeftijd', en: 'Age' };
const TABLE: CaseTable = {
	file: 'price.js',
	function: 'price',
	columns: [
		{ name: 'age', label, type: 'number', min: 0, max: 110, step: 1 },
		{ name: 'student', label, type: 'yes-no' }
	],
	result: { label, type: 'number', min: 0, step: 0.01 },
	rows: { most: 3 }
};
const row = (age: string | number | null, student: boolean | null, expected: string | number | null) => ({
	inputs: { age, student },
	expected
});

test.each<[string, number | null]>([
	['12', 12],
	['2,60', 2.6],
	['2.60', 2.6],
	[',5', 0.5],
	[' 3 ', 3],
	['1 234,5', 1234.5],
	['1\u202f234,50 €', 1234.5],
	['€ 2,50', 2.5],
	['1.234,50', 1234.5],
	['1,234.50', 1234.5],
	['1.234.567', 1234567],
	['−3', -3],
	['-0', 0],
	['', null],
	['-', null],
	['.', null],
	['2,', null],
	['1,2,3', null],
	['12.34,5', null],
	['1e3', null],
	['0x10', null],
	['Infinity', null],
	['douze', null],
	['9'.repeat(400), null]
])('"%s" is read as %s', (written, value) => expect(readNumber(written)).toBe(value));

describe('a cell', () => {
	const [age] = TABLE.columns;
	test.each<[CellKind, string | number | boolean | null, string | number | boolean]>([
		[age!, null, 'empty'],
		[age!, '  ', 'empty'],
		[age!, 'ten', 'not-a-number'],
		[age!, -1, 'too-small'],
		[age!, '111', 'too-large'],
		[age!, '1,5', 'between-steps'],
		[age!, NaN, 'not-a-number'],
		[age!, true, 'not-a-number'],
		[TABLE.result, 0.001, 'between-steps'],
		[{ label, type: 'yes-no' }, 'yes', 'unknown'],
		[{ label, type: 'choice', choices: [{ value: 'monday', label }] }, 'sunday', 'unknown'],
		[{ label, type: 'text' }, 'x'.repeat(101), 'too-long']
	])('of %o with %s has no value: %s', (kind, written, fault) =>
		expect(readCell(kind, written)).toMatchObject({ ok: false, fault })
	);

	test('has the value that its program is given', () => {
		expect(readCell(TABLE.result, '1,10')).toEqual({ ok: true, value: 1.1 });
		expect(readCell({ label, type: 'number', step: 0.1 }, '0,3')).toEqual({ ok: true, value: 0.3 });
		expect(readCell({ label, type: 'text' }, ' a ')).toEqual({ ok: true, value: 'a' });
	});
});

test('a row counts once all of its cells have a value', () => {
	expect(completeRow(TABLE, row('12', false, '2,5'))).toEqual(row(12, false, 2.5));
	expect(completeRow(TABLE, row(12, null, 2))).toBeNull();
	expect(faultsOf(TABLE, row(null, null, ''))).toEqual([]);
	expect(faultsOf(TABLE, row('x', null, 2)).map(({ cell, why }) => `${cell} ${why.fault}`)).toEqual([
		'0 not-a-number',
		'1 empty'
	]);
	expect(valuesOf(TABLE, [row('7', true, 'x')])).toEqual([row(7, true, null)]);
});

test('rows of the same inputs are twins, however they are written', () => {
	const rows = [row('12', true, 1), row(null, null, null), row('12,0', true, 2), row(12, false, 1)];
	expect(twinsOf(TABLE, rows)).toEqual([null, null, 1, null]);
});

test('what a device has kept is read as far as it is a table', () => {
	expect(readKept(TABLE, { rows: [] })).toBeNull();
	expect(readKept(TABLE, [null, { inputs: { age: {}, other: 1 } }])).toEqual([
		row(null, null, null),
		row(null, null, null)
	]);
	expect(readKept(TABLE, Array(9).fill(row(1, true, 2)))).toHaveLength(3);
});
