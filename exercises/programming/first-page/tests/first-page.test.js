import { beforeEach, expect, test } from 'vitest';
import { openPage } from 'passerelle/page';

beforeEach(() => openPage());

const withWords = (selector) =>
	[...document.querySelectorAll(selector)].filter((element) => element.textContent.trim() !== '');

test('the page says in which language it is written', () => {
	expect(
		document.documentElement.lang,
		'A screen reader (a program that reads the page aloud) must know how to pronounce your words. Write the short code of the language in the first tag: `<html lang="nl">` for Dutch, `"fr"` for French, `"en"` for English.'
	).toMatch(/^[a-z]{2,3}(-[a-z0-9]+)*$/i);
});

test('the browser tab has a title', () => {
	expect(
		document.title.trim(),
		'The browser shows the title on its tab. Write it in the `head`, between `<title>` and `</title>`.'
	).not.toBe('');
});

test('there is one main heading', () => {
	expect(
		document.querySelectorAll('h1').length,
		'A page has one main heading: one `h1` in the `body`. Smaller headings are `h2` and `h3`.'
	).toBe(1);
});

test('the main heading has words', () => {
	expect(
		withWords('h1').length,
		'Write the name of the repair café between `<h1>` and `</h1>`.'
	).toBeGreaterThanOrEqual(1);
});

test('there are two paragraphs', () => {
	expect(
		withWords('p').length,
		'Write at least two paragraphs. Each one stands between its own `<p>` and `</p>`.'
	).toBeGreaterThanOrEqual(2);
});

test('the list names three things that you repair', () => {
	expect(
		withWords('ul > li, ol > li').length,
		'Make a list with `ul`. In it, each thing stands between its own `<li>` and `</li>`. Write three of them or more.'
	).toBeGreaterThanOrEqual(3);
});

test('no part of the page is empty', () => {
	const parts = document.querySelectorAll('h1, h2, h3, p, li');
	expect(parts.length, 'The body of the page is still empty. Begin with the main heading.').toBeGreaterThan(
		0
	);
	expect(
		withWords('h1, h2, h3, p, li').length,
		'A heading, a paragraph or a line of the list has no words. Fill it, or remove its tags.'
	).toBe(parts.length);
});
