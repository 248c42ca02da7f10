import { expect, test } from 'vitest';
import { nextTram } from './board.ts';

test('the tram that leaves now can be caught', () => {
	expect(nextTram('9:58', ['9:58', '10:04'])).toBe('9:58');
});
