import { beforeEach, expect, test } from 'vitest';
import { openPage, styleOf } from 'passerelle/page';

beforeEach(() => openPage());

const cards = () => [...document.querySelectorAll('.card')];
/** Of a length without px, which no browser understands: 0. */
const pixels = (element, property) => Number(styleOf(element, property).match(/^([\d.]+)px$/)?.[1] ?? 0);

/** Red, green, blue and how much covers: "rgba(0, 0, 0, 0)" → [0, 0, 0, 0]. */
function channels(color) {
	const [red, green, blue, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
	return [red, green, blue, alpha];
}

const over = ([red, green, blue, alpha], below) =>
	[red, green, blue].map((value, index) => value * alpha + below[index] * (1 - alpha));

const mix = (below, above, opacity) =>
	above.map((value, index) => value * opacity + below[index] * (1 - opacity));

const ENDS = [0, -1];

/** The background alone, without what is around it. Of a gradient the colour at one end: 0 the first, -1 the last. */
function backgroundOf(element, end) {
	const gradient = styleOf(element, 'background-image').match(/rgba?\([^()]*\)/g);
	return channels(gradient?.at(end) ?? styleOf(element, 'background-color'));
}

/** What is seen of an element: its background and its text, through the opacity of everything around it. */
function seen(element, end) {
	const path = [];
	for (let one = element; one; one = one.parentElement) path.unshift(one);
	const paint = ([first, ...inner], below) => {
		const own = over(backgroundOf(first, end), below);
		const [background, text] =
			inner.length > 0 ? paint(inner, own) : [own, over(channels(styleOf(first, 'color')), own)];
		const opacity = Number.parseFloat(styleOf(first, 'opacity'));
		return [mix(below, background, opacity), mix(below, text, opacity)];
	};
	return paint(path, [255, 255, 255]);
}

// WCAG 2.2, "relative luminance" and "contrast ratio".
function luminance(color) {
	const [red, green, blue] = color.map((value) => {
		const part = value / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(element) {
	const ratios = ENDS.map((end) => {
		const [dark, light] = seen(element, end)
			.map(luminance)
			.sort((a, b) => a - b);
		return (light + 0.05) / (dark + 0.05);
	});
	return Math.min(...ratios);
}

/** Of red, green and blue together: with less, two colours side by side look like one. */
const VISIBLE = 20;

test('a card has a background of its own', () => {
	for (const card of cards()) {
		const differences = ENDS.map((end) => {
			const [page] = seen(document.body, end);
			const [background] = seen(card, end);
			return page.reduce((sum, value, index) => sum + Math.abs(value - background[index]), 0);
		});
		expect(
			Math.max(...differences) < VISIBLE,
			'The card has the same colour as the page, or nearly the same: nobody sees where it begins. Write `background-color` with another colour between the braces of `.card`. Is it there already? Then look at the signs: the dot of `.card`, the `:` in the line, the `;` at the end of the line, a name of a colour in English.'
		).toBe(false);
	}
});

test('the text does not touch the edge of the card', () => {
	const sides = ['padding-top', 'padding-right', 'padding-bottom', 'padding-left'];
	for (const card of cards()) {
		expect(
			Math.min(...sides.map((side) => pixels(card, side))),
			'The room between the edge and the text is `padding`. Give the card at least `16px` on each of its four sides. The number and `px` stand together.'
		).toBeGreaterThanOrEqual(16);
	}
});

test('the corners of the card are round', () => {
	const corners = ['top-left', 'top-right', 'bottom-right', 'bottom-left'];
	for (const card of cards()) {
		expect(
			Math.min(...corners.map((corner) => pixels(card, `border-${corner}-radius`))),
			'Use `border-radius` with at least `8px`, so that all four corners become round.'
		).toBeGreaterThanOrEqual(8);
	}
});

test('there is room between two cards', () => {
	const [first, second] = cards();
	const parent = first.parentElement;
	const gap = /flex|grid/.test(styleOf(parent, 'display')) ? pixels(parent, 'row-gap') : 0;
	expect(
		Math.max(pixels(first, 'margin-bottom') + gap, pixels(second, 'margin-top') + gap),
		'The two cards touch each other. The room outside a card is `margin`: give it a `margin-bottom` of at least `16px`.'
	).toBeGreaterThanOrEqual(16);
});

test('the heading of the page can be read', () => {
	expect(
		contrast(document.querySelector('h1')),
		'The big heading above the cards hardly differs from the background of the page: the contrast must be at least 4.5. It does not stand on a card: look at the colours of `body`.'
	).toBeGreaterThanOrEqual(4.5);
});

test('the title can be read', () => {
	for (const title of document.querySelectorAll('.card h2')) {
		expect(
			contrast(title),
			'The title and its background are too close to each other: the contrast must be at least 4.5. Make the text darker or the card lighter, or the other way round.'
		).toBeGreaterThanOrEqual(4.5);
	}
});

test('the text can be read', () => {
	for (const text of document.querySelectorAll('.card .text')) {
		expect(
			contrast(text),
			'The text and its background are too close to each other: the contrast must be at least 4.5. Dark on light works, and light on dark too.'
		).toBeGreaterThanOrEqual(4.5);
	}
});

test('the weight in small print can be read too', () => {
	for (const note of document.querySelectorAll('.card .note')) {
		expect(
			styleOf(note, 'display') !== 'none' && styleOf(note, 'visibility') === 'visible',
			'The weight cannot be seen any more. Mr Öztürk wants to read it: show it, in another colour.'
		).toBe(true);
		expect(
			pixels(note, 'font-size'),
			'The weight is so small that nobody can read it. Leave its `font-size` at `10px` or more.'
		).toBeGreaterThanOrEqual(10);
		expect(
			contrast(note),
			'The weight is hard to read in the sun, or with tired eyes. Choose another colour in `.note`, darker on a light card, lighter on a dark one: the contrast with the card must be at least 4.5.'
		).toBeGreaterThanOrEqual(4.5);
	}
});
