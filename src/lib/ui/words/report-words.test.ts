import { expect, test } from 'vitest';
import type { Locale } from '../../contract/locale.ts';
import { loadMessageCatalog } from '../../i18n/load.ts';
import { createTranslate } from '../../i18n/translate.ts';
import { reportWords, type ReportWords } from './report-words.ts';

const wordsIn = async (locale: Locale): Promise<ReportWords> =>
	reportWords(
		{
			title: (english) => (english === 'adds' ? 'additionne' : null),
			note: () => null,
			explain: ({ name }) =>
				name === 'ReferenceError' ? { code: 'not-defined', params: { name: 'prix', value: '' } } : null
		},
		{ locale, need: 'worker', packages: {} },
		createTranslate(locale, await loadMessageCatalog(locale))
	);

test('a text with a translation is shown in the page’s language, one without is marked as English', async () => {
	const words = await wordsIn('fr');
	expect(words.title('adds')).toEqual({ text: 'additionne' });
	expect(words.title('subtracts')).toEqual({ text: 'subtracts', lang: 'en' });
	expect((await wordsIn('en')).title('subtracts')).toEqual({ text: 'subtracts' });
});

test('a common error is explained with its own names, another one is left to its own words', async () => {
	const { explain } = await wordsIn('fr');
	expect(explain({ kind: 'error', name: 'ReferenceError', message: '' })).toContain('prix');
	expect(explain({ kind: 'error', name: 'Error', message: 'boum' })).toBeNull();
});
