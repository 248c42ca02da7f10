import { expect, test } from 'vitest';
import { runProgram } from 'passerelle/program';

const run = (...args) => runProgram('main.js', { args });

test('3 kilos at 12.50 cost 37.50', async () => {
	const { output } = await run('12.50', '3');
	expect(
		output,
		'`node main.js 12.50 3` must print `37.50`. The words after `main.js` are texts: make numbers of them with `Number(…)`, multiply, and write two decimals with `toFixed(2)`.'
	).toMatch(/(?<![\d.,])37[.,]50(?!\d)/);
});

test('the price always has two decimals', async () => {
	const { output } = await run('2.5', '4');
	expect(
		output,
		'`2.5` times 4 is 10, and on a till it looks like this: `10.00`. `toFixed(2)` writes two decimals.'
	).toMatch(/(?<![\d.,])10[.,]00(?!\d)/);
});

test('it does not print a long tail of figures', async () => {
	const { output } = await run('0.1', '3');
	expect(
		output.trim(),
		'A price of 0.1 is above 0, so there is something to pay: `0.30` for 3 kilos. Refuse only what is not above 0.'
	).not.toBe('');
	expect(
		output,
		'A computer calculates `0.1 * 3` as `0.30000000000000004`. `toFixed(2)` rounds it to `0.30`.'
	).toMatch(/(?<![\d.,])0[.,]30(?!\d)/);
});

test('when all goes well, the exit code is 0', async () => {
	const { output, exitCode, errors } = await run('4', '0.5');
	expect(
		output,
		'Half a kilo at 4 euros costs `2.00`. 0.5 is above 0, so it is a good weight; `parseInt` would cut off its decimals.'
	).toMatch(/(?<![\d.,])2[.,]00(?!\d)/);
	expect(
		exitCode,
		'The price was calculated: the program ends with exit code 0, which is what happens by itself.'
	).toBe(0);
	expect(errors.trim(), 'Nothing went wrong, so there is no error message.').toBe('');
});

test('--help explains the command', async () => {
	const { output, exitCode, errors } = await run('--help');
	expect(
		output,
		'`node main.js --help` must print with `console.log` how to use the command, with its name: `main.js`. Compare the first word with `"--help"`.'
	).toContain('main.js');
	expect(errors.trim(), 'A question for help is no mistake. Print the answer with `console.log`.').toBe('');
	expect(
		exitCode,
		'A question for help is no mistake: the exit code stays 0. Look at `--help` before you look at the numbers.'
	).toBe(0);
});

const exitNote = 'The command could not do its work. Say so with `process.exitCode = 1`.';
const wordsNote = 'Explain with `console.error` what the command needs: two numbers.';
const resultNote =
	'Without two good numbers there is no price, so `console.log` prints nothing: `NaN` or a wrong price must not reach the till. The explanation goes to `console.error`.';
const crashNote =
	'Your program stops on an error that nobody caught, and shows it as the computer says it. Explain with `console.error` in your own words, without `throw`, or catch what you throw.';

/** Whether there are words; `NaN` and what was typed explain nothing. */
const hasWords = (text) => /\p{L}{2}/u.test(text.replace(/NaN|undefined|cheap|three/g, ''));

async function refused(...args) {
	const { output, errors, exitCode, crashed } = await run(...args);
	expect(output.trim(), resultNote).toBe('');
	expect(crashed, crashNote).toBe(false);
	expect(hasWords(errors), wordsNote).toBe(true);
	expect(exitCode, exitNote).toBe(1);
}

test('without any words it asks for two numbers', () => refused());

test('one number is not enough', () => refused('12.50'));

test('a word is not a price', () => refused('cheap', '3'));

test('a word is not a weight', () => refused('12.50', 'three'));

test('a negative weight is refused', () => refused('12.50', '-3'));

test('a negative price is refused', () => refused('-12.50', '3'));

test('two negative numbers make no price', async () => {
	const { output } = await run('-12.50', '-3');
	expect(
		output.trim(),
		'Minus times minus is plus: `-12.50` and `-3` together give 37.50, and neither is a good number. Look at both of them, not at the result.'
	).toBe('');
	await refused('-12.50', '-3');
});

test('zero is no price and no weight', async () => {
	await refused('0', '3');
	await refused('12.50', '0');
});

test('a price with a comma never becomes another price', async () => {
	const { output, errors, exitCode } = await run('12,50', '3');
	expect(
		output,
		'Somebody typed 12,50 with a comma, and the customer would pay for 12 euros a kilo. Refuse such a price, or calculate with `12.50`; but never with a part of it.'
	).not.toMatch(/(?<!\d)36(?!\d)/);
	const isPrinted = /(?<![\d.,])37[.,]50(?!\d)/.test(output);
	expect(
		isPrinted || errors.trim() !== '',
		'Somebody typed 12,50 with a comma, and learns nothing. Say with `console.error` what you need, or print the right price.'
	).toBe(true);
	expect(
		exitCode,
		'Somebody typed 12,50 with a comma. Where you refuse such a price, the exit code is 1, as for a word; where you print the right price, it is 0.'
	).toBe(isPrinted ? 0 : 1);
});
