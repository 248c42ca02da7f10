import { expect, test, vi } from 'vitest';

// Somebody prints a word a million times: what a line begins with is enough to read it.
const LINE_CHARS = 1000;

async function run() {
	vi.resetModules();
	const log = vi.spyOn(console, 'log').mockImplementation(() => {});
	try {
		await import('../start/main.js');
		const output = log.mock.calls.map((args) => args.join(' ')).join('\n');
		const lines = output.split('\n').map((line) => line.slice(0, LINE_CHARS).normalize().trim());
		return lines.filter((line) => line !== '');
	} finally {
		log.mockRestore();
	}
}

// The languages of the learners, without the mistakes: "Bruxell" is none of them.
const CITY = /brussel|bruxel(?:les|as)|br[uü]sel|brüssel|br[uü]ksel|bryssel|брюссел|بروكسل|布鲁塞尔/iu;

const words = (text = '') => text.split(/\s+/).filter((word) => /\p{L}/u.test(word));

// "Welcome!" and "welcome" are the same sentence.
const lettersOf = (text) =>
	words(text)
		.join(' ')
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\s]/gu, '');

test('the program prints words', async () => {
	const lines = await run();
	expect(
		words(lines.join(' ')).length,
		'There are no words on the screen yet. Write a sentence between the two quotes, in place of the three dots.'
	).toBeGreaterThan(0);
});

test('the first line names the city', async () => {
	const [first = ''] = await run();
	expect(
		first,
		'The first line must contain the name of the city: Brussels, Bruxelles or Brussel. Check the spelling too.'
	).toMatch(CITY);
});

test('the first line is a sentence', async () => {
	const [first] = await run();
	expect(
		words(first).length,
		'The first line is too short for a sentence. Write at least two words, for example a greeting and the name of the city.'
	).toBeGreaterThanOrEqual(2);
});

test('the three dots are gone', async () => {
	const lines = await run();
	expect(
		lines.filter((line) => /^[.…\s]+$/.test(line)),
		'A line on the screen still shows only dots. They held the place of your sentence: take them away.'
	).toEqual([]);
});

test('there is a second line', async () => {
	const lines = await run();
	expect(
		lines.filter((line) => words(line).length > 0).length,
		'The screen must show two lines with words. Write `console.log` a second time, on its own line, with another sentence.'
	).toBeGreaterThanOrEqual(2);
	const second = lines.filter((line) => words(line).length > 0)[1];
	expect(
		second.match(/\p{L}/gu).length,
		'The second line is too short: one sign or one letter is no sentence. Write words, about anything you like.'
	).toBeGreaterThanOrEqual(2);
});

test('the two lines are different', async () => {
	const [first = '?', second = ''] = (await run()).map(lettersOf).filter((text) => text !== '');
	expect(
		second,
		'The same sentence is on the screen twice. Change the text between the quotes on the second line.'
	).not.toBe(first);
});
