import { expect, test } from 'vitest';
import { ticketPrice } from '../start/main.js';

test('a baby travels free', () => {
	expect(
		ticketPrice(0),
		'A baby of 0 years is younger than 12: the price is 0. Does a later line put another price over it? Use `else if` and `else`.'
	).toBe(0);
});

test('a child of 11 travels free', () => {
	expect(
		ticketPrice(11),
		'Age 11 is younger than 12: the price is 0. Does a later line put another price over it? Use `else if` and `else`.'
	).toBe(0);
});

test('an adult of 30 pays the full price', () => {
	expect(
		ticketPrice(30),
		'An adult of 30 is not in the first group and not in the second: the price is 2.50 euros. That is the part after `else`. In code, a number has a point and no quotes: `2.5`.'
	).toBe(2.5);
});

test('from the age of 12 you pay the full price', () => {
	expect(
		ticketPrice(12),
		'At 12 you pay 2.50 euros. Free is only for people younger than 12, so 12 itself is not free. Look at your first condition.'
	).toBe(2.5);
});

test('a person of 64 pays the full price', () => {
	expect(
		ticketPrice(64),
		'At 64 you still pay 2.50 euros. The lower price begins at 65. Look at the condition with 65.'
	).toBe(2.5);
});

test('from the age of 65 you pay the lower price', () => {
	expect(
		ticketPrice(65),
		'At 65 you pay 1 euro: 65 itself belongs to the group "65 or older". Which sign means this number or more?'
	).toBe(1);
});

test('a person of 80 pays the lower price', () => {
	expect(
		ticketPrice(80),
		'At 80 you pay 1 euro, because 80 is 65 or older. Is there a condition for this group?'
	).toBe(1);
});

test('a person of 104 pays the lower price', () => {
	expect(
		ticketPrice(104),
		'At 104 you pay 1 euro too: the group "65 or older" has no end. Does your condition stop at some age?'
	).toBe(1);
});
