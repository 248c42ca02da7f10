import { source } from 'passerelle/run';
import { expect, test, vi } from 'vitest';

async function run() {
	vi.resetModules();
	const log = vi.spyOn(console, 'log').mockImplementation(() => {});
	try {
		await import('../start/main.js');
		const output = log.mock.calls.map((args) => args.join(' ')).join('\n');
		const lines = output.split('\n').map((line) => line.trim());
		return lines.filter((line) => line !== '');
	} finally {
		log.mockRestore();
	}
}

// Each test says only whether the line is right: the value itself would be the answer.
const isLine = async (index, text) => (await run())[index] === text;

test('the first line is right', async () => {
	expect(
		await isLine(0, 'Madou'),
		'The first line is not right yet. `console.log(stop)` prints what is in `stop` at this moment. Look at the first line of the program, and write the value with the same capital letters.'
	).toBe(true);
});

test('the second line is right', async () => {
	expect(
		await isLine(1, 'stop'),
		'The second line is not right yet. In the program there are quotes here: is it the value of the variable, or the word itself?'
	).toBe(true);
});

test('the third line is right', async () => {
	expect(
		await isLine(2, 'Botanique'),
		'The third line is not right yet. What was put into `stop` just before it? Write the value with the same capital letters.'
	).toBe(true);
});

test('the fourth line is right', async () => {
	expect(
		await isLine(3, 'Madou'),
		'The fourth line is not right yet. When did `first` get its value? Changing `stop` later does not change `first`.'
	).toBe(true);
});

test('the fifth line is right', async () => {
	expect(
		await isLine(4, 'MadouBotanique'),
		'The fifth line is not right yet. `+` puts the two values together in the order in which they are written. Does it add anything between them?'
	).toBe(true);
});

test('there are five lines', async () => {
	expect(
		(await run()).length,
		'The program prints five lines, so your screen must show five too: one for each question mark.'
	).toBe(5);
});

test('you say it yourself', () => {
	const words = source('main.js')
		.replace(/\/\/.*|\/\*[^]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g, ' ')
		.match(/[\p{L}_$][\p{L}\d_$]*/gu);
	expect(
		(words ?? []).filter((word) => word !== 'console' && word !== 'log'),
		'Do not copy the program: then the computer predicts, and not you. Write what appears on each line, between quotes.'
	).toEqual([]);
});
