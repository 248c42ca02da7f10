import { expect, test } from 'vitest';
import { fineFor } from '../start/fine.js';

test('two days late cost 2 euros', () => {
	expect(fineFor(2), 'The book came 2 days late: 1 euro for each day. Look at the last line.').toBe(2);
});

test('the fine is never more than 10 euros', () => {
	expect(fineFor(30), 'A book that is 30 days late costs 10 euros, and no more.').toBe(10);
});

test('in time or early costs nothing', () => {
	for (const days of [0, -3])
		expect(fineFor(days), 'The book is not late: the fine is 0.').toBe(0);
});
