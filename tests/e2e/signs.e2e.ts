import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import type { Locale } from '../../src/lib/contract/locale.ts';
import type { SignWords } from '../../src/lib/i18n/signs.ts';
import { SIGNS } from '../../src/lib/ui/signs/keyboards.ts';
import { accessibilityProblems } from './support/axe.ts';
import { exerciseIds } from './support/exercise.ts';
import { expectFocusVisible } from './support/keyboard.ts';
import { expect, test } from './support/site.ts';
import { Workbench } from './support/workbench.ts';

const [FIRST = ''] = exerciseIds;

/** The card, and what is in it. */
function signsOf(page: Page, locale: Locale) {
	const file = new URL(`../../src/lib/i18n/signs/${locale}.json`, import.meta.url);
	const words = JSON.parse(readFileSync(file, 'utf8')) as SignWords;
	const open = page.getByRole('button', { name: words.title, exact: true });
	const card = page.getByRole('region', { name: words.title });
	return {
		words,
		open,
		card,
		sign: (sign: (typeof SIGNS)[number]) => card.locator(`[data-sign=${JSON.stringify(sign)}]`),
		keyboard: (id: keyof typeof words.keyboards) => card.locator(`[data-keyboard="${id}"]`),
		change: card.getByRole('button', { name: words.change })
	};
}

test.describe('on a phone', () => {
	test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

	test('a sign is tapped into the code where the cursor is, also with half of the screen under a keyboard', async ({
		page
	}) => {
		const bench = await new Workbench(page, 'fr', FIRST).open();
		const { say } = bench;
		await page.getByRole('tab', { name: say('exercise.pane.code') }).tap();
		const { card, open, sign, keyboard, change, words } = signsOf(page, 'fr');
		await bench.lightReady();
		await bench.write('console.log()');
		await page.keyboard.press('ArrowLeft');
		await expect(open).toHaveAttribute('aria-expanded', 'false');
		await open.tap();
		await expect(open).toHaveAttribute('aria-expanded', 'true');
		// What the device is like is asked first; without a mouse the keys are probably on the screen.
		await expect(card.locator('[data-keyboard]').first()).toHaveAttribute('data-keyboard', 'touch');
		expect(await accessibilityProblems(page)).toEqual([]);
		await keyboard('touch').tap();
		expect(await accessibilityProblems(page)).toEqual([]);
		await page.emulateMedia({ colorScheme: 'dark' });
		expect(await accessibilityProblems(page)).toEqual([]);

		await sign('[').tap();
		await expect(bench.editor()).toBeFocused();
		// As with the key itself, the editor closes what was opened, and what is written again over it.
		await expect.poll(() => bench.text()).toBe('console.log([])');
		await sign(']').tap();
		await expect.poll(() => bench.text()).toBe('console.log([])');
		await expect(bench.editor()).toBeFocused();
		await page.keyboard.press('ControlOrMeta+z');
		await expect.poll(() => bench.text()).toBe('console.log()');

		await page.setViewportSize({ width: 360, height: 400 });
		await bench.editor().tap({ position: { x: 40, y: 20 } });
		for (const one of SIGNS) await expect(sign(one)).toBeInViewport({ ratio: 1 });
		const [top, bottom] = await Promise.all([card.boundingBox(), bench.check.boundingBox()]);
		expect(bottom!.y - (top!.y + top!.height), 'three lines of code have room').toBeGreaterThan(70);
		const wide = await page.evaluate(() => document.scrollingElement?.scrollWidth);
		expect(wide).toBeLessThanOrEqual(360);

		// Another day: the device is not asked again.
		await page.setViewportSize({ width: 360, height: 740 });
		await page.reload();
		await bench.ready();
		await page.getByRole('tab', { name: say('exercise.pane.code') }).tap();
		await open.tap();
		await expect(sign('{')).toBeVisible();
		await expect(card.locator('[data-keyboard]')).toHaveCount(0);
		await change.tap();
		await keyboard('mac-azerty').tap();
		await expect(sign('{')).toHaveAccessibleName(`${words.names['{']}, ${words.keys.Option} + 5`);
		const still = await page.evaluate(() => document.scrollingElement?.scrollWidth);
		expect(still).toBeLessThanOrEqual(360);
	});
});

test.describe('on a large screen', () => {
	test.use({ viewport: { width: 1440, height: 900 } });

	test('the keys alone open the card, choose a keyboard, write a sign and close it', async ({ page }) => {
		const bench = await new Workbench(page, 'nl', FIRST).open();
		const { keyboard } = page;
		const { card, open, sign, keyboard: choice, words } = signsOf(page, 'nl');
		await bench.writeRich('let x = ;');
		await keyboard.press('ArrowLeft');
		await open.focus();
		await keyboard.press('Enter');
		await expect(card.locator('[data-keyboard]').first()).toBeFocused();
		await expectFocusVisible(page);
		expect(await accessibilityProblems(page)).toEqual([]);
		await choice('be').focus();
		await keyboard.press('Enter');
		await expect(sign('{')).toBeFocused();
		await expectFocusVisible(page);
		await expect(sign('{')).toHaveAccessibleName(`${words.names['{']}, ${words.keys.AltGr} + 9`);
		await expect(sign('~')).toContainText(`${words['then-space']}${words.keys.Space}`);
		expect(await accessibilityProblems(page)).toEqual([]);
		await keyboard.press('End');
		await expect(sign('~')).toBeFocused();
		await keyboard.press('Home');
		await keyboard.press('ArrowRight');
		await keyboard.press('ArrowRight');
		await expect(sign('[')).toBeFocused();
		await keyboard.press('Enter');
		// As with the key itself, the editor closes what was opened.
		await expect.poll(() => bench.text()).toBe('let x = [];');
		await expect(bench.editor()).toBeFocused();
		await keyboard.press('ControlOrMeta+Z');
		await expect.poll(() => bench.text()).toBe('let x = ;');

		await sign('[').focus();
		await keyboard.press('Escape');
		await expect(card).toHaveCount(0);
		await expect(open).toBeFocused();
		await expectFocusVisible(page);
	});

	test('AltGr, as Windows sends it, writes and checks nothing; Ctrl alone still does', async ({ page }) => {
		const bench = await new Workbench(page, 'nl', FIRST).open();
		await bench.writeRich('');
		/** Whether somebody took the keys as a command. The codes are those of the keys of a Belgian keyboard. */
		const taken = (key: string, keyCode: number) =>
			bench.editor().evaluate((area, init) => !area.dispatchEvent(new KeyboardEvent('keydown', init)), {
				key,
				keyCode,
				ctrlKey: true,
				altKey: true,
				bubbles: true,
				cancelable: true
			});
		const codes: [string, number][] = [
			['{', 57],
			['}', 48],
			['[', 221],
			[']', 186],
			['#', 51],
			['|', 49],
			['@', 50],
			['\\', 226],
			['Dead', 187],
			['Enter', 13]
		];
		for (const [key, code] of codes) expect(await taken(key, code), key).toBe(false);
		await expect(bench.verdict).toHaveCount(0);
		await expect(bench.stop).toHaveCount(0);
		await bench.editor().press('ControlOrMeta+Enter');
		await expect(bench.verdict).toBeVisible();
	});
});
