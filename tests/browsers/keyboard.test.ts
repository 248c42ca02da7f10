import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS } from '../support/browsers/browsers.ts';
import { until } from '../support/browsers/until.ts';
import type { WebDriver } from '../support/browsers/webdriver.ts';
import { openHere } from '../support/not-here.ts';
import { startSite } from '../support/site.ts';

const FIRST = 'programming/hello-brussels';
const WRONG = 'console.log("Hello");';
const RIGHT = 'console.log("Bonjour Bruxelles");\nconsole.log("Il fait beau");';
const EDITOR = '.cm-editor';
const VERDICT = '#pane-results [data-verdict]';
/** More stops than a page of ours has before what somebody looks for. */
const MOST_STOPS = 60;

let site: Awaited<ReturnType<typeof startSite>>;
beforeAll(async () => void (site = await startSite({ path: `/fr/${FIRST}` })), 180_000);
afterAll(() => site?.stop());

describe.each(BROWSERS)('in %s', (_, open) => {
	let browser: WebDriver;
	openHere(async () => {
		browser = await open();
		await browser.goto(`${site.origin}/fr`);
		await browser.evaluate(
			`localStorage.setItem('passerelle.editor', JSON.stringify({ fontSize: 16, kind: 'light' }));`
		);
	});
	afterAll(() => browser?.close());

	const isIn = (selector: string): Promise<boolean> =>
		browser.evaluate(`return document.activeElement.closest(args[0]) !== null`, selector);
	/** Presses Tab until the focus is there, if it is not yet; on its way each stop can be seen. */
	async function tabTo(selector: string, key = 'Tab'): Promise<void> {
		for (let stop = 0; stop < MOST_STOPS; stop++) {
			if (await isIn(selector)) return;
			await browser.press(key);
			const hidden = await browser.evaluate<string | null>(
				`const { activeElement: at } = document;
				return at === document.body || at.matches(':focus-visible') ? null : at.outerHTML.slice(0, 200)`
			);
			expect(hidden, 'the focus can be seen').toBe(null);
		}
		throw new Error(`${selector} was not reached with ${MOST_STOPS} × ${key}`);
	}
	async function write(code: string): Promise<void> {
		await browser.press('Control+a');
		await browser.type(code);
		await until(
			browser,
			`document.querySelector('.cm-content').innerText.trim() === ${JSON.stringify(code)}`
		);
	}

	test('from the home page to the second station with a keyboard alone', { timeout: 180_000 }, async () => {
		await browser.goto(`${site.origin}/fr`);
		await tabTo(`main a[href$="${FIRST}"]`);
		await browser.press('Enter');
		await until(browser, `location.pathname.endsWith('${FIRST}')`);
		await until(
			browser,
			`document.querySelector('[data-ready="true"]') && document.querySelector('${EDITOR}')`
		);

		await tabTo(EDITOR);
		await write(WRONG);
		// Tab writes here; Escape, then Tab, leaves.
		await browser.press('Tab');
		expect(await isIn(EDITOR)).toBe(true);
		await browser.press('Escape');
		await browser.press('Tab');
		expect(await isIn(EDITOR)).toBe(false);
		await tabTo('[data-action="check"]');
		await browser.press('Enter');
		await until(browser, `document.querySelector('${VERDICT}')`);
		expect(await browser.evaluate('return document.activeElement === document.body')).toBe(false);

		const passed = '#pane-results details.passed';
		await tabTo(`${passed} > summary`);
		await browser.press('Enter');
		await until(browser, `document.querySelector('${passed}').open`);

		await tabTo(EDITOR, 'Shift+Tab');
		await write(RIGHT);
		await browser.press('Control+Enter');
		await until(browser, `document.querySelector('#pane-results .done')`);
		expect(await isIn(EDITOR)).toBe(true);
		await browser.press('Escape');
		await tabTo('#pane-results .done a[href]');
		const next = await browser.evaluate<string>('return document.activeElement.pathname');
		await browser.press('Enter');
		await until(browser, `location.pathname === ${JSON.stringify(next)}`);
		await until(browser, `document.querySelector('[data-ready="true"]')`);
		expect(next).not.toContain(FIRST);
	});
});
