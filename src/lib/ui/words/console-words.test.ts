import { expect, test } from 'vitest';
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

test.each([
	['"main.js" ran before the page had a body. Put its <script> at the end of the body, or …', 'main.js'],
	['"add" is in a module: a module\'s names are not seen from the page. Use …', 'add'],
	['There is no file "style.css": the style sheet was not loaded', 'style.css'],
	['The link to "https://stib.be" leads out of your pages: it was not followed.', 'https://stib.be'],
	['The link to "menu.html" was not followed: this page stays where it is.', 'menu.html'],
	['document.write is ignored in a module, and in a script with defer or async.', 'defer'],
	[
		'Code that a program writes as text (a <script>, an address with javascript:) is not run here. Write it in a file.',
		'fichier'
	],
	['Code in an address is not run (<a href>). Use a button with onclick or addEventListener.', '<a href>'],
	['A new window was not opened: the page stays in its frame.', 'fenêtre'],
	['The print dialog was not opened: the page stays in its frame.', 'imprimer']
])('is said in the learner’s language: %s', (said, named) => {
	const shown = consoleWords(said, t);
	expect(shown).not.toBe(said);
	expect(shown).toContain(named);
});

test.each(Object.values(RELOADED))('why a page was loaded again is in the learner’s language: %s', (said) => {
	expect(consoleWords(said, t)).not.toBe(said);
});

test('what the learner prints stays as it is', () => {
	for (const text of ['Bonjour', 'The form was sent', 'a\n\nb', '{ name: "Léa" }'])
		expect(consoleWords(text, t)).toBe(text);
});
