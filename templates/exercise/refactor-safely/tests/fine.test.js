import { describe, expect, test } from 'vitest';
import { source } from 'passerelle/run';
import { fineFor } from '../start/fine.js';

test('late costs 1 euro a day', () => {
	for (const days of [1, 4, 9])
		expect(fineFor(days), 'The book came late: 1 euro for each day.').toBe(days);
});

test('the fine is never more than 10 euros', () => {
	for (const days of [10, 11, 30])
		expect(fineFor(days), 'A book that is 30 days late costs 10 euros, and no more.').toBe(10);
});

test('in time or early costs nothing', () => {
	for (const days of [0, -1, -9])
		expect(fineFor(days), 'The book is not late: the fine is 0.').toBe(0);
});

describe('form', () => {
	test('no block lies more than two deep', () => {
		let depth = 0;
		let most = 0;
		for (const sign of source('fine.js')) {
			if (sign === '{') most = Math.max(most, ++depth);
			if (sign === '}') depth--;
		}
		expect(most, 'So many braces are open at the same time. Return early.').toBeLessThanOrEqual(2);
	});
});
