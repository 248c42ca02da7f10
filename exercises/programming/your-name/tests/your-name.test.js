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

/** What the sentence repeats of a line: all of it, or its last word where the line says more, as in "I am Samira". */
function valueOf(line, sentence) {
	if (sentence.includes(line)) return line;
	return line.match(/[\p{L}\p{M}\d'’-]*\p{L}\p{M}*(?=[^\p{L}]*$)/u)?.[0] ?? line;
}

const isLetter = (character) => /\p{L}/u.test(character ?? '');

/** Whether the word is in the sentence, but each time with a letter right before or after it. */
function isGlued(sentence, word) {
	const pieces = sentence.split(word);
	if (word === '' || pieces.length === 1) return false;
	return !pieces.slice(1).some((after, index) => !isLetter(pieces[index].at(-1)) && !isLetter(after[0]));
}

test('the first line shows a name', async () => {
	const [first = ''] = await run();
	expect(
		first,
		'There is no name on the first line yet. Write one between the quotes, in place of the dots.'
	).toMatch(/\p{L}/u);
	expect(
		first,
		'The first line shows the word `name` itself. Between the brackets of `console.log`, write `name` without quotes.'
	).not.toBe('name');
});

test('the second line shows a language', async () => {
	const [first, second = ''] = await run();
	expect(
		second,
		'There is no language on the second line yet. Make the variable `language` and print it under the name.'
	).toMatch(/\p{L}/u);
	expect(
		second,
		'The second line shows the word `language` itself. Between the brackets of `console.log`, write `language` without quotes.'
	).not.toBe('language');
	expect(
		second,
		'The first and the second line show the same. The second line must show the language: what stands between the brackets of `console.log`?'
	).not.toBe(first);
});

test('there are three lines', async () => {
	const lines = await run();
	expect(
		lines.length,
		'The screen must show three lines: the name, the language, and one sentence. Count your `console.log` lines.'
	).toBe(3);
});

test('the sentence contains the name', async () => {
	const [first = '?', , third = ''] = await run();
	expect(
		third,
		'The sentence on the third line must contain all that the first line shows. On the first line, print only `name`. In the sentence, use `name` without quotes.'
	).toContain(valueOf(first, third));
});

test('the sentence contains the language', async () => {
	const [, second = '?', third = ''] = await run();
	expect(
		third,
		'The sentence on the third line must contain all that the second line shows. On the second line, print only `language`. In the sentence, use `language` without quotes.'
	).toContain(valueOf(second, third));
});

test('the third line is a sentence', async () => {
	const [first = '', second = '', third = ''] = await run();
	expect(
		third.replaceAll(valueOf(first, third), '').replaceAll(valueOf(second, third), ''),
		'The third line must be a whole sentence, with words of your own around the name and the language. Put those words between quotes.'
	).toMatch(/\p{L}/u);
});

test('there are spaces around the name and the language', async () => {
	const [first = '', second = '', third = ''] = await run();
	expect(
		[first, second].map((line) => valueOf(line, third)).filter((word) => isGlued(third, word)),
		'In the sentence, words stick together. Add a space inside the quotes, just before or after the variable.'
	).toEqual([]);
});

/** The code without comments and quoted texts; of a text between backticks, what it takes from variables stays. */
const codeOf = (text) =>
	text.replace(/\/\/.*|\/\*[^]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g, (piece) =>
		piece.startsWith('`') ? (piece.match(/\$\{[^}]*\}/g) ?? []).join(' ') : ' '
	);

test('the sentence uses the two variables', () => {
	const words = codeOf(source('main.js')).match(/[\p{L}\d_$]+/gu) ?? [];
	// Each is made, printed on its own line, and used in the sentence.
	const rare = ['name', 'language'].filter((name) => words.filter((word) => word === name).length < 3);
	expect(
		rare,
		'Make the sentence with your two variables: write `name` and `language` without quotes, between the pieces of text. Then the sentence changes when they change.'
	).toEqual([]);
});
