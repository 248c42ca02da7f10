import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Plan } from '../../src/lib/contract/plan.ts';
import type { PreviewPage } from '../../src/lib/engines/dom/preview-protocol.ts';
import { openDomPage, type DomPage } from '../support/dom-page.ts';
import { makePlan } from '../support/make-plan.ts';
import { times } from '../support/thorough.ts';

/** What the site does between a key and the new page: it waits for a pause in the typing, then compiles. */
const BEFORE_SHOW_MS = 400;
const PRESSES = times(7, 30);
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
beforeEach(() => site.page.evaluate(() => (window as never as Host).openPreview()));
afterEach(() => site.page.evaluate(() => (window as never as Host).preview.dispose()));

const planOf = (script: string, timeMs: number) =>
	makePlan({
		need: 'dom',
		entry: 'index.html',
		files: {
			'index.html': '<!doctype html><title>x</title><h1>x</h1><script src="main.js"></script>',
			'main.js': script
		},
		suite: {
			'tests/x.test.js': `import { expect, test } from 'vitest';
import { openPage } from 'passerelle/page';
test('has a heading', async () => { await openPage(); expect(document.querySelector('h1')).not.toBeNull(); });`
		},
		expected: ['has a heading'],
		timeMs
	});
const pageOf = ({ files, learner, entry }: Plan): PreviewPage => ({ files, learner, entry });

test('a check that is pressed while the same endless page is in the preview is told of its loop, whenever it is pressed', async () => {
	const plan = await planOf('for (;;) {}', 400);
	const page = pageOf(plan);
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

/** When the text changes again: before its first page was there, once that has begun to loop, and when it is nearly known to. */
const CHANGED_AFTER_MS = [20, 100, 200, 300, 500, 800, 1100];

test('a page that loops and is replaced before anybody knew it takes neither the next page nor the next check along', async () => {
	const right = await planOf('', 8000);
	const loop = pageOf(await planOf('for (;;) {}', 8000));
	for (const delay of CHANGED_AFTER_MS) {
		const work = async ([loop, page, right, delay]: unknown[]) => {
			const host = window as never as Host;
			host.preview.show(loop as PreviewPage);
			await new Promise((resolve) => setTimeout(resolve, delay as number));
			host.preview.show(page as PreviewPage);
			// The new page is still waited for.
			await new Promise((resolve) => setTimeout(resolve, 1500));
			const began = performance.now();
			const { status } = (await host.runPlan(right as Plan)).report;
			return { status, ms: performance.now() - began };
		};
		const told = await site.page.evaluate(work, [loop, pageOf(right), right, delay]);
		expect(told.status, `changed after ${delay} ms`).toBe('ran');
		expect(told.ms, `changed after ${delay} ms`).toBeLessThan(5000);
		await expect
			.poll(() => site.page.evaluate(() => (window as never as Host).states.at(-1)), { timeout: 20_000 })
			.toBe('shown');
	}
}, 120_000);

test('a preview that is closed while it loops takes no check along', async () => {
	const right = await planOf('', 8000);
	const loop = pageOf(await planOf('for (;;) {}', 8000));
	for (const delay of CHANGED_AFTER_MS) {
		const work = async ([loop, right, delay]: unknown[]) => {
			const host = window as never as Host;
			host.openPreview();
			host.preview.show(loop as PreviewPage);
			await new Promise((resolve) => setTimeout(resolve, delay as number));
			host.preview.dispose();
			return (await host.runPlan(right as Plan)).report.status;
		};
		expect(await site.page.evaluate(work, [loop, right, delay]), `closed after ${delay} ms`).toBe('ran');
	}
}, 120_000);
