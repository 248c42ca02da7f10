import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { here, NotHere, orNotHere } from '../support/not-here.ts';
import { NOT_VERIFIABLE } from './same-page/not-verifiable.ts';
import { pageCases, styleCases, type PageCase } from './same-page/read-cases.ts';
import { readInEngine } from './same-page/read-in-engine.ts';
import { readNatively } from './same-page/read-natively.ts';
import { openDom } from './subjects/dom.ts';
import { openRemote } from './subjects/remote.ts';
import type { Subject } from './subjects/subject.ts';

/*
 * The same page has the same verdict everywhere: in Chromium itself, in the engine of the learner's page, and on the server, which
 * verifies it. What an engine cannot say as Chromium does is named, with the reason.
 */

let page: Subject;
let server: Subject | NotHere;
beforeAll(async () => {
	[page, server] = await Promise.all([openDom('dom')(), orNotHere(openRemote('dom')())]);
}, 120_000);
afterAll(() => Promise.all([page?.close(), server instanceof NotHere || server?.close()]));

/** What is said of each line, as a table that a difference can be read in. */
const told = (cases: readonly PageCase[], results: readonly string[]): string[] =>
	cases.map(({ line }, index) => `${line}   is   ${results[index]}`);

/** What the server refused of right work, and passed of wrong work, while happy-dom verified it → what a browser says. */
const ONCE_WRONG: readonly (readonly [line: string, right: string])[] = [
	['.card { margin-bottom: calc(2 * 10px) } → .card margin-bottom', '["20px"]'],
	['.card { & h2 { color: teal } } → h2 color', '["rgb(0, 128, 128)"]'],
	['body { color: #1a2133 } .note { color: currentcolor } → .note color', '["rgb(26, 33, 51)"]'],
	['@supports (nonsense) { .card { padding: 24px } } → .card padding-top', '["0px"]'],
	['.card, ::nonsense { padding: 24px } → .card padding-top', '["0px"]'],
	['.card { padding:\u00a024px } → .card padding-top', '["0px"]'],
	[`<p id="count">1</p> ++ $('#count').textContent = 0 → $('#count').textContent`, '"0"'],
	[`<p id="count">1</p> ++ $('#count').innerText = 1 → $('#count').textContent`, '"1"'],
	[`<p id="count">1</p> ++ count.textContent = 'by its id' → $('#count').textContent`, '"by its id"'],
	[
		`<p>one<ul><li>two</li></ul>three</p> → [$('p').textContent, $$('p').length, $('ul').parentElement.localName]`,
		'["one",2,"body"]'
	],
	[
		`<!doctype html><html lang="en"><head><title>Open</head><body><p>a</p></body></html> → [document.title.includes('<body>'), $$('p').length]`,
		'[true,0]'
	]
];

test('on the server, what it once got wrong is as in a browser', { timeout: 120_000 }, async ({ skip }) => {
	const cases = ONCE_WRONG.map(([line]) => [...styleCases, ...pageCases].find((one) => one.line === line)!);
	const right = ONCE_WRONG.map(([, text]) => text);
	expect(told(cases, await readInEngine(here(server, skip), cases))).toEqual(told(cases, right));
});

describe.each([
	['styles', styleCases, 150],
	['pages', pageCases, 100]
] as const)('%s', (_what, cases, least) => {
	let inChromium: string[];
	let inPage: string[];
	beforeAll(async () => {
		inChromium = await readNatively(cases);
		inPage = await readInEngine(page, cases);
	}, 120_000);

	test(`there are ${least} or more, each once`, () => {
		expect(cases.length).toBeGreaterThanOrEqual(least);
		expect(new Set(cases.map(({ line }) => line)).size).toBe(cases.length);
	});

	test('are read in Chromium without an error', () => {
		expect(inChromium.filter((text) => text.startsWith('throws'))).toEqual([]);
	});

	test('are judged on the server as in the page', { timeout: 120_000 }, async ({ skip }) => {
		expect(told(cases, await readInEngine(here(server, skip), cases))).toEqual(told(cases, inPage));
	});

	test('are judged in the page as Chromium shows them, or are named', () => {
		const isNamed = ({ line }: PageCase) => NOT_VERIFIABLE.some(({ lines }) => lines.includes(line));
		const same = cases.map((_one, index) => inPage[index] === inChromium[index]);
		const odd = cases.filter((one, index) => same[index] === isNamed(one));
		const difference = (one: PageCase): string => {
			const index = cases.indexOf(one);
			return `${one.line}   in Chromium ${inChromium[index]}, in the engine ${inPage[index]}`;
		};
		expect(odd.map(difference)).toEqual([]);
	});
});
