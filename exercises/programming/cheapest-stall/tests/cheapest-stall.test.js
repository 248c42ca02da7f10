import { expect, test } from 'vitest';
import { lowestPrice } from '../start/main.js';

test('finds the lowest price in the middle of the list', () => {
	expect(
		lowestPrice([3.5, 2.2, 2.8]),
		'The second stall is the cheapest. Compare every price with `lowest`, and keep the smaller one.'
	).toBe(2.2);
});

test('finds the lowest price at the start of the list', () => {
	expect(
		lowestPrice([1.9, 2.4, 3]),
		'The first stall is the cheapest. The other prices are higher: `lowest` must not change.'
	).toBe(1.9);
});

test('finds the lowest price at the end of the list', () => {
	expect(
		lowestPrice([3, 2.6, 2.1]),
		'The last stall is the cheapest. Does the loop also look at the last price? Does `return` stand after the loop?'
	).toBe(2.1);
});

test('keeps the lowest price when the next prices go up and down', () => {
	expect(
		lowestPrice([1.5, 4, 2]),
		'The prices are 1.5, 4 and 2: the lowest is 1.5. The price 2 is lower than the 4 before it, but is it lower than `lowest`?'
	).toBe(1.5);
});

test('looks at every price of a long list', () => {
	expect(
		lowestPrice([3, 2.7, 3.2, 1.4, 2.5]),
		'Here are five stalls, and the fourth is the cheapest. The list can have any length: does the loop take all the prices, and does `return` stand after the loop?'
	).toBe(1.4);
});

test('works with only one stall', () => {
	expect(lowestPrice([4]), 'With one stall, its price is the lowest one. Start with `prices[0]`.').toBe(4);
});

test('works with two stalls at the same price', () => {
	expect(
		lowestPrice([2.5, 1.8, 1.8]),
		'Two stalls share the lowest price. That is no problem: give back this price.'
	).toBe(1.8);
});

test('works with high prices too', () => {
	expect(
		lowestPrice([150, 120]),
		'Even the cheapest stall can be expensive: here the lowest price is 120. What is in `lowest` at the start? It must be a price of the list.'
	).toBe(120);
});

test('compares numbers and not texts', () => {
	expect(
		lowestPrice([10, 9, 12]),
		'9 is less than 10. Do you compare numbers? (`sort()` without a rule compares them as texts.)'
	).toBe(9);
});

test('leaves the list as it was', () => {
	const prices = [3, 1, 2];
	lowestPrice(prices);
	expect(prices, 'The list of prices must stay the same, in the same order. Only read it.').toEqual([
		3, 1, 2
	]);
});
