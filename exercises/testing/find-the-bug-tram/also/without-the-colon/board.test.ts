import { expect, test } from 'vitest';
import { nextTram } from './board.ts';

test('one tram, with an hour of two digits', () => {
	expect(nextTram('8:00', ['12:00'])).toBe('12:00');
});
