import { expect, test } from 'vitest';
// The learner's files are at ../start/, whatever they have written there by now.
import { daysLeft } from '../start/main.js';

// Names say what is checked, in English; messages.fr.json and messages.nl.json translate them.
// Begin with the simplest case: the first test that fails is the first thing a learner reads.
test('on the first day, 21 days are left', () => {
	expect(
		daysLeft(0),
		// The second argument of expect is the lesson: the situation, and where to look.
		'The book left the library today: 0 days at home, so all 21 days are left.'
	).toBe(21);
});

test('after 5 days, 16 days are left', () => {
	expect(
		daysLeft(5),
		'The book has been at home for 5 of the 21 days. Begin with 21 and take away the days at home.'
	).toBe(16);
});

// The edge between two cases is where most mistakes are: it gets a test of its own.
test('on the last day, 0 days are left', () => {
	expect(daysLeft(21), 'On day 21 the book must come back: 21 days minus 21 days.').toBe(0);
});

// One test may look at several values: {n} in messages.*.json stands for what changes.
test('a late book has 0 days left', () => {
	for (const days of [22, 40]) {
		expect(
			daysLeft(days),
			`After ${days} days the book is late: give back 0, not a number below zero. Ask for it with if, before you count.`
		).toBe(0);
	}
});
