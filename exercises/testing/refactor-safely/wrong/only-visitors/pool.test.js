import { expect, test } from 'vitest';
import { price } from './pool.js';

test.each([
	[5, 0],
	[6, 3],
	[17, 3],
	[18, 8],
	[64, 8],
	[65, 3]
])('at %i people pay %i euros', (age, euros) => {
	expect(price(age, false)).toBe(euros);
});
