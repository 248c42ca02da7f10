import { expect, test } from 'vitest';
import { listFiles, readText } from '../../../../tests/support/source-files.ts';
import { RELOADED } from '../../engines/harness/page/block-navigation.ts';
import { loadMessageCatalog } from '../../i18n/load.ts';
import { createTranslate } from '../../i18n/translate.ts';
import { consoleWords } from './console-words.ts';

const t = createTranslate('fr', await loadMessageCatalog('fr'));

test('what a page is told of a form that was sent is in the learner’s language, line by line', () => {
	const said = [
		'The form was not sent: there is no network here. It would send: name=Léa, city=',
		'The page loaded again: the form was sent. What the page had in memory is lost. preventDefault() in the function of submit stops that.'
	];
	const shown = consoleWords(said.join('\n'), t).split('\n');
	expect(shown[0]).toMatch(/^Le formulaire n’est pas parti.*name=Léa, city=$/);
	expect(shown[1]).toMatch(/^La page s’est rechargée.*event\.preventDefault\(\)/);
	expect(shown[1]).not.toContain('`');
});

/** What is printed there as a sentence: a text that is written where it is printed, or kept for it. */
const PRINTED = /(?:console\.(?:info|warn)\(|\bsay\(|const text =)\s*(`[^`]*`|'[^'\n]*')/g;
const NAMED = /\bnone\('([^']+)'\)/g;

/** What the page's surroundings print, as it stands in their sources; `…` for each value that is put in. */
const SENTENCES = ['src/lib/engines/harness/page', 'src/lib/engines/dom']
	.flatMap(listFiles)
	.filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
	.map(readText)
	.flatMap((source) => {
		const names = [...source.matchAll(NAMED)].map(([, name]) => name!);
		return [...source.matchAll(PRINTED)]
			.map(([, text]) => text!.slice(1, -1))
			.filter((text) => text.includes(' '))
			.flatMap((text) =>
				text.includes('${what}') ? names.map((name) => text.replace('${what}', name)) : text
			)
			.map((text) => text.replace(/\$\{[^}]*\}/g, '…'));
	});

test('the sentences are found in the sources', () => {
	expect(SENTENCES).toContain('A new window was not opened: the page stays in its frame.');
	expect(SENTENCES.length).toBeGreaterThanOrEqual(10);
});

test.each(SENTENCES)('is said in the learner’s language: %s', (said) => {
	expect(consoleWords(said, t)).not.toBe(said);
});

test.each([
	['There is no file "style.css": the style sheet was not loaded', 'style.css'],
	['The link to "https://stib.be" leads out of your pages: it was not followed.', 'https://stib.be'],
	['Code in an address is not run (<a href>). Use a button with onclick or addEventListener.', '<a href>']
])('what it is about is kept: %s', (said, named) => {
	expect(consoleWords(said, t)).toContain(named);
});

test.each(Object.values(RELOADED))('why a page was loaded again is in the learner’s language: %s', (said) => {
	expect(consoleWords(said, t)).not.toBe(said);
});

test('what the learner prints stays as it is', () => {
	for (const text of ['Bonjour', 'The form was sent', 'a\n\nb', '{ name: "Léa" }'])
		expect(consoleWords(text, t)).toBe(text);
});
