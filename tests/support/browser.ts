import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { BROWSER_ARGS, ensureBrowser, FEATURES_OFF } from '../../scripts/browser.mjs';

/** Pages of one test file, each in a context of its own. */
export interface OpenBrowser {
	newPage(options?: BrowserContextOptions): Promise<Page>;
	/** Closes the pages that were opened here, and no others. */
	close(): Promise<void>;
}

/** A learner's computer in another zone and language than the stated ones: nothing that a run does may show it. */
export const launchBrowser = (args: readonly string[] = []): Promise<Browser> =>
	chromium.launch({
		executablePath: ensureBrowser(),
		args: [...BROWSER_ARGS, '--lang=fr', ...args],
		env: { ...process.env, TZ: 'Pacific/Auckland', LANGUAGE: 'fr' }
	});

let shared: Promise<Browser> | null = null;

/** The one browser of this process; a new one where a test has brought it to its end. */
function sharedBrowser(): Promise<Browser> {
	const forget = () => void (shared = null);
	shared ??= launchBrowser([FEATURES_OFF]).then(
		(browser) => browser.once('disconnected', forget),
		(error: unknown) => {
			forget();
			throw error;
		}
	);
	return shared;
}

/**
 * A browser for a test file. Files that share a process share it, and it ends with the process: a start takes two to three
 * seconds of processor time. With `args` of its own it is the file's own, started here and ended by `close`.
 */
export async function openBrowser(args: readonly string[] = []): Promise<OpenBrowser> {
	const browser = await (args.length > 0 ? launchBrowser([FEATURES_OFF, ...args]) : sharedBrowser());
	const opened: Page[] = [];
	return {
		async newPage(options) {
			const page = await browser.newPage(options);
			opened.push(page);
			return page;
		},
		async close() {
			await Promise.all(opened.map((page) => page.context().close()));
			if (args.length > 0) await browser.close();
		}
	};
}
