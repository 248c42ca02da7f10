import { expect, type Page } from 'playwright/test';
import type { Locale } from '../../../src/lib/contract/locale.ts';
import type { Translate } from '../../../src/lib/i18n/translate.ts';
import { exerciseIds, solutionOf, startOf, suiteWords, titleOf } from './exercise.ts';
import { Workbench } from './workbench.ts';

/** What beginners here type, and how the page explains it. */
interface Typed {
	/** In a word: the name of the step, and of a screenshot. */
	what: string;
	code: string;
	press: 'check' | 'run';
	/** Sentences that the results must show, from the catalogue or from the suite's translations. */
	explained: readonly string[];
	/** What one click makes of it, where there is a safe repair; with its line. */
	fixed?: { line: number; code: string };
}

interface Station {
	id: string;
	typed: readonly Typed[];
}

/** The first hour of somebody who writes French or Dutch: what they print. */
const HELLO = {
	fr: { open: '«\u00a0', close: '\u00a0»', city: 'Bonjour Bruxelles !', more: 'La porte est ouverte.' },
	nl: { open: '„', close: '”', city: 'Goedemorgen Brussel!', more: 'De deur staat open.' }
} as const;

const SECOND_LINE =
	'The screen must show two lines with words. Write `console.log` a second time, on its own line, with another sentence.';

/** Where the first `if` is learned. */
const LAST = 'programming/full-room';

/** What is read on a page: a message's code stands there without its backticks. */
const asShown = (text: string): string => text.replaceAll('`', '');

/** A note of the suite of an exercise, as a learner of this language reads it. */
function note(id: string, locale: Locale, english: string): string {
	const at = suiteWords(id, 'en').messages.indexOf(asShown(english));
	const text = suiteWords(id, locale).messages[at];
	if (text === undefined) throw new Error(`${id} does not say "${english}"`);
	return text;
}

/** What is typed at each station. */
function typedIn(locale: 'fr' | 'nl', say: Translate): Station[] {
	const [hello, name, error, predict, till, room] = [
		'programming/hello-brussels',
		'programming/your-name',
		'programming/read-the-error',
		'programming/predict-the-screen',
		'programming/cafe-till',
		LAST
	] as const;
	const { open, close, city, more } = HELLO[locale];
	const lines = `console.log("${city}");\nconsole.log("${more}");`;
	const repaired = startOf(error).replace('minute)', 'minutes)').replace('stopp', 'stop');
	return [
		{
			id: hello,
			typed: [
				{
					what: 'quotes of a word processor',
					code: `console.log(${open}${city}${close});\nconsole.log("${more}");`,
					press: 'check',
					explained: [say('diagnostic.typographic-quote', { found: open.trim() })],
					fixed: { line: 1, code: lines }
				},
				{
					what: 'a capital letter in Console',
					code: lines.replace('console', 'Console'),
					press: 'check',
					explained: [say('diagnostic.wrong-case', { found: 'Console.log', instead: 'console.log' })],
					fixed: { line: 1, code: lines }
				},
				{
					what: 'a quote is missing',
					code: lines.replace('");', ');'),
					press: 'check',
					explained: [say('diagnostic.unterminated-string')]
				},
				{
					what: 'a line is missing',
					code: `console.log("${city}");\n`,
					press: 'check',
					explained: [note(hello, locale, SECOND_LINE)]
				}
			]
		},
		{
			id: name,
			typed: [
				{
					what: 'a parenthesis is missing',
					code: solutionOf(name).replace('console.log(name);', 'console.log(name;'),
					press: 'check',
					explained: [say('diagnostic.expected-token', { expected: ')', found: ';' })]
				},
				{
					what: 'a capital letter of a phone',
					code: solutionOf(name).replace('const', 'Const'),
					press: 'check',
					explained: [say('diagnostic.keyword-capital', { found: 'Const', instead: 'const' })],
					fixed: { line: 1, code: solutionOf(name) }
				}
			]
		},
		{
			id: error,
			typed: [
				{
					what: 'a name is misspelt',
					code: startOf(error),
					press: 'run',
					explained: [
						say('runtime.not-defined', { name: 'minute' }),
						say('result.go-to-line', { file: 'main.js', line: '5' })
					]
				},
				{
					what: 'a function is misspelt',
					code: repaired,
					press: 'run',
					explained: [
						say('runtime.not-a-function', { name: 'console.lgo' }),
						say('result.go-to-line', { file: 'main.js', line: '6' })
					]
				},
				{
					what: 'Run in place of Check',
					code: solutionOf(error),
					press: 'run',
					explained: [say('result.program-ended')]
				}
			]
		},
		{
			id: predict,
			typed: [
				{
					what: 'a sign that nobody sees',
					code: solutionOf(predict).replace('"Madou"', '\u200b"Madou"'),
					press: 'check',
					explained: [say('diagnostic.invisible-character', { found: 'U+200B' })],
					fixed: { line: 1, code: solutionOf(predict) }
				}
			]
		},
		{
			id: till,
			typed: [
				{
					what: 'a decimal comma',
					code: solutionOf(till).replace('2.5', '2,5'),
					press: 'check',
					explained: [say('diagnostic.decimal-comma', { found: '2,5', instead: '2.5' })],
					fixed: { line: 1, code: solutionOf(till) }
				},
				{
					what: 'the sign of a pocket calculator',
					code: solutionOf(till).replace('coffees * coffeePrice', 'coffees × coffeePrice'),
					press: 'check',
					explained: [say('diagnostic.wrong-sign', { found: '×', instead: '*' })],
					fixed: { line: 7, code: solutionOf(till) }
				}
			]
		},
		{
			id: room,
			typed: [
				{
					what: 'one sign in a condition',
					code: solutionOf(room).replace('people === 0', 'people = 0'),
					press: 'check',
					explained: [
						say('diagnostic.assignment-in-condition', { name: 'people' }),
						note(
							room,
							locale,
							'At 0 people the room is empty: a word must appear under the number. To compare, write `===`.'
						)
					]
				}
			]
		}
	];
}

