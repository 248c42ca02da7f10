import { expect, test } from 'vitest';
import { stillOut } from '../start/loans.js';

const loan = (laptop) => ({ name: `Person ${laptop}`, laptop });
const numbers = (loans, returned) => stillOut(loans, returned).map(({ laptop }) => laptop);

test('one laptop came back', () => {
	expect(
		numbers([loan(11), loan(12), loan(13)], [12]),
		'Laptop 12 came back: 11 and 13 are still out, in this order.'
	).toEqual([11, 13]);
});

test('two laptops that stand below each other came back', () => {
	expect(
		numbers([loan(21), loan(22), loan(23), loan(24)], [22, 23]),
		'22 and 23 came back. When 22 is taken out, 23 moves up to its place. Does anybody look at that place again?'
	).toEqual([21, 24]);
});

test('five laptops below each other came back', () => {
	expect(
		numbers([loan(31), loan(32), loan(33), loan(34), loan(35), loan(36)], [31, 32, 33, 34, 35]),
		'31 to 35 came back: only 36 is still out. However many stand below each other, none is passed over.'
	).toEqual([36]);
});

test('the loans stay whole', () => {
	expect(
		stillOut([loan(41), loan(42)], [41]),
		'Each line of the list keeps its name and its number.'
	).toEqual([{ name: 'Person 42', laptop: 42 }]);
});

test('nothing came back, and nothing was out', () => {
	expect(numbers([loan(51), loan(52)], []), 'Nothing came back: both are still out.').toEqual([51, 52]);
	expect(numbers([], [53]), 'Nothing was out: the list is empty.').toEqual([]);
});

test('the list that was given stays as it was', () => {
	const loans = [loan(61), loan(62)];
	stillOut(loans, [61, 62]);
	expect(
		loans.length,
		'The library still needs the list of all loans: give back another list, and leave this one alone.'
	).toBe(2);
});
