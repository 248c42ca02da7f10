import type { Page } from 'playwright';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import { launchBrowser } from './browser.ts';

/** A page as it is asked of Chromium by itself, without a sandbox. */
interface Asked {
	/** The document; the other files of the page. */
	html: string;
	files?: FileMap | undefined;
}

export const documentOf = (html: string): string => `<!doctype html><html lang="en">${html}</html>`;

/** Opens each page in Chromium itself, and gives what `look` finds there, by its name. */
export async function askChromium<Case extends Asked>(
	cases: Readonly<Record<string, Case>>,
	look: (page: Page, one: Case) => Promise<unknown>,
	before: (page: Page) => Promise<unknown> = async () => {}
): Promise<Record<string, unknown>> {
	const browser = await launchBrowser();
	const page = await browser.newPage();
	await before(page);
	const found: Record<string, unknown> = {};
	for (const [name, one] of Object.entries(cases)) {
		await page.route('http://page.test/**', (route) => {
			const script = one.files?.[new URL(route.request().url()).pathname.slice(1)];
			return script === undefined
				? route.fulfill({ contentType: 'text/html', body: documentOf(one.html) })
				: route.fulfill({ contentType: 'text/javascript', body: script });
		});
		await page.goto('http://page.test/');
		found[name] = await look(page, one);
		await page.unrouteAll();
	}
	await browser.close();
	return found;
}
