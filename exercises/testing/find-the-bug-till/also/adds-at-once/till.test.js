import { expect, test } from 'vitest';
import { total } from './till.js';

test('cake and cake again', () => {
	const cake = { item: 'cake', count: 1 };
	expect(total([cake, cake])).toBe(6);
});
