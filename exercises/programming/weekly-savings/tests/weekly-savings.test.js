import { expect, test } from 'vitest';
import { saved } from '../start/main.js';

test('after one week there is 1 euro', () => {
	expect(
		saved(1),
		'After one week there is 1 euro in the box. The loop must begin at 1, and still run in week 1.'
	).toBe(1);
});

test('after two weeks there are 3 euros', () => {
	expect(
		saved(2),
		'After two weeks: 1 + 2 is 3. Add each week to what is in `total` already, and let `return` stand after the loop.'
	).toBe(3);
});

test('after four weeks there are 10 euros', () => {
	expect(
		saved(4),
		'After four weeks: 1 + 2 + 3 + 4 is 10. Does the loop run four times, and does it add the number of the week?'
	).toBe(10);
});

test('after a year there are 1378 euros', () => {
	expect(
		saved(52),
		'After 52 weeks there are 1378 euros. The number of weeks is not fixed: does your loop use `weeks`?'
	).toBe(1378);
});

test('before the first week there is nothing', () => {
	expect(saved(0), 'After 0 weeks the box is empty: 0. Then the loop must not run at all.').toBe(0);
});

test('each money box begins empty', () => {
	saved(7);
	expect(
		saved(3),
		'Somebody else saved for 7 weeks before, and now 3 weeks must give 6. Does `let total = 0;` stand inside the function?'
	).toBe(6);
});
