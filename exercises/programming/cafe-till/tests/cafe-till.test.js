import { source } from 'passerelle/run';
import { expect, test, vi } from 'vitest';

async function run() {
	vi.resetModules();
	const log = vi.spyOn(console, 'log').mockImplementation(() => {});
	try {
		await import('../start/main.js');
		const output = log.mock.calls.map((args) => args.join(' ')).join('\n');
		return output.split('\n').filter((line) => line.trim() !== '');
	} finally {
		log.mockRestore();
	}
}

// A line may say more than its number, for example "Total: 12,50 euros". The hyphen of "Total-12.5" is no minus.
const numbersIn = (line = '') =>
	(line.match(/(?:(?<!\p{L})-)?\d+(?:[.,]\d+)?/gu) ?? []).map((number) => Number(number.replace(',', '.')));

test('there are four lines', async () => {
	const lines = await run();
	expect(
		lines.length,
		'The till must show four lines: coffees, teas, total, change. Count your `console.log` lines.'
	).toBe(4);
});

test('no line shows NaN', async () => {
	const lines = await run();
	expect(
		lines.filter((line) => line.includes('NaN')),
		'A line shows `NaN`, which means: not a number. The computer had to calculate with something that is no number, for example a text. Between a text and a number, write `+` or a comma.'
	).toEqual([]);
});

test('no line shows the result of another line', async () => {
	const [coffees, teas, total] = (await run()).map(numbersIn);
	const early = [
		...[15.75, 50.75, 49.25].filter((number) => coffees?.includes(number)),
		...[50.75, 49.25].filter((number) => teas?.includes(number)),
		...[49.25].filter((number) => total?.includes(number))
	];
	expect(
		early,
		'A line shows a result that belongs further down. Give each of the four results its own `console.log`, in the order of the brief.'
	).toEqual([]);
});

test('the first line is the price of the coffees', async () => {
	const [coffees] = await run();
	expect(
		numbersIn(coffees),
		'14 coffees at 2.50 euros cost 35 euros. Multiply the number of coffees by the price of one, and print the result without quotes.'
	).toContain(35);
});

test('the second line is the price of the teas', async () => {
	const [, teas] = await run();
	expect(
		numbersIn(teas),
		'9 teas at 1.75 euros cost 15.75 euros. Multiply the number of teas by the price of one.'
	).toContain(15.75);
});

test('the third line is the total', async () => {
	const [, , total] = await run();
	expect(
		numbersIn(total),
		'35 euros for coffee and 15.75 euros for tea make 50.75 euros. Add the two results. Next to a text, put the sum between brackets.'
	).toContain(50.75);
});

test('the fourth line is the change', async () => {
	const [, , , change] = await run();
	expect(
		numbersIn(change),
		'The group pays 100 euros for 50.75 euros, so you give back 49.25 euros. Take the total away from what was paid.'
	).toContain(49.25);
});

test('the computer does the sums', () => {
	// A comment may say what comes out, and a text may show the calculation beside it; not so what a text calculates.
	const code = source('main.js').replace(
		/\/\/.*|\/\*[^]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g,
		(piece) => {
			if (piece.startsWith('`') && piece.includes('${')) return piece.match(/\$\{[^}]*\}/g).join(' ');
			return piece.startsWith('/') || /[+*=×]/.test(piece) ? ' ' : piece;
		}
	);
	expect(
		code.match(/(?<![\d.,])(?:35|15[.,]75|50[.,]75|49[.,]25)(?![.,]?\d)/g),
		'A result stands in your code as a number. Write the calculation instead, with the variables: then the computer does the sum.'
	).toBeNull();
	expect(
		code.match(/(?<![\d.])(?:(?:14|2\.50?|9|1\.75)\s*\*|100\s*-)|\*\s*(?:14|2\.50?|9|1\.75)(?![.\d])/g),
		'A price or a number of cups stands in the calculation itself. Write the name of its variable, for example `coffees`: on the day when a price changes, the sum is still right.'
	).toBeNull();
});
