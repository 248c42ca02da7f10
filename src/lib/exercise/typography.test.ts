import { describe, expect, test } from 'vitest';
import type { Locale } from '../contract/locale.ts';
import { shownTitle, typeset, typesetPieces, typographyOf, type Typography } from './typography.ts';

/** `_` stands for a no-break space: one cannot be seen in a table. */
const spaced = (text: string): string => text.replaceAll('_', '\u00a0');

describe('French', () => {
	test.each([
		['a colon', 'Il affiche 3 : le total', 'Il affiche 3_: le total'],
		['a semicolon', 'le prix ; le total', 'le prix_; le total'],
		['an exclamation mark', 'Bravo !', 'Bravo_!'],
		['a question mark', 'Et après ?', 'Et après_?'],
		['two marks', 'Vraiment ?!', 'Vraiment_?!'],
		['a mark that has its no-break space', 'Et après_?', 'Et après_?'],
		['a mark without a space', 'à 8:10', 'à 8:10'],
		['a mark at the beginning of a line', 'a\n: b', 'a\n: b'],
		['guillemets with ordinary spaces', 'le mot « vélo » ici', 'le mot «_vélo_» ici'],
		['plain quotes', 'il dit "vélo".', 'il dit «_vélo_».'],
		['plain quotes at both ends', '"tout va bien"', '«_tout va bien_»'],
		['two quotations', '"a" et "b"', '«_a_» et «_b_»'],
		['a quotation after a colon', '**`export`** : "ceci"', '**`export`**_: «_ceci_»'],
		['a quotation in brackets', '("65 ans ou plus")', '(«_65 ans ou plus_»)'],
		['a quotation that ends with a mark', '"pourquoi ?" demande Awa', '«_pourquoi_?_» demande Awa'],
		['a quotation after an apostrophe', 'l\'"agenda"', 'l’«_agenda_»'],
		['a quotation around code', 'écris "`a`"', 'écris «_`a`_»'],
		['a quote without a partner', 'le signe " seul', 'le signe " seul'],
		['two quotes that stand alone', 'entre " et " ici', 'entre " et " ici'],
		['code that nobody marked: an attribute', 'écris lang="fr" ici', 'écris lang="fr" ici'],
		['code that nobody marked: a call', 'écris f("a") ici', 'écris f("a") ici'],
		['an apostrophe', "l'heure d'été", 'l’heure d’été'],
		['an apostrophe before code', "donne l'`id` du champ", 'donne l’`id` du champ'],
		['a word between plain single quotes', "le mot 'vélo", "le mot 'vélo"],
		['the right apostrophe', 'l’heure', 'l’heure'],
		['an hour', 'à 9 h', 'à 9_h'],
		['euros', '2,50 euros et 100 €', '2,50_euros et 100_€'],
		['a number and a word', '20 kilomètres', '20 kilomètres'],
		['code', 'écris `a ? \'b\' : "c"` ici', 'écris `a ? \'b\' : "c"` ici'],
		['a mark after code', 'et `morning` ?', 'et `morning`_?'],
		['a placeholder', 'le mot "{name}" : {error}', 'le mot «_{name}_»_: {error}'],
		['an address', 'https://a.be/x?y="z"', 'https://a.be/x?y="z"']
	])('%s', (_, written, shown) => {
		expect(typeset(spaced(written), 'fr')).toBe(spaced(shown));
	});
});

describe('Dutch', () => {
	test.each([
		['plain quotes', 'het woord "fiets".', 'het woord “fiets”.'],
		['the spaces stay', 'Klaar? Ja: goed!', 'Klaar? Ja: goed!'],
		['a quotation before a comma', '"dat", zegt Awa', '“dat”, zegt Awa'],
		['an attribute that nobody marked', 'schrijf lang="nl"', 'schrijf lang="nl"'],
		['an apostrophe in a word', "twee foto's", 'twee foto’s'],
		['an apostrophe after code', "twee `div`'s", 'twee `div`’s'],
		['an apostrophe before a word', "'s avonds en 't huis", '’s avonds en ’t huis'],
		['plain single quotes', "het woord 'fiets", "het woord 'fiets"],
		['an hour', 'van 13 tot 17 uur', 'van 13 tot 17_uur'],
		['code', 'zet `"a"` neer', 'zet `"a"` neer']
	])('%s', (_, written, shown) => {
		expect(typeset(spaced(written), 'nl')).toBe(spaced(shown));
	});
});

test('English is shown as it was written', () => {
	expect(typeset('it\'s "fine" : really ?', null)).toBe('it\'s "fine" : really ?');
});

test.each<Typography>(['fr', 'nl'])(
	'a text that is set stays as it is when it is set again (%s)',
	(rules) => {
		const once = typeset('l\'heure : "9 h" ? `"a"` \'s avonds « x »', rules);
		expect(typeset(once, rules)).toBe(once);
	}
);

test('a quotation may begin in one piece and end in another, and code between them stays code', () => {
	expect(typesetPieces(['il dit "', 'très', ' bien', null, '" !'], 'fr')).toEqual([
		'il dit «\u00a0',
		'très',
		' bien',
		null,
		'\u00a0»\u00a0!'
	]);
});

test('a long text of nothing but quotes is set at once', () => {
	const quotes = '"a" '.repeat(50_000);
	expect(typeset(quotes, 'fr')).toBe('«\u00a0a\u00a0» '.repeat(50_000));
});

test('a text that holds the sign which stands for code is shown as it was written', () => {
	expect(typeset('a \ufffc : "b"', 'fr')).toBe('a \ufffc : "b"');
});

const manifest = {
	title: { fr: "L'heure ?", nl: "Foto's", en: "What's on?" },
	languages: ['fr', 'nl', 'en'] as Locale[]
};

test('a text is set by the rules of the language that it is shown in', () => {
	expect(shownTitle(manifest, 'fr')).toBe('L’heure\u00a0?');
	expect(shownTitle(manifest, 'nl')).toBe('Foto’s');
	expect(shownTitle(manifest, 'en')).toBe("What's on?");
	expect(typographyOf({ languages: ['en'] }, 'fr')).toBeNull();
	expect(typographyOf({ languages: ['nl'] }, 'fr')).toBe('nl');
});

test('what somebody else wrote is shown as it was written', () => {
	const origin = { source: 'https://a.be', licence: 'MIT', authors: [] };
	expect(typographyOf({ ...manifest, origin }, 'fr')).toBeNull();
});
