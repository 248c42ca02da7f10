import type { EngineIn } from '../../support/browsers/engine-in.ts';
import type { Subject } from './subject.ts';

/** The worker engine in a browser that is not Chromium. */
export const workerIn = (open: () => Promise<EngineIn>) => async (): Promise<Subject> => {
	const page = await open();
	return {
		need: 'worker',
		session: { run: async (plan) => (await page.run(plan)).report, dispose() {} },
		runAsIs: async (plan) => (await page.run(plan)).report,
		attempt: (plan, options) => page.run(plan, options),
		close: () => page.close()
	};
};
