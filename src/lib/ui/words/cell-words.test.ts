import { expect, test } from 'vitest';
import type { CaseTable } from '../../contract/case-table.ts';
import type { Locale } from '../../contract/locale.ts';
import { loadMessageCatalog } from '../../i18n/load.ts';
import { createTranslate } from '../../i18n/translate.ts';
import { rowText } from './cell-words.ts';

const all = (text: string) => ({ fr: text, nl: text, en: text });
const table: CaseTable = {
	file: 'price.js',
	function: 'price',
	columns: [
		{ name: 'age', type: 'number', label: all('Age'), unit: { fr: 'ans', nl: 'jaar', en: 'years' } },
		{
			name: 'member',
			type: 'yes-no',
			label: { fr: 'Membre\u00a0?', nl: 'Lid?', en: 'Member?' }
		},
		{ name: 'card', type: 'yes-no', label: { fr: 'Carte', nl: 'Kaart', en: 'Card' } }
	],
	result: { type: 'number', label: all('Price'), unit: all('€') },
	rows: { most: 6 }
};

test.each<[Locale, string]>([
	['fr', 'Ligne 2\u00a0: 12\u00a0ans, Membre\u00a0? oui, Carte\u00a0: non → 2,5\u00a0€'],
	['nl', 'Rij 2: 12\u00a0jaar, Lid? ja, Kaart: nee → 2,5\u00a0€'],
	['en', 'Row 2: 12\u00a0years, Member? yes, Card: no → 2,5\u00a0€']
])('a row is read in %s as somebody would write it', async (locale, text) => {
	const t = createTranslate(locale, await loadMessageCatalog(locale));
	const row = { inputs: { age: 12, member: true, card: false }, expected: 2.5 };
	expect(rowText(table, row, 2, locale, t)).toBe(text);
});
