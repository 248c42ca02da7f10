import { expect, test } from 'vitest';
import { openDomPage } from '../support/dom-page.ts';
import { openEnginePage } from '../support/engine-page.ts';
import { makePlan } from '../support/make-plan.ts';
import { readOutcomes } from './outcome-fixtures.ts';

/** Megabytes of heap for each realm of this test's browser: enough for the harness, and soon used up. */
const HEAP_MB = 256;

/** Memory is used up in seconds on a quiet machine; on a busy one its collection takes ten times as long. */
const RUN_MS = 60_000;

/**
 * Playwright calls the whole page crashed as soon as one frame's process is gone, and refuses to talk to it. The page
 * is alive: it tells its results to the server instead.
 */
const TELL = `async (plans) => {
	for (const plan of plans) {
		const { report } = await window.runPlan(plan);
		await fetch('/told?' + encodeURIComponent(JSON.stringify([report.status, report.runs[0].tests.map((test) => test.state)])));
	}
}`;

const SMALL = [`--js-flags=--max-old-space-size=${HEAP_MB}`];

test.each([
	['worker', () => openEnginePage(undefined, undefined, SMALL), 'worker'],
	['dom', () => openDomPage(SMALL), 'dom']
] as const)(
	'%s: a program that uses up the memory is ended for it, the page lives, and the next run works',
	async (_, open, need) => {
		const engine = await open();
		try {
			const fixture = readOutcomes().find(({ name }) => name === 'out-of-memory')!;
			const { files, reference, suite } = fixture;
			const hungry = await makePlan({ need, files, reference, suite, timeMs: RUN_MS });
			const modest = await makePlan({ need, files: reference, suite });
			void engine.page.evaluate(`void (${TELL})(${JSON.stringify([hungry, modest])})`).catch(() => {});
			await expect
				.poll(() => engine.strangeRequests.length, { timeout: RUN_MS + 20_000, interval: 100 })
				.toBe(2);
			const told = engine.strangeRequests.map((request) =>
				decodeURIComponent(request.replace('GET /told?', ''))
			);
			expect(told.map((text) => JSON.parse(text) as unknown)).toEqual([
				['out-of-memory', ['not-run', 'not-run']],
				['ran', ['pass', 'pass']]
			]);
		} finally {
			await engine.close();
		}
	},
	RUN_MS + 40_000
);
