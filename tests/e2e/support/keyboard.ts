import { expect, type Locator, type Page } from 'playwright/test';

/** What has the focus, in words, and whether a person can see that it has. */
const focused = (page: Page): Promise<{ what: string; visible: boolean }> =>
	page.evaluate(() => {
		const element = document.activeElement;
		if (!element || element === document.body) return { what: 'body', visible: false };
		const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? '';
		const what = `${element.localName}${element.id ? `#${element.id}` : ''} "${name}"`;
		const ringed = (one: Element): boolean => {
			const { outlineStyle, outlineWidth } = getComputedStyle(one);
			return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
		};
		// A station of the drawn map shows its ring as a circle of its own.
		const circle = element.querySelector('circle.focus');
		const frame = element.closest('.monaco-editor, .cm-editor')?.parentElement;
		const visible =
			ringed(element) ||
			(circle !== null && getComputedStyle(circle).stroke !== 'none') ||
			(frame != null &&
				(ringed(frame) || element.closest('.monaco-editor.focused, .cm-editor.cm-focused') !== null));
		return { what, visible };
	});

/** Fails where the focus is on nothing or cannot be seen. */
export async function expectFocusVisible(page: Page): Promise<void> {
	const { what } = await focused(page);
	// An editor draws its ring a moment later.
	await expect
		.poll(async () => (await focused(page)).visible, { message: `the focus on ${what} must be visible` })
		.toBe(true);
}

/** Presses Tab until `target` has the focus; every stop on the way must be visible. */
export async function tabTo(page: Page, target: Locator, { key = 'Tab', atMost = 60 } = {}): Promise<void> {
	for (let press = 0; press < atMost; press += 1) {
		await page.keyboard.press(key);
		await expectFocusVisible(page);
		if (await target.evaluate((element) => element === document.activeElement)) return;
	}
	throw new Error(`${target} was not reached with ${atMost} × ${key}`);
}
