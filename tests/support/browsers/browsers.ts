import { openChromium } from './chromium.ts';
import { openFirefox } from './firefox.ts';
import type { WebDriver } from './webdriver.ts';
import { openWebKit } from './webkit.ts';

/** Browsers besides Chromium that learners have: name → what opens it, or rejects with `NotHere`. */
export const OTHER_BROWSERS: readonly (readonly [name: string, open: () => Promise<WebDriver>])[] = [
	['Firefox', () => openFirefox()],
	['WebKit', openWebKit]
];

/** All three kinds of browser. */
export const BROWSERS: typeof OTHER_BROWSERS = [['Chromium', openChromium], ...OTHER_BROWSERS];
