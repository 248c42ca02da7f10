import type { EngineNeed } from '../../../src/lib/contract/exercise.ts';
import { openDomIn, openWorkerIn, type EngineIn } from '../../support/browsers/engine-in.ts';
import type { WebDriver } from '../../support/browsers/webdriver.ts';
import type { Subject } from './subject.ts';

const subjectIn = async (need: EngineNeed, opening: Promise<EngineIn>): Promise<Subject> => {
	const page = await opening;
	return {
		need,
		session: { run: async (plan) => (await page.run(plan)).report, dispose() {} },
		runAsIs: async (plan) => (await page.run(plan)).report,
		attempt: (plan, options) => page.run(plan, options),
		close: () => page.close()
	};
};

/** The worker engine in a browser that is not Chromium. */
export const workerIn = (open: () => Promise<WebDriver>) => () => subjectIn('worker', openWorkerIn(open));

/** The dom engine there, with plans of either need. */
export const domIn = (need: EngineNeed, open: () => Promise<WebDriver>) => () =>
	subjectIn(need, openDomIn(open));
