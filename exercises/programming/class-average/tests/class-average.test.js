import { expect, test } from 'vitest';
import { average } from '../start/main.js';

test('gives the average of three results', () => {
	expect(
		average([12, 15, 18]),
		'12 + 15 + 18 is 45, and 45 divided by 3 results is 15. Add everything up first, divide after the loop.'
	).toBe(15);
});

test('gives the average of two results', () => {
	expect(
		average([12, 15]),
		'Here there are 2 results: 27 divided by 2. Divide by `scores.length`, and do not round.'
	).toBe(13.5);
});

test('gives the average of one result', () => {
	expect(average([14]), 'With one result, the average is that result.').toBe(14);
});

test('gives the average of ten results', () => {
	expect(
		average([20, 8, 9, 16, 9, 10, 9, 14, 7, 18]),
		'The list can be long. The loop must add up every result.'
	).toBe(12);
});

test('gives the average of four results, of which one is much better', () => {
	expect(
		average([10, 10, 10, 18]),
		'10 + 10 + 10 + 18 is 48, and 48 divided by 4 results is 12. Every result counts, not only some of them: does the loop add them all?'
	).toBe(12);
});

test('does not round the average', () => {
	expect(
		average([12, 13, 13, 12, 13, 13, 12, 13]),
		'Three results of 12 and five of 13 are 101 together, and 101 divided by 8 is `12.625`. Give back what the division gives, without rounding.'
	).toBe(12.625);
});

test('counts a zero as a result', () => {
	expect(
		average([0, 10, 20]),
		'Somebody with 0 also took the test: these are 3 results, 30 divided by 3.'
	).toBe(10);
});

test('gives 0 when everybody has 0', () => {
	expect(
		average([0, 0]),
		'There are results here, so the average is 0 and not `null`. Look at the length of the list, not at the total.'
	).toBe(0);
});

test('gives null when there are no results', () => {
	expect(
		average([]),
		'The list is empty: there is no average. Give back `null` before you divide. `NaN` means that you divided 0 by 0.'
	).toBe(null);
});

test('starts again from zero for every class', () => {
	average([20, 20]);
	expect(
		average([5, 15]),
		'The results of one class must not change the average of the next one. Does `let total = 0` stand inside the function?'
	).toBe(10);
});
