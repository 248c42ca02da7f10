import { expect, test } from 'vitest';
import { total } from './till.js';

test('two coffees cost 4 euros', () => {
	expect(total([{ item: 'coffee', count: 2 }])).toBe(4);
});
