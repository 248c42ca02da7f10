import { expect, type Page } from 'playwright/test';

/** Everything that the open page's build keeps, as addresses without the origin. */
export const keptOn = (page: Page): Promise<string[]> =>
	page.evaluate(async () => {
		const names = (await caches.keys()).filter((name) => name.startsWith('passerelle-'));
		const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return keys.flat().map(({ url }) => url.slice(location.origin.length));
	});

/** Resolves when the worker answers for this page and the device has what begins like these. */
export async function untilKept(page: Page, ...beginnings: string[]): Promise<void> {
	const missing = async (): Promise<string[]> => {
		const kept = await keptOn(page);
		return beginnings.filter((beginning) => !kept.some((address) => address.startsWith(beginning)));
	};
	await expect.poll(missing, { timeout: 180_000 }).toEqual([]);
	await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}
