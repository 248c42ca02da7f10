import { expect, test } from 'vitest';
import { coveredBelow, followKeyboard } from './on-screen-keyboard.ts';

test.each([
	['nothing', { height: 740, offsetTop: 0, scale: 1 }, 0],
	['a keyboard', { height: 420, offsetTop: 0, scale: 1 }, 320],
	['a keyboard, with the page pushed up under it', { height: 420, offsetTop: 100, scale: 1 }, 220],
	['a bar of the browser', { height: 690, offsetTop: 0, scale: 1 }, 0],
	['nothing, for whoever has zoomed in', { height: 370, offsetTop: 50, scale: 2 }, 0]
])('the lower end of the page is covered by %s', (_what, visible, covered) => {
	expect(coveredBelow(740, visible)).toBe(covered);
});

test('the page is told while a keyboard covers it, and no longer when it is left', () => {
	const viewport = Object.assign(new EventTarget(), { height: 740, offsetTop: 0, scale: 1 });
	const told: Record<string, string | boolean> = {};
	const root = {
		style: {
			setProperty: (name: string, value: string) => (told[name] = value),
			removeProperty: (name: string) => delete told[name]
		},
		toggleAttribute: (name: string, on: boolean) => (told[name] = on),
		removeAttribute: (name: string) => delete told[name]
	} as unknown as HTMLElement;
	let changes = 0;
	const end = followKeyboard({ innerHeight: 740, visualViewport: viewport }, root, () => (changes += 1));
	viewport.height = 400;
	viewport.dispatchEvent(new Event('resize'));
	expect(told).toEqual({ '--keyboard': '340px', 'data-keyboard': true });
	viewport.height = 740;
	viewport.dispatchEvent(new Event('resize'));
	expect(told).toEqual({ '--keyboard': '0px', 'data-keyboard': false });
	end();
	viewport.dispatchEvent(new Event('resize'));
	expect(told).toEqual({});
	expect(changes).toBe(2);
});

test('a browser that does not know what is in sight is left alone', () => {
	expect(() =>
		followKeyboard({ innerHeight: 740, visualViewport: null }, {} as HTMLElement, () => {})()
	).not.toThrow();
});
