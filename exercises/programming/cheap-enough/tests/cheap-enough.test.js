import { expect, test } from 'vitest';
import { isCheap, within } from '../start/main.js';

test('35 euros is cheap', () => {
	expect(
		isCheap(35),
		'35 is less than 50, so `isCheap(35)` must be `true`. To the right of the arrow stands the question. If there are braces, `return` is needed too.'
	).toBe(true);
});

test('50 euros is still cheap', () => {
	expect(
		isCheap(50),
		'50 itself belongs to it: `isCheap(50)` must be `true`. Which sign means this number or less?'
	).toBe(true);
});

test('51 euros is not cheap', () => {
	expect(
		isCheap(51),
		'51 is more than 50, so `isCheap(51)` must be `false`. Look at the sign, and at the number after it.'
	).toBe(false);
});

test('keeps the prices below the budget', () => {
	expect(
		within([80, 35, 20, 120], 60),
		'With 60 euros, somebody can pay 35 and 20: give back the list `[35, 20]`. Give back what `filter` makes; the function between its brackets asks about one price. With braces, that function needs `return`.'
	).toEqual([35, 20]);
});

test('a price just as high as the budget stays', () => {
	expect(
		within([60, 61, 59], 60),
		'Whoever has 60 euros can pay 60. 61 is too much. Compare the price with `budget`.'
	).toEqual([60, 59]);
});

test('works with another budget', () => {
	expect(
		within([80, 35, 60, 120], 100),
		'With 100 euros, three prices stay: 80, 35 and 60. The limit is what came in as `budget`, not a fixed number.'
	).toEqual([80, 35, 60]);
});

test('gives back an empty list when everything is too dear', () => {
	expect(
		within([80, 120], 30),
		'With 30 euros nothing is left: give back an empty list. `filter` does this by itself.'
	).toEqual([]);
});

test('leaves the old list as it was', () => {
	const prices = [80, 35, 120];
	within(prices, 60);
	expect(
		prices,
		'The list that came in must stay the same, because others need it too. `filter` makes a new one.'
	).toEqual([80, 35, 120]);
});
