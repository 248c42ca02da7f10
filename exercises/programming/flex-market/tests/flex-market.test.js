import { beforeEach, expect, test } from 'vitest';
import { openPage, source, styleOf } from 'passerelle/page';

beforeEach(() => openPage());

const top = () => document.querySelector('.top');
const market = () => document.querySelector('.market');
/** Of a length without px, which no browser understands: 0. */
const pixels = (element, property) => Number(styleOf(element, property).match(/^([\d.]+)px$/)?.[1] ?? 0);

test('the stalls stand in a row', () => {
	expect(
		styleOf(market(), 'display'),
		'A list puts its lines below each other. Write `display: flex` in `.market`: then its stalls stand side by side.'
	).toMatch(/^(inline-)?flex$/);
	expect(
		styleOf(market(), 'flex-direction'),
		'The stalls do not go from left to right. A row is what flex does by itself: take `flex-direction` away.'
	).toBe('row');
});

test('each stall leaves room for others in its row', () => {
	const css = source('style.css').replace(/\/\*.*?\*\//gs, '');
	const rules = [...css.matchAll(/([^{}]*)\{([^{}]*)\}/g)].filter(([, selector]) =>
		/\.stall\b|\bli\b|\.market\s*>?\s*\*/.test(selector)
	);
	const widths = rules.flatMap(([, , body]) =>
		[...body.matchAll(/(?:^|[;\s])(?:min-width|width|flex-basis|flex|inline-size)\s*:([^;]*)/g)].map(
			(match) => match[1]
		)
	);
	expect(
		widths.flatMap((value) => value.match(/[\d.]+(?=%|vw)/g) ?? []).filter((share) => Number(share) >= 50),
		'A stall takes half of the row or more, so that hardly another one fits beside it. Leave `.stall` as wide as it was: the row is made in `.market`.'
	).toEqual([]);
});

test('the stalls keep a distance from each other', () => {
	expect(
		pixels(market(), 'column-gap'),
		'The stalls stand too close to each other. Write `gap` in `.market`, with at least `12px`.'
	).toBeGreaterThanOrEqual(12);
});

test('the rows keep a distance from each other too', () => {
	expect(
		pixels(market(), 'row-gap'),
		'On a small screen there are several rows, and they touch. One value for `gap` counts for both: columns and rows.'
	).toBeGreaterThanOrEqual(12);
});

test('on a small screen, stalls go to the next row', () => {
	expect(
		styleOf(market(), 'flex-wrap'),
		'Eight stalls do not fit on a telephone. Write `flex-wrap: wrap` in `.market`, so that they may begin a new row.'
	).toBe('wrap');
});

test('the name of the square and the hours stand in one row', () => {
	expect(
		styleOf(top(), 'display'),
		'The box `.top` around the two is still an ordinary box. Write `display: flex` in `.top`.'
	).toMatch(/^(inline-)?flex$/);
	expect(
		styleOf(top(), 'flex-direction'),
		'The name and the hours do not go from left to right. A row is what flex does by itself: take `flex-direction` away.'
	).toBe('row');
});

test('all the room is between the name and the hours', () => {
	expect(
		styleOf(top(), 'justify-content'),
		'The name belongs to the far left, the hours to the far right. Write `justify-content: space-between` in `.top`, the box around the two.'
	).toBe('space-between');
});

test('the name and the hours stand at the same height', () => {
	expect(
		styleOf(top(), 'align-items'),
		'The name and the hours do not stand at the same height. Write `align-items: center` in `.top`.'
	).toMatch(/^(safe )?center$|baseline$/);
});
