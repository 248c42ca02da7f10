import { expect, test } from 'vitest';
import { total } from './till.js';

test('the till is right to ask for 7 euros', () => {
	const order = [
		{ item: 'coffee', count: 2 },
		{ item: 'soup', count: 1 },
		{ item: 'coffee', count: 1 }
	];
	expect(total(order)).toBe(7);
});
