import { expect, test } from 'vitest';
import { total } from '../start/till.js';

test('two coffees cost 4 euros', () => {
	expect(total([{ count: 2, item: 'coffee' }]), 'Two coffees at 2 euros each.').toBe(4);
});

test('different things are added up', () => {
	const order = [
		{ item: 'soup', count: 2 },
		{ item: 'cake', count: 2 },
		{ item: 'coffee', count: 4 }
	];
	expect(total(order), 'Two soups (2 times 5), two cakes (2 times 3) and four coffees (4 times 2).').toBe(24);
});

test('what is ordered once more is paid once more', () => {
	const order = [
		{ item: 'cake', count: 3 },
		{ item: 'coffee', count: 4 },
		{ item: 'cake', count: 1 }
	];
	expect(
		total(order),
		'Cake stands on two lines: three, and later one. Watch what becomes of the first number when the second line is read.'
	).toBe(20);
});

test('every line has its own number', () => {
	const order = [
		{ item: 'cake', count: 1 },
		{ item: 'cake', count: 4 },
		{ item: 'cake', count: 2 }
	];
	expect(total(order), 'Cake stands on three lines: 1, 4 and 2. All seven are paid.').toBe(21);
});

test('an empty order costs nothing', () => {
	expect(total([]), 'Nobody ordered anything: 0.').toBe(0);
});

test('each guest pays only for their own order', () => {
	total([{ item: 'soup', count: 3 }]);
	expect(
		total([{ item: 'soup', count: 1 }]),
		'The guest before had three soups. This one has one: begin to count anew with each order.'
	).toBe(5);
});
