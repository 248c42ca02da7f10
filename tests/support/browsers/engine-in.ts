import type { Plan } from '../../../src/lib/contract/plan.ts';
import type { Attempt, AttemptOptions } from '../attempt-run.ts';
import { WORKER_SCRIPT } from '../engine-page.ts';
import { servePage } from '../serve-page.ts';
import type { WebDriver } from './webdriver.ts';

export interface EngineIn {
	browser: WebDriver;
	/** Every request the server saw besides the page's own. */
	strangeRequests: string[];
	run(plan: Plan, options?: AttemptOptions): Promise<Attempt>;
	close(): Promise<void>;
}

/** A test's page in a browser that is not Chromium; its script sets `window.booted` and `window.runPlan`. */
async function openIn(open: () => Promise<WebDriver>, script: string): Promise<EngineIn> {
	const browser = await open();
	const served = await servePage(script);
	const close = async () => {
		await browser.close();
		await served.close();
	};
	try {
		await browser.goto(served.url);
		await browser.evaluate('await window.booted');
	} catch (error) {
		await close();
		throw error;
	}
	return {
		browser,
		strangeRequests: served.strangeRequests,
		// As text: what a driver hands over is not always an object of the page's own realm.
		run: (plan, options = {}) =>
			browser.evaluate('return window.runPlan(...JSON.parse(args[0]))', JSON.stringify([plan, options])),
		close
	};
}

/** The real worker engine. */
export const openWorkerIn = (open: () => Promise<WebDriver>): Promise<EngineIn> =>
	openIn(open, WORKER_SCRIPT);
