import { expect, test } from 'vitest';
import { lowestPrice } from '../start/main.js';

test('finds the lowest price of three stalls', () => {
	expect(lowestPrice([3.5, 2.2, 2.8]), 'Three prices: `3.5`, `2.2` and `2.8`. Which one is the lowest?').toBe(
		2.2
	);
});

test('finds the lowest price of four stalls', () => {
	expect(
		lowestPrice([4, 2.9, 3.2, 1.5]),
		'Four prices: 4, `2.9`, `3.2` and `1.5`. Look at all of them.'
	).toBe(1.5);
});
