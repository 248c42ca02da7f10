import { expect, test } from 'vitest';
import type { EngineNeed } from '../../contract/exercise.ts';
import type { Locale } from '../../contract/locale.ts';
import { loadMessageCatalog } from '../../i18n/load.ts';
import { createTranslate } from '../../i18n/translate.ts';
import { codeParts } from './code-parts.ts';
import { reportWords, type ReportWords } from './report-words.ts';

const wordsIn = async (locale: Locale, need: EngineNeed = 'worker'): Promise<ReportWords> =>
	reportWords(
		{
			title: (english) => (english === 'adds' ? 'additionne' : null),
			note: () => null,
			call: (note) => (note === 'Add both.' ? 'add(1, 2)' : null),
			explain: ({ name }) =>
				name === 'ReferenceError'
					? { code: 'not-defined', params: { name: 'prix', value: '' } }
					: name === 'TypeError'
						? { code: 'read-of-nothing', params: { name: '`${x}`.a', value: '' } }
						: null
		},
		{ locale, need, packages: {} },
		createTranslate(locale, await loadMessageCatalog(locale))
	);

test('a text with a translation is shown in the page’s language, one without is marked as English', async () => {
	const words = await wordsIn('fr');
	expect(words.title('adds')).toEqual({ text: 'additionne' });
	expect(words.title('subtracts')).toEqual({ text: 'subtracts', lang: 'en' });
	expect((await wordsIn('en')).title('subtracts')).toEqual({ text: 'subtracts' });
});

test('a failure says which call it is about, where the suite tells it', async () => {
	const { call } = await wordsIn('fr');
	expect(call({ note: 'Add both.' })).toBe('add(1, 2)');
	expect(call({ note: 'Shout.' })).toBeNull();
	expect(call({ note: null })).toBeNull();
});

test('the names of an explanation are marked as code, whatever they contain', async () => {
	const explained = (await wordsIn('fr')).explain({ kind: 'error', name: 'TypeError', message: '' });
	expect(codeParts(explained ?? '')).toContainEqual({ text: '`${x}`.a', code: true });
	expect(codeParts(explained ?? '')).toContainEqual({ text: '…', code: true });
});

test('a common error is explained with its own names, another one is left to its own words', async () => {
	const { explain } = await wordsIn('fr');
	expect(explain({ kind: 'error', name: 'ReferenceError', message: '' })).toContain('prix');
	expect(explain({ kind: 'error', name: 'Error', message: 'boum' })).toBeNull();
});

const missing = { kind: 'assertion', name: 'AssertionError', message: '', received: 'undefined' } as const;

test.each([
	['fr', 'regarde si elle a un `return`'],
	['nl', 'of er een `return` in staat'],
	['en', 'look for its `return`']
] as const)('in %s, a function that gave nothing back is told of return', async (locale, said) => {
	const { explain } = await wordsIn(locale);
	expect(explain({ ...missing, note: 'A child pays half.' })).toContain(said);
});

test('a note that speaks of return, another value and a page are not', async () => {
	const { explain } = await wordsIn('en');
	expect(explain({ ...missing, note: 'Give it back with `return`.' })).toBeNull();
	expect(explain({ ...missing, received: '3', note: 'A child pays half.' })).toBeNull();
	const page = await wordsIn('en', 'dom');
	expect(page.explain({ ...missing, note: 'There is no checkbox.' })).toBeNull();
});
