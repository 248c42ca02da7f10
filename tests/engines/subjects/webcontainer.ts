import { openContainerPage } from '../../support/container-page.ts';
import type { Subject } from './subject.ts';

/** The engine and the real client in Chromium, with the stand-in for the service. */
export async function openWebcontainer(): Promise<Subject> {
	const page = await openContainerPage();
	const { reason } = await page.boot();
	if (reason) throw new Error(`The container did not boot: ${reason}`);
	return {
		need: 'node',
		session: { run: async (plan) => (await page.run(plan)).report, dispose() {} },
		runAsIs: async (plan) => (await page.run(plan)).report,
		attempt: (plan, options) => page.run(plan, options),
		close: () => page.close()
	};
}
