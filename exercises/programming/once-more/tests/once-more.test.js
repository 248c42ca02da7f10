import { expect, test, vi } from 'vitest';
import { countUp, isLunch, kilometres, poolPrice, twice } from '../start/main.js';

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

test('1: the pool costs 2 under 18', () => {
	expect(
		[poolPrice(7), poolPrice(17)],
		'At 7 and at 17 years the pool costs 2. Which question is true for both, and which line puts 2 into `price`?'
	).toEqual([2, 2]);
});

test('1: the pool costs 5 from 18 on', () => {
	expect(
		[poolPrice(18), poolPrice(30), poolPrice(70)],
		'At 18, 30 and 70 years the pool costs 5. 18 itself is no longer under 18. Does no later line change the price again?'
	).toEqual([5, 5, 5]);
});

test('2: lunch is served from 12 to 14', () => {
	expect(
		[isLunch(12), isLunch(13)],
		'At 12 and at 13 the kitchen serves: give back `true`, without quotes. 12 itself belongs to it.'
	).toEqual([true, true]);
});

test('2: there is no lunch at other hours', () => {
	expect(
		[isLunch(11), isLunch(14), isLunch(20)],
		'At 11, at 14 and at 20 there is no lunch: give back `false`. Both questions must be true together: which sign joins them?'
	).toEqual([false, false, false]);
});

test('3: counts up to the last number', () => {
	expect(
		linesOf(() => countUp(4)),
		'`countUp(4)` must print 1, 2, 3 and 4, each on a line of its own. Where does the loop begin, and how long does it go on? Does another line, outside the loop, print too?'
	).toEqual(['1', '2', '3', '4']);
});

test('3: counts as far as it is asked', () => {
	expect(
		linesOf(() => countUp(6)).at(-1) ?? '',
		'`countUp(6)` must end with 6. The last number is not fixed: does the loop use `last`?'
	).toBe('6');
});

test('4: adds up the kilometres', () => {
	expect(
		[kilometres(1), kilometres(2), kilometres(3)],
		'After 1, 2 and 3 days it is 2, 6 and 12 km. Each day adds two times its number to `total`, and `return` stands after the loop.'
	).toEqual([2, 6, 12]);
});

test('4: works for a month', () => {
	expect(
		kilometres(30),
		'After 30 days it is 930 km. The number of days is not fixed: does the loop use `days`?'
	).toBe(930);
});

test('5: says the word twice', () => {
	expect(
		[twice('Kiwi'), twice('Mango')],
		'The word comes two times, with a comma and a space between: `Kiwi, Kiwi`. The function gives the text back with `return`, and `word` stands without quotes.'
	).toEqual(['Kiwi, Kiwi', 'Mango, Mango']);
});
