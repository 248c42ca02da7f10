import { describe, expect, test } from 'vitest';
import { source } from 'passerelle/run';
import { price } from '../start/pool.js';

/** @param {[age: number, euros: number][]} cases */
function expectPrices(cases, resident, note) {
	for (const [age, euros] of cases) expect(price(age, resident), note).toBe(euros);
}

test('under 6, one swims for free', () => {
	const note = 'Small children do not pay, and nobody gets money back: 0 euros, wherever they live.';
	expectPrices(
		[
			[0, 0],
			[3, 0],
			[5, 0]
		],
		false,
		note
	);
	expectPrices(
		[
			[0, 0],
			[3, 0],
			[5, 0]
		],
		true,
		note
	);
});

test('from 6 to 17, a visitor pays 3 euros', () => {
	expectPrices(
		[
			[6, 3],
			[9, 3],
			[17, 3]
		],
		false,
		'The price changes on the sixth birthday, and again on the eighteenth.'
	);
});

test('from 18 to 64, a visitor pays 8 euros', () => {
	expectPrices(
		[
			[18, 8],
			[41, 8],
			[64, 8]
		],
		false,
		'Adults pay 8 euros, from their eighteenth birthday on, as long as they are not 65.'
	);
});

test('from 65 on, a visitor pays 3 euros', () => {
	expectPrices(
		[
			[65, 3],
			[70, 3],
			[101, 3]
		],
		false,
		'From the sixty-fifth birthday on, it costs 3 euros again.'
	);
});

test('who lives here pays one euro less', () => {
	const cases = [
		[6, 2],
		[9, 2],
		[17, 2],
		[18, 7],
		[41, 7],
		[64, 7],
		[65, 2],
		[70, 2],
		[101, 2]
	];
	expectPrices(
		cases,
		true,
		'Whoever lives here and has to pay, pays 1 euro less than a visitor of the same age.'
	);
});

describe('form', () => {
	const code = source('pool.js').replace(/\/\*[^]*?\*\/|\/\/.*/g, '');

	test('no block lies more than three deep', () => {
		let depth = 0;
		let most = 0;
		for (const sign of code) {
			if (sign === '{') most = Math.max(most, ++depth);
			if (sign === '}') depth--;
		}
		expect(
			most,
			'So many braces are open at the same time. Return early, or work the answer out with fewer questions.'
		).toBeLessThanOrEqual(3);
	});

	test('each age stands in one place', () => {
		for (const age of [6, 18, 65]) {
			const places = code.match(new RegExp(`(?<![\\w.])(?:${age}|${age - 1})(?![\\w.])`, 'g')) ?? [];
			expect(
				places.length,
				'So often the program asks for the same age. When the age changes one day, one of them is forgotten.'
			).toBeLessThanOrEqual(1);
		}
	});
});
