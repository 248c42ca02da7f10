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

test('the first line shows both names', async () => {
	const [names = ''] = await run();
	expect(
		names,
		'The first line must be `Malika & Omar`, with a space before and after the sign. Between quotes stands what is printed as it is; a variable stands without quotes.'
	).toBe('Malika & Omar');
});

test('three bowls of soup cost 12', async () => {
	const [, soup = ''] = await run();
	expect(
		soup,
		'Three bowls of soup at 4 euros cost 12. Read the line of `soupTotal`: which sign stands between the number of bowls and the price?'
	).toBe('12');
});

test('two pancakes cost 5', async () => {
	const [, , pancakes = ''] = await run();
	expect(
		pancakes,
		'Two pancakes at 2.50 euros cost 5. Read the line of `pancakeTotal`, name by name: is it the price of a pancake?'
	).toBe('5');
});

test('the total is 17', async () => {
	const [, , , total = ''] = await run();
	expect(
		total,
		'Soup for 12 and pancakes for 5 make 17. Are the lines above right already? If so, look at the line of `total`.'
	).toBe('17');
});

test('the change is 3', async () => {
	const [, , , , change = ''] = await run();
	expect(
		change,
		'The customer gives 20 euros and pays 17, so 3 come back. Is the total right already? Which of the two numbers comes first?'
	).toBe('3');
});

test('there are five lines', async () => {
	expect(
		(await run()).length,
		'The screen has five lines. Correct the lines that are there: do not remove any and do not add any.'
	).toBe(5);
});

test('the computer does the sums', () => {
	const code = source('main.js').replace(
		/\/\/.*|\/\*[^]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g,
		(piece) => (piece.startsWith('/') || /[+*=×]/.test(piece) ? ' ' : piece)
	);
	expect(
		code.match(/(?<![\d.,])(?:12|5|17)(?![.,]?\d)|\bchange\s*=\s*["'`]?3\b|log\(\s*["'`]?3\b/g),
		'A result stands in your code as a number. With other prices it would be wrong: leave the calculation there, and correct it.'
	).toBeNull();
});
