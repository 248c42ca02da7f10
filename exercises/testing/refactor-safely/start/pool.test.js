import { describe, expect, test } from 'vitest';
import { price } from './pool.js';

describe('visitors', () => {
	test.each([
		[4, 0],
		[12, 3],
		[40, 8],
		[80, 3]
	])('at %i they pay %i euros', (age, euros) => {
		expect(price(age, false)).toBe(euros);
	});
});
