import { expect, test } from 'vitest';
import { duration } from '../start/main.js';

test('125 minutes are 2 h 5', () => {
	expect(
		duration(125),
		'In 125 minutes there are two full hours, and 5 minutes are left: give back `2 h 5` with `return`. Is there a number with decimals? Use `Math.floor` for the hours. Are the minutes wrong? Look at the number after `%`. Look at the spaces too.'
	).toBe('2 h 5');
});

test('110 minutes are 1 h 50', () => {
	expect(
		duration(110),
		'110 minutes are not yet two hours: only one is full, and 50 minutes are left. `Math.floor` never rounds up.'
	).toBe('1 h 50');
});

test('less than an hour', () => {
	expect(
		duration(35),
		'35 minutes are not a full hour: give back `0 h 35`. `Math.floor` and `%` do this by themselves.'
	).toBe('0 h 35');
});

test('exactly three hours', () => {
	expect(
		duration(180),
		'180 minutes are three full hours and nothing is left: give back `3 h 0`. 60 minutes make one hour more.'
	).toBe('3 h 0');
});

test('almost a whole day', () => {
	expect(
		duration(1439),
		'1439 minutes are 23 full hours, and 59 minutes are left. Does your code work for each number of hours?'
	).toBe('23 h 59');
});
