import { expect, test } from 'vitest';
import { average } from '../start/main.js';

test('the average of 12, 15 and 18 is 15', () => {
	expect(average([12, 15, 18]), 'Three results, 45 together.').toBe(15);
});

test('there is no average without results', () => {
	expect(average([]), 'An empty list gives `null`.').toBe(null);
});
