import { expect, test } from 'vitest';
import { price } from './pool.js';

test('at 18 it still costs 3 euros', () => {
	expect(price(18, false)).toBe(3);
});
