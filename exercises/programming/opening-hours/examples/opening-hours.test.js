import { expect, test } from 'vitest';
import { isOpen } from '../start/main.js';

test('open on an ordinary day at 10', () => {
	expect(isOpen(10, false), 'At 10 on an ordinary day, the answer must be `true`.').toBe(true);
});

test('closed on an ordinary day at 20', () => {
	expect(isOpen(20, false), 'At 20 on an ordinary day, the answer must be `false`.').toBe(false);
});

test('closed on a public holiday at 11', () => {
	expect(isOpen(11, true), 'At 11 on a public holiday, the answer must be `false`.').toBe(false);
});
