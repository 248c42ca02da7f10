import type { EngineEvent } from '../../../src/lib/engines/engine.ts';
import { openEnginePage, type EnginePage } from '../../support/engine-page.ts';
import type { Subject } from './subject.ts';

export async function openWorker(): Promise<Subject> {
	const page: EnginePage = await openEnginePage();
	return {
		need: 'worker',
		session: { run: async (plan) => (await page.run(plan)).report, dispose() {} },
		async attempt(plan, abortAfterMs) {
			const { report, aborted, events } = await page.run(
				plan,
				abortAfterMs === undefined ? {} : { abortAfterMs }
			);
			return {
				end: aborted === undefined ? { status: report.status } : { aborted },
				events: events as EngineEvent[]
			};
		},
		close: () => page.close()
	};
}
