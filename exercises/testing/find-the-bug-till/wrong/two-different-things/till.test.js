import { expect, test } from 'vitest';
import { total } from './till.js';

test('two coffees and a soup cost 9 euros', () => {
	const order = [
		{ item: 'coffee', count: 2 },
		{ item: 'soup', count: 1 }
	];
	expect(total(order)).toBe(9);
});
