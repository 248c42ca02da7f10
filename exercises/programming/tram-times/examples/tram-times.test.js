import { expect, test } from 'vitest';
import { arrival } from '../start/main.js';

const time = (hour, minute, ride) =>
	String(arrival(hour, minute, ride))
		.trim()
		.replace(/^0(?=\d)/, '');

test('leaves at 8:50, rides 15 minutes', () => {
	expect(time(8, 50, 15), 'Nadia arrives at 9:05.').toBe('9:05');
});

test('leaves at 16:05, rides 20 minutes', () => {
	expect(time(16, 5, 20), 'Nadia arrives at 16:25.').toBe('16:25');
});

test('leaves at 23:50, rides 25 minutes', () => {
	expect(time(23, 50, 25), 'Nadia arrives after midnight, at 0:15.').toBe('0:15');
});
