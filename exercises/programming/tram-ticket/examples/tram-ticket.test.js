import { expect, test } from 'vitest';
import { ticketPrice } from '../start/main.js';

test('a child of 8 pays nothing', () => {
	expect(ticketPrice(8), 'At 8 the ticket is free: the price is 0.').toBe(0);
});

test('a student of 22 pays 2.50 euros', () => {
	expect(ticketPrice(22), 'At 22 the ticket costs 2.50 euros.').toBe(2.5);
});

test('a grandmother of 71 pays 1 euro', () => {
	expect(ticketPrice(71), 'At 71 the ticket costs 1 euro.').toBe(1);
});
