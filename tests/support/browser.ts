import { chromium, type Browser } from 'playwright';
import { BROWSER_ARGS, ensureBrowser } from '../../scripts/browser.mjs';

/**
 * A learner's computer in another zone and language than the stated ones: nothing that a run does may show it.
 * @param args for this browser only
 */
export const launchBrowser = (args: readonly string[] = []): Promise<Browser> =>
	chromium.launch({
		executablePath: ensureBrowser(),
		args: [...BROWSER_ARGS, '--lang=fr', ...args],
		env: { ...process.env, TZ: 'Pacific/Auckland', LANGUAGE: 'fr' }
	});
