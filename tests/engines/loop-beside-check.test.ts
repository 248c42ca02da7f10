import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Plan } from '../../src/lib/contract/plan.ts';
import type { PreviewPage } from '../../src/lib/engines/dom/preview-protocol.ts';
import { openDomPage, type DomPage } from '../support/dom-page.ts';
import { makePlan } from '../support/make-plan.ts';

/** What the site does between a key and the new page: it waits for a pause in the typing, then compiles. */
const BEFORE_SHOW_MS = 400;
const PRESSES = 30;
/** From 1.2 to 1.8 s after the key. */
const pressedAfter = (press: number) => 1200 + (600 * press) / (PRESSES - 1) - BEFORE_SHOW_MS;

interface Host {
	states: string[];
	openPreview(): void;
	preview: { show(page: PreviewPage): void; dispose(): void };
	runPlan(plan: Plan): Promise<{ report: { status: string } }>;
}

let site: DomPage;
beforeAll(async () => void (site = await openDomPage()), 60_000);
afterAll(() => site?.close());

test('a check that is pressed while the same endless page is in the preview is told of its loop, whenever it is pressed', async () => {
	const plan = await makePlan({
		need: 'dom',
		entry: 'index.html',
		files: {
			'index.html': '<!doctype html><title>x</title><h1>x</h1><script src="main.js"></script>',
			'main.js': 'for (;;) {}'
		},
		suite: {
			'tests/x.test.js': `import { expect, test } from 'vitest';
import { openPage } from 'passerelle/page';
test('has a heading', async () => { await openPage(); expect(document.querySelector('h1')).not.toBeNull(); });`
		},
		expected: ['has a heading'],
		timeMs: 400
	});
	const page: PreviewPage = { files: plan.files, learner: plan.learner, entry: plan.entry };
	await site.page.evaluate(() => (window as never as Host).openPreview());
	const told: string[] = [];
	for (let press = 0; press < PRESSES; press++) {
		const work = async ([page, plan, delay]: unknown[]) => {
			const host = window as never as Host;
			host.preview.show(page as PreviewPage);
			await new Promise((resolve) => setTimeout(resolve, delay as number));
			return (await host.runPlan(plan as Plan)).report.status;
		};
		told.push(await site.page.evaluate(work, [page, plan, pressedAfter(press)]));
	}
	expect(told).toEqual(Array(PRESSES).fill('timeout'));
	// What gave way to the check is known for its own loop afterwards.
	await expect
		.poll(() => site.page.evaluate(() => (window as never as Host).states.at(-1)), { timeout: 20_000 })
		.toBe('stuck');
}, 240_000);
