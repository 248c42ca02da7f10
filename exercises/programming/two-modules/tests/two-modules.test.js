import { expect, test } from 'vitest';
import { total } from '../start/main.js';
import * as priceFile from '../start/prices.js';

test('prices.js exports the price list', () => {
	expect(
		priceFile.prices ?? {},
		'Other files cannot see `prices` yet. In `prices.js`, write `export` in front of `const prices`, and keep the four prices.'
	).toMatchObject({ battery: 25, cable: 6, charger: 15, screen: 48 });
});

test('gives the price of one part', () => {
	expect(
		total(['screen']),
		'The bill has one screen, for 48. Look up its price with `prices[part]` and add it to `sum`.'
	).toBe(48);
});

test('adds up two parts', () => {
	expect(
		total(['battery', 'cable']),
		'A battery is 25 and a cable is 6, together 31. Add each price to what is in `sum` already.'
	).toBe(31);
});

test('adds up all the parts of a longer list', () => {
	expect(
		total(['screen', 'cable', 'charger', 'battery', 'cable']),
		'The list has five parts: 48 + 6 + 15 + 25 + 6 make 100. The program does not know how long a list is: a loop visits each part, from the first to the last.'
	).toBe(100);
});

test('counts a part twice when it is on the list twice', () => {
	expect(total(['cable', 'cable']), 'Two cables cost 6 + 6. Every word in the list counts.').toBe(12);
});

test('gives 0 for an empty list', () => {
	expect(
		total([]),
		'Nothing was repaired: the bill is the number 0. Start with `let sum = 0` inside the function.'
	).toBe(0);
});

test('starts again from zero for the next customer', () => {
	total(['screen']);
	expect(
		total(['charger']),
		'The next customer only pays the charger, 15. Does `let sum = 0` stand inside the function?'
	).toBe(15);
});

test('follows prices.js when a price changes', () => {
	const { prices } = priceFile;
	expect(
		typeof prices,
		'This test changes a price in `prices.js`, but `prices` is not exported yet. Write `export` in front of `const prices`.'
	).toBe('object');
	const before = prices.cable;
	prices.cable = 9;
	try {
		expect(
			total(['cable']),
			'A cable now costs 9 in `prices.js`, and the bill must follow. Import the list in `main.js`: do not copy the prices.'
		).toBe(9);
	} finally {
		prices.cable = before;
	}
});
