import { expect, test, vi } from 'vitest';
import { showFree } from '../start/main.js';

const stock = () => [
	{ model: 'Acer', free: true },
	{ model: 'Asus', free: false },
	{ model: 'Lenovo', free: false },
	{ model: 'Dell', free: true },
	{ model: 'HP', free: true }
];

/** What the call printed, and what it gave back. */
function watch(laptops) {
	const log = vi.spyOn(console, 'log').mockImplementation(() => {});
	try {
		const result = showFree(laptops);
		const output = log.mock.calls.map((args) => args.map(String).join(' ')).join('\n');
		const lines = output.split('\n').map((line) => line.trim());
		return { result, lines: lines.filter((line) => line !== '') };
	} finally {
		log.mockRestore();
	}
}

test('prints the model of a free laptop', () => {
	expect(
		watch([{ model: 'Acer', free: true }]).lines,
		'There is one laptop, and it is free: its model must appear, and nothing else. In the loop, print `model` of the laptop, with a dot.'
	).toEqual(['Acer']);
});

test('prints nothing for a laptop that is away', () => {
	expect(
		watch([{ model: 'Asus', free: false }]).lines,
		'This laptop is away, so nothing must appear. Does the line that prints stand inside the `if`?'
	).toEqual([]);
});

test('prints each free laptop of a long list', () => {
	expect(
		watch(stock()).lines,
		'Of these five laptops, Acer, Dell and HP are free. Each must appear once, on a line of its own, in the order of the list.'
	).toEqual(['Acer', 'Dell', 'HP']);
});

test('gives back how many are free', () => {
	expect(
		watch(stock()).result,
		'Three of the five laptops are free: give back 3. Add 1 to `count` inside the `if`, and let `return` stand after the loop.'
	).toBe(3);
});

test('gives back 0 when all of them are away', () => {
	expect(
		watch([
			{ model: 'Asus', free: false },
			{ model: 'Lenovo', free: false }
		]).result,
		'Both laptops are away: give back 0. Only a free laptop adds 1.'
	).toBe(0);
});

test('gives back 0 for an empty list', () => {
	expect(watch([]).result, 'In an empty list no laptop is free: give back 0, after the loop.').toBe(0);
});

test('counts anew each time', () => {
	watch(stock());
	expect(
		watch([{ model: 'Acer', free: true }]).result,
		'The second time there is only one free laptop: give back 1. Does `let count = 0;` stand inside the function?'
	).toBe(1);
});

test('leaves the list as it was', () => {
	const laptops = stock();
	watch(laptops);
	expect(
		laptops,
		'Looking does not change anything: the list and its objects must stay the same. One `=` puts a value in; to ask, write `if (laptop.free)`.'
	).toEqual(stock());
});
