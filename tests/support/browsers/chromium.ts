import { launchBrowser } from '../browser.ts';
import { driverOver, type Command, type WebDriver } from './webdriver.ts';

/** Nothing but this machine can be reached. */
const ONLY_HERE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';

/** Chromium, driven as the others are: the same scripts run in it. */
export async function openChromium(): Promise<WebDriver> {
	const browser = await launchBrowser([ONLY_HERE]);
	const page = await browser.newPage({ viewport: { width: 1366, height: 900 } });
	const command: Command = async (_, name, body = {}) => {
		const { url, script, args } = body as { url: string; script: string; args: unknown[] };
		if (name === 'url') return void (await page.goto(url));
		return page.evaluate(
			`new Promise((done) => (function () { ${script} })(...${JSON.stringify(args)}, done))`
		);
	};
	return {
		...driverOver(command, () => browser.close()),
		press: (keys) => page.keyboard.press(keys),
		type: (text) => page.keyboard.type(text),
		resize: (width, height) => page.setViewportSize({ width, height }),
		picture: () => page.screenshot()
	};
}
