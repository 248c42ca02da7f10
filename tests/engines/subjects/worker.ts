import { openEnginePage, type EnginePage } from '../../support/engine-page.ts';
import type { Subject } from './subject.ts';

export async function openWorker(): Promise<Subject> {
	const page: EnginePage = await openEnginePage();
	return {
		need: 'worker',
		session: { run: async (plan) => (await page.run(plan)).report, dispose() {} },
		runAsIs: async (plan) => (await page.run(plan)).report,
		attempt: (plan, options) => page.run(plan, options),
		close: () => page.close()
	};
}
