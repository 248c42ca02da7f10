import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright/test';
import type { Locale } from '../../src/lib/contract/locale.ts';
import type { SignWords } from '../../src/lib/i18n/signs.ts';
import { accessibilityProblems } from './support/axe.ts';
import { exerciseIds, mistakeOf } from './support/exercise.ts';
import { expect, test } from './support/site.ts';
import { preferEditor, Workbench } from './support/workbench.ts';

const [FIRST = ''] = exerciseIds;
const MAIN = 'main.js';
const PHONE = { width: 360, height: 740 };
/** What a keyboard of the screen leaves of a phone. */
const WITH_KEYBOARD = { width: 390, height: 420 };
const MANY_LINES = Array.from({ length: 40 }, (_, line) => `console.log(${line});`).join('\n');

test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

/** On the tab with the code, in the editor that fingers get. */
async function openCode(page: Page, locale: Locale, id = FIRST): Promise<Workbench> {
	const bench = await new Workbench(page, locale, id).open();
	await page.getByRole('tab', { name: bench.say('exercise.pane.code') }).click();
	await bench.lightReady(MAIN);
	return bench;
}

const signWords = (locale: Locale): SignWords =>
	JSON.parse(
		readFileSync(new URL(`../../src/lib/i18n/signs/${locale}.json`, import.meta.url), 'utf8')
	) as SignWords;

/** Whether a finger on the middle of it meets it, and nothing above it. */
const isOnTop = (target: Locator): Promise<boolean> =>
	target.evaluate((element) => {
		const { x, y, width, height } = element.getBoundingClientRect();
		const met = document.elementFromPoint(x + width / 2, y + height / 2);
		return met !== null && (element.contains(met) || met.contains(element));
	});

/** How many lines of code are in sight, between what stays in its place. */
const linesInSight = (page: Page): Promise<number> =>
	page.evaluate(() => {
		const box = (selector: string): DOMRect => document.querySelector(selector)!.getBoundingClientRect();
		const editor = box('#editor');
		const tabs = document.querySelector('.panes-tabs')!;
		const sticky = getComputedStyle(tabs).position === 'sticky' ? tabs.getBoundingClientRect().bottom : 0;
		const seen = Math.min(editor.bottom, box('.actions').top) - Math.max(editor.top, sticky, 0);
		// Each file has an editor; the others are hidden.
		const [line = 0] = [...document.querySelectorAll('.cm-line, .view-line, .gutter span')]
			.map((one) => one.getBoundingClientRect().height)
			.filter((height) => height > 0);
		return seen / line;
	});

test('the row of keys writes what the keyboard of the screen lacks, a tab and undo; the caret stays where it is', async ({
	page
}) => {
	const bench = await openCode(page, 'nl');
	const words = signWords('nl');
	const row = page.getByRole('toolbar', { name: words.row.title });
	const key = (sign: keyof typeof words.names) =>
		row.getByRole('button', { name: words.names[sign], exact: true });
	await expect(row.locator('[data-key]').first()).toHaveAttribute('data-key', '{');
	await bench.write('');
	await key('{').tap();
	await expect.poll(() => bench.text()).toBe('{}');
	await expect(bench.editor()).toBeFocused();
	await key('}').tap();
	await key('=').tap();
	await key(';').tap();
	await expect.poll(() => bench.text()).toBe('{}=;');
	await row.getByRole('button', { name: words.row.undo }).tap();
	await expect.poll(() => bench.text()).toBe('{}=');
	await row.getByRole('button', { name: words.row['indent-name'] }).tap();
	await expect.poll(() => bench.text()).toBe('{}=\t');
	await expect(bench.editor()).toBeFocused();
	for (const button of await row.getByRole('button').all()) {
		const box = (await button.boundingBox())!;
		expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
	}
	expect(await accessibilityProblems(page)).toEqual([]);
	await page.emulateMedia({ colorScheme: 'dark' });
	expect(await accessibilityProblems(page)).toEqual([]);

	// One of the keys is in the tab order; arrows reach the others.
	await key('{').focus();
	await page.keyboard.press('ArrowRight');
	await expect(key('}')).toBeFocused();
	await page.keyboard.press('End');
	await expect(row.getByRole('button').last()).toBeFocused();
	// Only where there is code to write.
	await page.getByRole('tab', { name: bench.say('exercise.pane.brief') }).tap();
	await expect(row).toBeHidden();
});

test('nothing writes for the learner: no capitals, no corrections, no spelling', async ({ page }) => {
	const bench = await openCode(page, 'fr');
	for (const [name, off] of [
		['autocapitalize', 'off'],
		['autocorrect', 'off'],
		['spellcheck', 'false'],
		['translate', 'no']
	] as const)
		await expect(bench.editor()).toHaveAttribute(name, off);
});

