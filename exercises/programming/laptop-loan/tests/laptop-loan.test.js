import { expect, test } from 'vitest';
import { label, lend } from '../start/main.js';

const laptop = (model, borrower = '') => ({ model, days: 0, borrower });

test('lend keeps the name of the borrower', () => {
	const one = laptop('Acer');
	lend(one, 'Mehdi');
	expect(
		one.borrower,
		'After `lend(one, "Mehdi")`, `one.borrower` must be `Mehdi`. To the left of `=` stands the place in the object, to the right the name that came in, without quotes.'
	).toBe('Mehdi');
});

test('lend puts 14 days into the object', () => {
	const one = { ...laptop('Acer'), days: 3 };
	lend(one, 'Mehdi');
	expect(
		one.days,
		'After `lend`, `one.days` must be the number 14. A number has no quotes, and the value in the object is called `days`.'
	).toBe(14);
});

test('lend changes the laptop that it is given', () => {
	const first = laptop('Acer');
	const second = laptop('Asus');
	lend(first, 'Mehdi');
	lend(second, 'Rosa');
	expect(
		[first.borrower, second.borrower],
		'Mehdi has the first laptop, Rosa the second. In the function, use `laptop`: it is the one that came in. `one` is always the same one.'
	).toEqual(['Mehdi', 'Rosa']);
});

test('the model stays', () => {
	const one = laptop('Acer');
	lend(one, 'Mehdi');
	expect(
		one.model,
		'Lending a laptop does not change its model. Put the new values only into `borrower` and `days`.'
	).toBe('Acer');
});

test('label gives back the model and the borrower', () => {
	expect(
		label(laptop('Acer', 'Mehdi')),
		'The label of this laptop is `Acer: Mehdi`: the model, a colon, a space, the borrower. Both come from the object, with a dot. Give the text back with `return`.'
	).toBe('Acer: Mehdi');
});

test('label works for another laptop', () => {
	expect(
		label(laptop('Asus', 'Rosa')),
		'For another laptop the label must be another one: `Asus: Rosa`. Read both values from `laptop`.'
	).toBe('Asus: Rosa');
});

test('label only reads', () => {
	const one = laptop('Acer', 'Mehdi');
	label(one);
	expect(one, 'Making a label must not change the laptop. Do not use `=` with the object there.').toEqual({
		model: 'Acer',
		days: 0,
		borrower: 'Mehdi'
	});
});
