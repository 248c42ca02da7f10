import { expect, test } from 'vitest';
import { nextTram } from './board.ts';

test('the next tram in the afternoon', () => {
	expect(nextTram('14:12', ['14:05', '14:20', '14:35'])).toBe('14:20');
});
