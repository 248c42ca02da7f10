import { beforeEach, expect, test } from 'vitest';
import { openPage, source } from 'passerelle/page';

beforeEach(() => openPage());

/** Words, or a picture that has words. */
const saysSomething = (element) =>
	element.textContent.trim() !== '' ||
	[...element.querySelectorAll('img')].some((picture) => picture.alt.trim() !== '');
const withWords = (selector) => [...document.querySelectorAll(selector)].filter(saysSomething);

const linesOf = (list) => [...list.children].filter((line) => line.matches('li') && saysSomething(line));

/** What stands in a list, and not in one of its lines. */
const wordsBesideLines = (list) =>
	[...list.childNodes]
		.filter((node) => node.nodeType === Node.TEXT_NODE || !node.matches?.('li, ul, ol'))
		.filter((node) => node.nodeType !== Node.COMMENT_NODE)
		.map((node) => node.textContent.trim())
		.filter((words) => words !== '');

/** The languages of ISO 639-1, and some of our town that have three letters. */
const LANGUAGES =
	'aa ab ae af ak am ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu arq ary arz ber ckb kab kmr nan rif rom shi shy tzm vls yue zea zgh'.split(
		' '
	);

test('the page says in which language it is written', () => {
	expect(
		document.documentElement.lang,
		'A screen reader (a program that reads the page aloud) must know how to pronounce your words. Write the short code of the language in the first tag: `<html lang="nl">` for Dutch, `"fr"` for French, `"en"` for English.'
	).toMatch(/^[a-z]{2,3}(-[a-z0-9]+)*$/i);
	const [code] = document.documentElement.lang.toLowerCase().split('-');
	expect(
		code !== 'be' || /\p{Script=Cyrillic}/u.test(document.body.textContent),
		'`be` is the code of a language, Belarusian, and not of our country. In which language are your words? Write its code in `lang`.'
	).toBe(true);
	expect(
		LANGUAGES,
		'No language has this code. Each language has its own short code: `nl`, `fr`, `en`, `ar`, `tr`… Look it up on the web, or copy the one of the example.'
	).toContain(code);
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
		[...document.querySelectorAll('p')].filter((one) => one.textContent.trim() !== '').length,
		'Write at least two paragraphs, in words. Each one stands between its own `<p>` and `</p>`.'
	).toBeGreaterThanOrEqual(2);
});

test('the list names three things that you repair', () => {
	expect(
		Math.max(0, ...[...document.querySelectorAll('ul, ol')].map((list) => linesOf(list).length)),
		'Make one list with `ul`. In it, each thing stands between its own `<li>` and `</li>`. Write three of them or more, all in the same list.'
	).toBeGreaterThanOrEqual(3);
	expect(
		[...document.querySelectorAll('ul, ol')].flatMap(wordsBesideLines),
		'These words stand in the list, but in none of its lines. In a list, each thing stands between its own `<li>` and `</li>`.'
	).toEqual([]);
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

test('each tag that opens also closes', () => {
	const html = source('index.html').replace(/<!--.*?-->/gs, '');
	const PAIRS = ['title', 'h1', 'h2', 'h3', 'p', 'ul', 'ol', 'li'];
	const times = (pattern) => html.match(new RegExp(pattern, 'gi'))?.length ?? 0;
	expect(
		PAIRS.filter((name) => times(`<${name}(?=[\\s>])`) !== times(`</${name}\\s*>`)),
		'These tags do not come in pairs. Each tag closes with its own name and a `/`: look at where each of them begins, and at where it ends.'
	).toEqual([]);
	expect(
		document.querySelector('h1 :is(p, ul, ol, li, h2, h3)'),
		'Other parts of the page stand in the main heading: a screen reader says all of them as one title. Write `</h1>` right after the words of the heading.'
	).toBeNull();
});
