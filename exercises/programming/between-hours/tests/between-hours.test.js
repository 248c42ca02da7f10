import { expect, test } from 'vitest';
import { isOpen } from '../start/main.js';

test('open in the middle of the morning', () => {
	expect(
		isOpen(10),
		'At 10 the desk is open: the answer must be `true`. The function gives it back with `return`, without quotes.'
	).toBe(true);
});

test('closed at 8, before the morning', () => {
	expect(
		isOpen(8),
		'At 8 the desk is not open yet: the answer must be `false`. Both questions must be true together: is `&&` between them?'
	).toBe(false);
});

test('open at 9, the first hour', () => {
	expect(
		isOpen(9),
		'At 9 the desk opens, so 9 itself belongs to it. Which sign means this number or more?'
	).toBe(true);
});

test('open at 11, the last hour', () => {
	expect(
		isOpen(11),
		'At 11 the desk is still open, until 12. Look at the number in the second question.'
	).toBe(true);
});

test('closed at 12', () => {
	expect(
		isOpen(12),
		'At 12 exactly the desk is closed, so 12 itself no longer belongs to it. Look at the sign of the second question.'
	).toBe(false);
});

test('closed at 20, in the evening', () => {
	expect(
		isOpen(20),
		'At 20 the desk has been closed for a long time. Does your line ask a second question about `hour`, with its name, after `&&`?'
	).toBe(false);
});
