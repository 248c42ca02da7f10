import { expect, test } from 'vitest';
import { nextTram } from './board.ts';

test('the next tram after ten', () => {
	expect(nextTram('10:00', ['10:04', '10:19'])).toBe('10:04');
});
