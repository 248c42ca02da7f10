import { expect, test, vi } from 'vitest';
import { stairs } from '../start/main.js';

/** The lines as they are printed, with their spaces. An empty line at the very end cannot be seen. */
function printed(height) {
	const log = vi.spyOn(console, 'log').mockImplementation(() => {});
	try {
		stairs(height);
		const lines = log.mock.calls.map((args) => args.join(' ')).flatMap((text) => text.split('\n'));
		while (lines.at(-1) === '') lines.pop();
		return lines;
	} finally {
		log.mockRestore();
	}
}

const draw = (height) => printed(height).map((line) => line.trimEnd());

test('stairs of one step are one #', () => {
	expect(
		draw(1),
		'`stairs(1)` must print one line with one `#`. How many rounds does the loop make? And is `step` longer before you print it?'
	).toEqual(['#']);
});

test('there are as many lines as steps', () => {
	expect(
		draw(4).length,
		'`stairs(4)` must print four lines. Is `console.log` inside the loop, and does the loop make `height` rounds?'
	).toBe(4);
});

test('the first step is one # wide', () => {
	expect(
		draw(4)[0] ?? '',
		'The first line must be one `#`. In the loop, first add the `#`, then print.'
	).toBe('#');
});

test('every step is one # longer', () => {
	expect(
		draw(4).slice(0, 3),
		'Every line must be one `#` longer than the line above it. Is `let step` above the loop, and does each round add one `#`?'
	).toEqual(['#', '##', '###']);
});

test('the last step is as wide as the stairs are high', () => {
	expect(
		draw(6).at(-1) ?? '',
		'The last line of `stairs(6)` must have six `#`. Count the rounds of your loop: from 1 up to `height`, `height` included.'
	).toBe('######');
});

test('it also draws twelve steps', () => {
	expect(
		draw(12),
		'`stairs(12)` must print twelve lines, from one `#` to twelve `#`. Use `height` in the condition of the loop, not a fixed number.'
	).toEqual([
		'#',
		'##',
		'###',
		'####',
		'#####',
		'######',
		'#######',
		'########',
		'#########',
		'##########',
		'###########',
		'############'
	]);
});

test('a line has only #', () => {
	expect(
		printed(3).filter((line) => /[^#]/.test(line)),
		'In `stairs(3)`, a line has something else than `#`. A space cannot be seen, but it is a character too. What do you add to `step`, and what do you print?'
	).toEqual([]);
});

test('stairs without steps print nothing', () => {
	expect(
		draw(0),
		'`stairs(0)` must print nothing at all. Is there a `console.log` outside the loop?'
	).toEqual([]);
});