test('above the keyboard of the screen the line that is typed and Check stay in sight', async ({ page }) => {
	await page.setViewportSize(WITH_KEYBOARD);
	const bench = await openCode(page, 'fr');
	await bench.write(MANY_LINES);
	await bench.editor().press('ControlOrMeta+End');
	await page.keyboard.insertText('\nlet last;');
	const typed = page.locator('.cm-line').filter({ hasText: 'let last;' });
	await expect(typed).toBeInViewport({ ratio: 1 });
	await expect(bench.check).toBeInViewport({ ratio: 1 });
	expect(await isOnTop(typed)).toBe(true);
	expect(await isOnTop(bench.check)).toBe(true);
	expect(await linesInSight(page)).toBeGreaterThanOrEqual(6);

	// The keyboard comes while somebody writes: less is left, not the line.
	await page.setViewportSize(PHONE);
	await page.setViewportSize(WITH_KEYBOARD);
	await expect(typed).toBeInViewport({ ratio: 1 });
	expect(await isOnTop(typed)).toBe(true);
});

test('a browser that lays its keyboard over the page, as Safari does, hides neither', async ({ page }) => {
	await page.addInitScript(() => {
		const viewport = Object.assign(new EventTarget(), { height: 740, offsetTop: 0, scale: 1 });
		Object.defineProperty(window, 'visualViewport', { value: viewport, configurable: true });
	});
	const bench = await openCode(page, 'nl');
	await bench.write(MANY_LINES);
	await bench.editor().press('ControlOrMeta+End');
	const cover = (height: number) =>
		page.evaluate((height) => {
			Object.assign(window.visualViewport!, { height });
			window.visualViewport!.dispatchEvent(new Event('resize'));
		}, height);
	await cover(420);
	const last = page.locator('.cm-line').last();
	for (const one of [bench.check, last]) {
		await expect.poll(async () => (await one.boundingBox())!.y).toBeLessThan(400);
		const { y, height } = (await one.boundingBox())!;
		expect(y + height).toBeLessThanOrEqual(420);
		expect(await isOnTop(one)).toBe(true);
	}
	await cover(740);
	await expect.poll(async () => (await bench.check.boundingBox())!.y).toBeGreaterThan(600);
});

test('however far a task is scrolled, its tabs can be pressed', async ({ page }) => {
	const bench = await new Workbench(page, 'fr', FIRST).open();
	for (const y of [0, 30, 100, 5000]) {
		await page.evaluate((y) => window.scrollTo(0, y), y);
		const code = page.getByRole('tab', { name: bench.say('exercise.pane.code') });
		await expect(code).toBeInViewport({ ratio: 1 });
		expect(await isOnTop(code), `${y} px`).toBe(true);
	}
});

test('Back leads from the results to the code, and from there out of the exercise', async ({ page }) => {
	await page.goto('/nl/map');
	const bench = await openCode(page, 'nl');
	const tab = (pane: 'code' | 'results' | 'brief') =>
		page.getByRole('tab', { name: bench.say(`exercise.pane.${pane}`) });
	const { code } = mistakeOf(FIRST, 'city-forgotten');
	await bench.write(code);
	await bench.check.tap();
	await expect(bench.verdict).toBeVisible();
	await page.goBack();
	await expect(tab('code')).toHaveAttribute('aria-selected', 'true');
	await expect.poll(() => bench.text()).toBe(code);
	await page.goForward();
	await expect(tab('results')).toHaveAttribute('aria-selected', 'true');
	await expect(bench.verdict).toBeVisible();
	// A tab that is pressed leaves no entry behind.
	await tab('brief').tap();
	await expect(tab('brief')).toHaveAttribute('aria-selected', 'true');
	await bench.check.tap();
	await expect(tab('results')).toHaveAttribute('aria-selected', 'true');
	await tab('code').tap();
	await expect(tab('code')).toHaveAttribute('aria-selected', 'true');
	await page.waitForFunction(() => !history.state?.['sveltekit:states']?.pane);
	await page.goBack();
	await expect(page).toHaveURL(/\/nl\/map$/);
});

test('what the results lead to is in sight: a hint, the line of an error', async ({ page }) => {
	const bench = await openCode(page, 'fr');
	const { say } = bench;
	const fail = async (code: string) => {
		await page.getByRole('tab', { name: say('exercise.pane.code') }).tap();
		await bench.write(code);
		await bench.check.tap();
		await expect(bench.verdict).toBeVisible();
	};
	const expectInSight = async (target: Locator) => {
		// The browser is back from the entry of the results.
		await page.waitForFunction(() => !history.state?.['sveltekit:states']?.pane);
		await expect(target).toBeInViewport({ ratio: 1 });
		expect(await isOnTop(target)).toBe(true);
	};
	await fail(mistakeOf(FIRST, 'city-forgotten').code);
	await bench.results.getByRole('button', { name: say('result.hint') }).tap();
	await expectInSight(page.getByRole('listitem').filter({ hasText: say('exercise.hint', { number: 1 }) }));
	await fail(`${MANY_LINES}\nlet = 5;`);
	await bench.results.locator('.where').first().tap();
	await expectInSight(page.locator('.cm-line').filter({ hasText: 'let = 5;' }));
});

