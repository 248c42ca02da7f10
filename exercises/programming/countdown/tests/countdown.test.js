import { expect, test, vi } from 'vitest';
import { countdown } from '../start/main.js';

function linesOf(from) {
	const log = vi.spyOn(console, 'log').mockImplementation(() => {});
	try {
		countdown(from);
		const output = log.mock.calls.map((args) => args.join(' ')).join('\n');
		const lines = output.split('\n').map((line) => line.trim());
		return lines.filter((line) => line !== '');
	} finally {
		log.mockRestore();
	}
}

const withoutNumber = (line) => line.replace(/\d+/, '');

/**
 * "3", "3..." and "3!" are numbers, and each line that is written like the first one: "3 seconds", "T-3".
 * "20 km!" is the text at the end.
 */
function isNumber(line, _, [first]) {
	if (/^-?\d+[^\p{L}\d]*$/u.test(line)) return true;
	return /\d/.test(line) && withoutNumber(line) === withoutNumber(first);
}

const numbersOf = (from) =>
	linesOf(from)
		.filter(isNumber)
		.map((line) => Number(/(?:(?<!\p{L})-)?\d+/u.exec(line)[0]));
const textsOf = (from) => linesOf(from).filter((line, index, lines) => !isNumber(line, index, lines));

test('the first number is the one you give', () => {
	expect(
		numbersOf(8)[0] ?? '',
		'`countdown(8)` must begin with 8. In the first part of the loop, use `from`, not a fixed number.'
	).toBe(8);
});

test('the numbers go down one by one', () => {
	expect(
		numbersOf(5).slice(0, 4),
		'`countdown(5)` must begin with 5, 4, 3, 2. After each round, take 1 away from the number.'
	).toEqual([5, 4, 3, 2]);
});

test('the last number is 1', () => {
	expect(
		numbersOf(4).at(-1) ?? '',
		'The last number must be 1: not 2, not 0. Look at the condition, the middle part of the loop.'
	).toBe(1);
});

test('it also works from 10', () => {
	expect(
		numbersOf(10),
		'`countdown(10)` must print ten numbers, from 10 down to 1. Use `from` to begin, and go on as long as the number is at least 1.'
	).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
});

test('a countdown from 1 has one number', () => {
	expect(
		numbersOf(1),
		'`countdown(1)` must print the number 1 and no other number. Look at the beginning and at the condition of the loop.'
	).toEqual([1]);
});

test('a word comes after the numbers', () => {
	const last = linesOf(3).at(-1);
	expect(
		textsOf(3).at(-1) === last ? last : '',
		'The last line must be a word, for example a call to the runners. Print it after the closing brace of the loop.'
	).toMatch(/\p{L}/u);
});

test('the word comes only once', () => {
	expect(
		textsOf(3).length,
		'Besides the numbers there is more than one line. Print only one, below the closing brace of the loop. Is it inside the loop, or do you print a text beside each number?'
	).toBeLessThanOrEqual(1);
});
