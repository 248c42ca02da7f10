import type { Page } from 'playwright';
import type { Plan } from '../../src/lib/contract/plan.ts';
import type { Attempt, AttemptOptions } from './attempt-run.ts';
import { launchBrowser } from './browser.ts';
import { servePage, type ServedFiles } from './serve-page.ts';

/** The page's side: the real worker engine, and a way to run a plan from the test. */
export const WORKER_SCRIPT = `
import { attemptRun } from './tests/support/attempt-run.ts';
import { createWorkerEngine } from './src/lib/engines/worker/worker-engine.ts';
const engine = createWorkerEngine({ sandboxUrl: '/engine/sandbox.html' });
const session = engine.boot(new AbortController().signal);
window.secret = 'the page';
window.longestStall = 0;
let last = performance.now();
setInterval(() => { const now = performance.now(); window.longestStall = Math.max(window.longestStall, now - last - 10); last = now; }, 10);
window.runPlan = async (plan, options) => attemptRun(await session, plan, options);
window.prepareRun = async (likely) => (await session).prepare(likely);
window.engineSession = session;
window.booted = session.then(() => true);
`;

export interface EnginePage {
	page: Page;
	run(plan: Plan, options?: AttemptOptions): Promise<Attempt>;
	/** Every request the server saw besides the page's own. */
	strangeRequests: string[];
	close(): Promise<void>;
}

/**
 * Opens the real worker engine in real Chromium, on a page isolated like the site's. `script` (TypeScript, run from the
 * project's root) takes the place of the page's own; it must set `window.booted`. `args`: of a browser of its own.
 */
export async function openEnginePage(
	script = WORKER_SCRIPT,
	more: ServedFiles = {},
	args: readonly string[] = []
): Promise<EnginePage> {
	const served = await servePage(script, more);
	const browser = await launchBrowser(args);
	const page = await browser.newPage();
	await page.goto(served.url);
	await page.evaluate('window.booted');
	return {
		page,
		strangeRequests: served.strangeRequests,
		run: (plan, options) =>
			page.evaluate(
				([plan, options]) =>
					(window as never as { runPlan: (...a: unknown[]) => never }).runPlan(plan, options),
				[plan, options] as const
			),
		async close() {
			await browser.close();
			await served.close();
		}
	};
}
