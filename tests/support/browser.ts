import { chromium, type Browser } from 'playwright';
import { BROWSER_ARGS, ensureBrowser } from '../../scripts/browser.mjs';

export const launchBrowser = (): Promise<Browser> =>
	chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_ARGS });
