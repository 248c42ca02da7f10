import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BenchIn } from '../support/browsers/bench-in.ts';
import { openFirefox } from '../support/browsers/firefox.ts';
import type { WebDriver } from '../support/browsers/webdriver.ts';
import { openHere } from '../support/not-here.ts';
import { startSite } from '../support/site.ts';

/*
 * Firefox as people have it who let sites keep nothing. Its refusals are its own: with every storage it refuses the channel between
 * tabs and the locks. In Chromium such windows are made: tests/e2e/not-kept.e2e.ts.
 */

const STATION = 'programming/your-name';
const TYPED = '// typed here';
const WINDOWS = [
	['that refuses every storage', { 'network.cookie.cookieBehavior': 2 }, true],
	[
		'without a database',
		{
			'browser.privatebrowsing.autostart': true,
			'dom.indexedDB.enabled': false,
			'dom.indexedDB.privateBrowsing.enabled': false
		},
		true
	],
	['that is private', { 'browser.privatebrowsing.autostart': true }, false]
] as const;

let site: Awaited<ReturnType<typeof startSite>>;
beforeAll(async () => void (site = await startSite({ path: `/fr/${STATION}` })), 180_000);
afterAll(() => site?.stop());

describe.each(WINDOWS)('a window of Firefox %s', (_, preferences, isSaid) => {
	let browser: WebDriver;
	let bench: BenchIn;
	openHere(async () => {
		browser = await openFirefox(preferences);
		bench = new BenchIn(browser);
	});
	afterAll(() => browser?.close());

	const editor = `document.querySelector('.cm-content, .monaco-editor textarea')`;
	const hasTyped = `(document.querySelector('.cm-content, .view-lines')?.textContent ?? '').replaceAll('\u00a0', ' ').includes('${TYPED}')`;
	const said = `document.body.innerText.includes('Ce navigateur ne garde rien')`;

	test(
		'works, says whether it keeps anything, and has what was typed from page to page',
		{
			timeout: 120_000
		},
		async () => {
			await browser.goto(`${site.origin}/fr/${STATION}`);
			await bench.ready();
			await bench.until(editor);
			await browser.evaluate(`${editor}.focus()`);
			await browser.type(`${TYPED}\n`);
			await bench.until(hasTyped);
			expect(await bench.check()).toMatchObject({ tone: 'warn', engine: 'worker' });
			expect(await browser.evaluate(`return ${said}`)).toBe(isSaid);

			await browser.evaluate(`document.querySelector('a[href$="/fr/map"]').click()`);
			await bench.until(`location.pathname.startsWith('/fr/map')`);
			await browser.evaluate('history.back()');
			await bench.ready();
			await bench.until(hasTyped);
		}
	);
});
