import { rmSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { resetFiles, runProgram } from 'passerelle/program';

beforeEach(() => resetFiles());

const numbersIn = (text) => (text.match(/-?\d+/g) ?? []).map(Number);

/** The numbers that the program prints when visitors.txt holds this text. */
async function count(text) {
	const { output } = await runProgram('main.js', { files: { 'visitors.txt': text } });
	return numbersIn(output);
}

async function runWithoutFile() {
	rmSync('visitors.txt');
	return runProgram('main.js');
}

test('counts three names', async () => {
	expect(
		await count('Ama\nJoris\nSoledad\n'),
		'Three names stand in the file, so the program prints the number 3, no other number and no list of names. Cut the text into lines with `split("\\n")`, and count only those that hold a name: the last one is empty.'
	).toEqual([3]);
});

test('counts a name without a line end', async () => {
	expect(
		await count('Thierno'),
		'The file has one name and no new line after it: that is 1 visitor. Count the lines that hold a name, not the line ends.'
	).toEqual([1]);
});

test('a line is one visitor, whatever stands in it', async () => {
	expect(
		await count('Marie Claire Mensah\nJoris\n'),
		'There are two names, and one of them has three words: 2 visitors. Count the lines that hold a name, not the words.'
	).toEqual([2]);
	expect(
		await count('Ama\nJoris\nAma\nAma\n'),
		'Three people are called Ama, and one Joris: 4 visitors. Each line with a name counts, also when the same name came before.'
	).toEqual([4]);
	expect(
		await count('Ama\nY\n'),
		'There are two names, and one of them is a single letter: 2 visitors. A line with a name counts, however short the name is.'
	).toEqual([2]);
	expect(
		await count('Ama\n  Joris\n'),
		'There are two names, and one of them begins with spaces: 2 visitors. A line with a name counts, also when there are spaces around the name.'
	).toEqual([2]);
});

test('does not count empty lines', async () => {
	expect(
		await count('Ama\n\nJoris\n\n\n'),
		'There are two names and some empty lines: 2 visitors. Keep only the lines that are not empty, for example with `filter`.'
	).toEqual([2]);
});

test('does not count lines with only spaces', async () => {
	expect(
		await count('Ama\n   \nJoris\n \nSoledad\n'),
		'A line that holds only spaces has no name. Cut the spaces off with `trim()` before you look whether it is empty.'
	).toEqual([3]);
});

test('prints 0 for an empty file', async () => {
	expect(
		await count(''),
		'Nobody came today: the file is empty and the number is 0. An empty text still has one line, an empty one.'
	).toEqual([0]);
});

test('when all goes well, the exit code is 0', async () => {
	const { exitCode, errors } = await runProgram('main.js');
	expect(
		exitCode,
		'The visitors were counted: the program ends with exit code 0, which is what happens by itself. Only where the file is missing is it 1.'
	).toBe(0);
	expect(
		errors.trim(),
		'Nothing went wrong, so there is no error message. `console.error` is for the day when the file is missing.'
	).toBe('');
});

test('without the file, it ends with exit code 1', async () => {
	const { exitCode } = await runWithoutFile();
	expect(
		exitCode,
		'There is no `visitors.txt`, so the work could not be done. Other programs see that by the exit code: `process.exitCode = 1`.'
	).toBe(1);
});

test('without the file, it says so in plain words', async () => {
	const { errors, crashed } = await runWithoutFile();
	expect(
		errors,
		'The file is missing. Catch the error with `try` and `catch`, and say with `console.error` which file you looked for: `visitors.txt`.'
	).toContain('visitors.txt');
	expect(
		errors.replace(/\bENOENT:.*|\bpath: .*/g, ''),
		'What the computer says, such as `ENOENT: no such file`, helps nobody at the desk. Catch the error and write a sentence of your own that names `visitors.txt`.'
	).toContain('visitors.txt');
	expect(
		crashed,
		'Your sentence is there, and yet an error that nobody caught stops the program. Catch it with `try` and `catch`, and throw no other one.'
	).toBe(false);
});

test('without the file, it prints no number', async () => {
	const { output } = await runWithoutFile();
	expect(
		output.trim(),
		'Nothing was counted, so nothing is printed as a result. Messages about errors go to `console.error`, not to `console.log`.'
	).toBe('');
});