/** How a learner works here: what is different between a phone and a laptop. */
export interface Hands {
	/** Replaces the whole text. */
	write(bench: Workbench, code: string): Promise<void>;
	press(bench: Workbench, button: 'check' | 'run'): Promise<void>;
	/** What the editor holds. */
	read(bench: Workbench): Promise<string>;
	click(bench: Workbench, name: string): Promise<void>;
	/** Looked at by people, where E2E_PICTURES names a folder. */
	picture(page: Page, name: string): Promise<void>;
}

/** A check takes a second or two; one that was stopped by its time limit says so by then. */
const ANSWER_MS = 10_000;

/** Presses, and again where a machine with too much to do has let the exercise's time limit pass: what a learner would do. */
const pressUntil = (
	bench: Workbench,
	button: 'check' | 'run',
	hands: Hands,
	answered: () => Promise<void>
): Promise<void> =>
	expect(async () => {
		await hands.press(bench, button);
		await answered();
	}).toPass();

async function type(bench: Workbench, typed: Typed, hands: Hands): Promise<void> {
	const { say, results, celebration } = bench;
	await hands.write(bench, typed.code);
	await pressUntil(bench, typed.press, hands, async () => {
		for (const sentence of typed.explained)
			await expect(results).toContainText(asShown(sentence), { timeout: ANSWER_MS });
	});
	await expect(celebration).toHaveCount(0);
	await hands.picture(bench.page, typed.what);
	if (!typed.fixed) return;
	await hands.click(bench, say('diagnostic.fix-line', { line: String(typed.fixed.line) }));
	await expect.poll(() => hands.read(bench)).toBe(typed.fixed.code);
}

/** The stations of the map from the first to the first `if`, one after another: each mistake explained and then mended; each is passed, and at the end the map shows it. */
export async function walkFirstHour(page: Page, locale: 'fr' | 'nl', hands: Hands): Promise<void> {
	const { say } = new Workbench(page, locale, '');
	const typed = new Map(typedIn(locale, say).map((station) => [station.id, station.typed]));
	const path = exerciseIds.slice(0, exerciseIds.indexOf(LAST) + 1);
	expect(path.filter((id) => typed.has(id))).toEqual([...typed.keys()]);
	for (const id of path) {
		const bench = await new Workbench(page, locale, id).open();
		for (const one of typed.get(id) ?? []) await type(bench, one, hands);
		await hands.write(bench, solutionOf(id));
		await pressUntil(bench, 'check', hands, () =>
			expect(bench.celebration).toContainText(say('exercise.done.points', { count: 10 }), {
				timeout: ANSWER_MS
			})
		);
		await hands.picture(page, `passed ${titleOf(id, 'en')}`);
	}
	await page.goto(`/${locale}/map?view=list`);
	for (const id of path) {
		const entry = page.locator('.as-list li', { has: page.locator(`a[href="/${locale}/${id}"]`) }).last();
		await expect(entry).toContainText(say('state.practised'));
	}
	await hands.picture(page, 'the map');
}

/** A picture for people, in a folder of their choice. */
export async function picture(page: Page, name: string, kind: string): Promise<void> {
	const folder = process.env.E2E_PICTURES;
	if (folder) await page.screenshot({ path: `${folder}/${kind}-${name.replaceAll(' ', '-')}.png` });
}
