import type { EngineNeed } from '../../../src/lib/contract/exercise.ts';
import { openDomPage } from '../../support/dom-page.ts';
import type { Subject } from './subject.ts';

/** The dom engine in Chromium, with plans of either need. */
export const openDom = (need: EngineNeed) => async (): Promise<Subject> => {
	const page = await openDomPage();
	return {
		need,
		session: { run: async (plan) => (await page.run(plan)).report, dispose() {} },
		runAsIs: async (plan) => (await page.run(plan)).report,
		attempt: (plan, options) => page.run(plan, options),
		close: () => page.close()
	};
};