const SCREENS = [
	['a small phone', { width: 320, height: 600 }],
	['a tablet', { width: 820, height: 1180 }],
	['half of a tablet', { width: 410, height: 1180 }],
	['a phone on its side', { width: 740, height: 360 }]
] as const;

async function expectNoSideways(page: Page, what: string): Promise<void> {
	const width = await page.evaluate(() => document.documentElement.clientWidth);
	const wide = await page.evaluate(() => document.scrollingElement!.scrollWidth);
	expect.soft(wide, `${what}: nothing sideways`).toBeLessThanOrEqual(width);
}

async function expectOnTop(targets: Locator, what: string): Promise<void> {
	for (const target of await targets.all()) {
		await target.scrollIntoViewIfNeeded();
		const name = await target.evaluate(({ ariaLabel, textContent }) => ariaLabel ?? textContent.trim());
		expect.soft(await isOnTop(target), `${what}: ${name}`).toBe(true);
	}
}

async function expectAllWithinReach(page: Page, bench: Workbench, what: string): Promise<void> {
	await expectNoSideways(page, what);
	await bench.editor(MAIN).focus();
	expect.soft(await linesInSight(page), `${what}: lines of code`).toBeGreaterThanOrEqual(6);
	await expectOnTop(
		page.locator('.tools button:not(.plain), .actions :is(.bar button, summary), .panes-tabs button'),
		what
	);
}

/** More stops than a page has. */
const MOST_STOPS = 120;

/** From the top of the page to its end with Tab: nothing that stays in its place lies on what has the focus. */
async function expectStopsInSight(page: Page, what: string): Promise<void> {
	await page.evaluate(() => {
		(document.activeElement as HTMLElement).blur();
		window.scrollTo(0, 0);
	});
	const focus = page.locator(':focus');
	for (let stop = 0; stop < MOST_STOPS; stop++) {
		await page.keyboard.press('Tab');
		if ((await focus.count()) === 0) return;
		const name = await focus.evaluate(
			({ ariaLabel, textContent, tagName }) => `${tagName} ${ariaLabel ?? textContent.trim()}`
		);
		expect.soft(await isOnTop(focus), `${what}: ${name}`).toBe(true);
	}
	throw new Error(`${what} has more than ${MOST_STOPS} stops`);
}

/** In each pane that has a tab; in the code's, Tab writes. */
async function expectEveryPaneWithinReach(page: Page, what: string): Promise<void> {
	for (const tab of await page.locator('.panes-tabs button:not([aria-controls="pane-code"])').all()) {
		await tab.click();
		const pane = `${what}, ${await tab.textContent()}`;
		await expectNoSideways(page, pane);
		await expectStopsInSight(page, pane);
	}
}

/** As somebody has set it in the browser, who reads letters of twice the size. */
async function doubleLetters(page: Page): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
}

for (const locale of ['fr', 'nl'] as const)
	test(`on every screen six lines of code are in sight and nothing lies on anything (${locale})`, async ({
		page
	}) => {
		const bench = await openCode(page, locale);
		await bench.write(MANY_LINES);
		for (const [what, size] of SCREENS) {
			await page.setViewportSize(size);
			await expectAllWithinReach(page, bench, what);
		}
		await page.setViewportSize(PHONE);
		await doubleLetters(page);
		await expectAllWithinReach(page, bench, 'letters of twice the size');
	});

const ENLARGED = [
	['a desktop at 400 %', { width: 320, height: 256 }, false],
	['a laptop with letters of twice the size', { width: 1440, height: 900 }, true]
] as const;
/** One file; a page, with four tabs; a program of Node, with fields for its start. */
const STATIONS = [FIRST, 'programming/todo-list', 'programming/count-lines'];

for (const [what, viewport, doubled] of ENLARGED)
	test.describe(what, () => {
		test.use({ viewport, hasTouch: false, isMobile: false });
		test('shows six lines of code, and everything can be reached', async ({ page }) => {
			await preferEditor(page, 'light');
			if (doubled) await doubleLetters(page);
			for (const id of STATIONS) {
				const bench = await openCode(page, 'fr', id);
				await expectAllWithinReach(page, bench, id);
				await expectEveryPaneWithinReach(page, id);
			}
			await page.goto('/nl/map');
			await expectNoSideways(page, 'map');
			await expectStopsInSight(page, 'map');
		});
	});
