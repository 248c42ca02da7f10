import { guardLoops } from '../../../src/lib/compile/guard-loops.ts';
import type { Plan } from '../../../src/lib/contract/plan.ts';
import type { Attempt, AttemptOptions } from '../attempt-run.ts';
import { DOM_SCRIPT, pageFrames } from '../dom-page.ts';
import { WORKER_SCRIPT } from '../engine-page.ts';
import { servePage, type ServedFiles } from '../serve-page.ts';
import type { WebDriver } from './webdriver.ts';

export interface EngineIn {
	browser: WebDriver;
	/** Every request the server saw besides the page's own. */
	strangeRequests: string[];
	run(plan: Plan, options?: AttemptOptions): Promise<Attempt>;
	close(): Promise<void>;
}

/** A test's page in a browser that is not Chromium; its script sets `window.booted` and `window.runPlan`. */
async function openIn(
	open: () => Promise<WebDriver>,
	script: string,
	more: ServedFiles = {},
	changed = (plan: Plan): Plan => plan
): Promise<EngineIn> {
	const browser = await open();
	const served = await servePage(script, more);
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
			browser.evaluate(
				'return window.runPlan(...JSON.parse(args[0]))',
				JSON.stringify([changed(plan), options])
			),
		close
	};
}

/** The real worker engine. */
export const openWorkerIn = (open: () => Promise<WebDriver>): Promise<EngineIn> =>
	openIn(open, WORKER_SCRIPT);

/** As the site does it in these browsers. */
export const guarded = (plan: Plan): Plan => ({
	...plan,
	learner: { ...plan.learner, code: guardLoops(plan.learner.code) }
});

/** The real dom engine, and a preview where a test asks for it. */
export const openDomIn = async (open: () => Promise<WebDriver>): Promise<EngineIn> =>
	openIn(open, DOM_SCRIPT, await pageFrames(), guarded);
