import { expect, test } from 'vitest';
import { looseSigns } from '../../../tests/support/loose-typography.ts';
import en from './signs/en.json';
import fr from './signs/fr.json';
import nl from './signs/nl.json';

/** Path → text; the path of a nested text has its parent before it. */
const flat = (words: object, before = ''): Record<string, string> =>
	Object.fromEntries(
		Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
			typeof value === 'string'
				? [[before + key, value]]
				: Object.entries(flat(value as object, `${before}${key} `))
		)
	);
const english = flat(en);

/** Rightly the same: names on keys and of keyboards. */
const SAME_AS_ENGLISH = {
	fr: ['keyboards qwerty', 'keyboards mac-azerty', 'keyboards mac-qwerty', 'keys AltGr', 'keys Option'],
	nl: [
		'names \\',
		'keyboards qwerty',
		'keyboards mac-azerty',
		'keyboards mac-qwerty',
		'keys AltGr',
		'keys Option',
		'keys Shift'
	]
};

test.each([
	['fr', fr],
	['nl', nl]
] as const)('the words of the card about signs are complete, and written as %s is', (locale, words) => {
	const texts = flat(words);
	expect(Object.keys(texts)).toEqual(Object.keys(english));
	const odd = Object.values({ ...texts, ...english }).filter(
		(text) => text.trim() !== text || !text || / {2}/.test(text)
	);
	expect(odd).toEqual([]);
	expect(Object.values(texts).flatMap((text) => looseSigns(text, locale))).toEqual([]);
	const same = Object.keys(texts).filter((key) => texts[key] === english[key]);
	expect(same).toEqual(SAME_AS_ENGLISH[locale]);
});
