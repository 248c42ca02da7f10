import { expect, test, vi } from 'vitest';
import { sign } from '../start/main.js';

function linesOf(call) {
	const log = vi.spyOn(console, 'log').mockImplementation(() => {});
	try {
		call();
		const output = log.mock.calls.map((args) => args.map(String).join(' ')).join('\n');
		const lines = output.split('\n').map((line) => line.trim());
		return lines.filter((line) => line !== '');
	} finally {
		log.mockRestore();
	}
}

const linesAt = (people) => linesOf(() => sign(people));
const wordAt = (people) => linesAt(people).slice(1).join(' ');

test('a word appears at 20 people', () => {
	expect(
		wordAt(20),
		'At 20 people the room is full: a word must appear under the number. 20 itself belongs to it: which sign means this number or more?'
	).toMatch(/\p{L}/u);
});

test('a word appears at 35 people', () => {
	expect(
		wordAt(35),
		'At 35 people the room is full too: a word must appear. Does your question also say yes to numbers above 20?'
	).toMatch(/\p{L}/u);
});

test('no word appears at 19 people', () => {
	expect(
		linesAt(19),
		'At 19 people there is still a chair free: only the number appears. Look at the question in your first `if`.'
	).toEqual(['19']);
});

test('a word appears in an empty room', () => {
	expect(
		wordAt(0),
		'At 0 people the room is empty: a word must appear under the number. To compare, write `===`.'
	).toMatch(/\p{L}/u);
});

test('an empty room and a full room have different words', () => {
	expect(wordAt(0), 'An empty room and a full room show the same. Print two different words.').not.toBe(
		wordAt(20)
	);
});

test('with a few people, only the number is there', () => {
	expect(
		[linesAt(1), linesAt(12)],
		'At 1 person and at 12 people the room is neither full nor empty: only the number appears. Is each word between the braces of an `if`?'
	).toEqual([['1'], ['12']]);
});

test('the number stays on the first line', () => {
	expect(
		[linesAt(0)[0], linesAt(25)[0]],
		'The first line must always show the number of people. Keep the line with `console.log(people)` above your `if`.'
	).toEqual(['0', '25']);
});
