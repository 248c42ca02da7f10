import { expect, test } from 'vitest';
import { arrival } from '../start/main.js';

// 08:05 and 8:05 are the same time: only the minutes must have two figures.
const time = (hour, minute, ride) =>
	String(arrival(hour, minute, ride))
		.trim()
		.replace(/^0(?=\d)/, '');

test('arrives in the same hour', () => {
	expect(
		time(8, 10, 25),
		'From 8:10, a ride of 25 minutes ends at 8:35. Are there decimals in the hours? Use `Math.floor`. Is there no colon? Put `":"` between hours and minutes. `undefined` as an answer means that nothing was given back: is there a `return`?'
	).toBe('8:35');
});

test('arrives in the next hour', () => {
	expect(
		time(8, 50, 25),
		'50 and 25 minutes are 75 minutes: that is one hour more, and 15 minutes are left. Use the rest with `% 60`.'
	).toBe('9:15');
});

test('arrives exactly on the hour', () => {
	expect(
		time(17, 40, 20),
		'60 minutes are a full hour, and 0 minutes are left. The clock shows 18:00: is there a `"0"` in front of the minutes?'
	).toBe('18:00');
});

test('writes five minutes as 05', () => {
	expect(
		time(8, 50, 15),
		'A clock shows 9:05 and not 9:5. Put a `"0"` in front when there are fewer than 10 minutes.'
	).toBe('9:05');
});

test('writes nine minutes as 09', () => {
	expect(
		time(8, 50, 19),
		'9 has only one figure, so the clock shows 9:09. Which minutes need a zero? Look at the last number that your condition takes along.'
	).toBe('9:09');
});

test('adds no zero to ten minutes', () => {
	expect(
		time(9, 0, 10),
		'10 has two figures already: only 0 to 9 need a zero. Does your condition take 10 itself along?'
	).toBe('9:10');
});

test('rides for more than an hour', () => {
	expect(
		time(6, 30, 105),
		'A ride can take more than one hour. Count from `total`: all the minutes since midnight.'
	).toBe('8:15');
});

test('arrives after midnight', () => {
	expect(
		time(23, 50, 25),
		'After midnight the clock starts again at 0 and not at 24. Use `% 24` for the hours.'
	).toBe('0:15');
});

test('arrives more than an hour after midnight', () => {
	expect(
		time(23, 30, 105),
		'From 23:30, a ride of 105 minutes ends at 1:15. After 23 the hours start again at 0 and go on: 24 is 0, 25 is 1. Does your code do this for each number of hours?'
	).toBe('1:15');
});

test('arrives exactly at midnight', () => {
	expect(
		time(23, 45, 15),
		'At midnight the clock shows 0:00. There is no 24:00 here: use `% 24`. And the minutes have two figures.'
	).toBe('0:00');
});
