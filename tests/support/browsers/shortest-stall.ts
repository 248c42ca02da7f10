import type { WebDriver } from './webdriver.ts';

/**
 * How long a page stood still while `work` was done, milliseconds; its script keeps `window.longestStall`. Another process may have
 * had the processor, and what holds the page does so each time: so the shortest of three tries, or the first below `enough`.
 */
export async function shortestStall(
	browser: WebDriver,
	enough: number,
	work: () => Promise<void>
): Promise<number> {
	let least = Infinity;
	for (let tries = 0; tries < 3 && least >= enough; tries++) {
		await browser.evaluate('window.longestStall = 0');
		await work();
		least = Math.min(least, await browser.evaluate<number>('return window.longestStall'));
	}
	return least;
}
