import { expect, test } from 'vitest';
import { provisionalWords } from './provisional.ts';

test('nothing is said where every page was judged in a browser', () => {
	expect(provisionalWords(0, 'remote')).toBeNull();
});

test.each([
	[
		1,
		'remote',
		'A page exercise was judged on happy-dom, which is no browser: what is said of it is provisional. Install Chromium'
	],
	[
		2,
		'remote',
		'2 page exercises were judged on happy-dom, which is no browser: what is said of them is provisional. Install'
	],
	[2, 'native', 'Without --engine native they are judged in Chromium']
] as const)(
	'%i page exercises without a browser, by the engine %s: says so, and what to do',
	(count, engine, words) => {
		expect(provisionalWords(count, engine)).toContain(words);
	}
);
