import { expect, test, vi } from 'vitest';
import { announce } from '../start/main.js';

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

const linesFor = (stops) => linesOf(() => announce(stops));

/** Each stop that stands on its line; where it does not, the line. */
const found = (stops, lines) =>
	stops.map((stop, index) => (lines[index]?.includes(stop) ? stop : (lines[index] ?? '')));

test('prints each stop in order', () => {
	const stops = ['Parvis', 'Horta', 'Janson'];
	expect(
		found(stops, linesFor([...stops])),
		'The list has Parvis, Horta and Janson: each must appear, in this order, and the number only after them. In a loop with `of`, print the value of `stop`, without quotes.'
	).toEqual(stops);
});

test('prints each stop on a line of its own', () => {
	const lines = linesFor(['Horta', 'Janson', 'Parvis']);
	expect(
		lines.filter((line) => line.includes('Janson')).length,
		'Janson must appear once, on a line of its own. In the loop, print one stop and not the whole list.'
	).toBe(1);
});

test('works with a long list', () => {
	const stops = ['Simonis', 'Belgica', 'Pannenhuis', 'Bockstael', 'Stuyvenbergh', 'Houba'];
	expect(
		found(stops, linesFor([...stops])),
		'Here there are six stops, and each must appear. The list can have any length: does the loop take all of them?'
	).toEqual(stops);
});

// "Total-4" is a 4, "-4" is not.
test('prints how many stops there are at the end', () => {
	expect(
		linesFor(['Horta', 'Janson', 'Parvis', 'Lemonnier']).at(-1) ?? '',
		'With four stops, the last line must show 4. Under the loop, and still in the function, print `stops.length`.'
	).toMatch(/(?<!\d|(?<!\p{L})-)4(?![.,]?\d)/u);
});

test('prints one line more than there are stops', () => {
	expect(
		linesFor(['Horta', 'Janson', 'Parvis']).length,
		'Three stops make four lines: each stop once, then the number once. Does the number stand after the closing brace of the loop, and does the loop end with the last stop?'
	).toBe(4);
});

test('works with one stop', () => {
	expect(
		linesFor(['Madou']).map((line) => /Madou|1/.exec(line)?.[0]),
		'With one stop there are two lines: Madou and 1. Do not write fixed places of the list, such as `stops[2]`.'
	).toEqual(['Madou', '1']);
});

test('leaves the list as it was', () => {
	const stops = ['Janson', 'Horta'];
	linesFor(stops);
	expect(stops, 'The list of stops must stay the same. Only read it.').toEqual(['Janson', 'Horta']);
});
