import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { startBrowser } from '../../src/lib/server/browser/browser-process.ts';
import { openContext } from '../../src/lib/server/browser/page-context.ts';
import { probedBrowser } from '../../tests/support/deno-pool.ts';
import { makePlan, nodeHarnesses } from '../../tests/support/make-plan.ts';
import { PAGE_FILES, PAGE_SUITE } from './dom.ts';
import { measureProcessorTime } from './processor-time.ts';
import { figure, round, type Figures } from './statistics.ts';
import { openPool, perSecond } from './verify.ts';

/** Memory of a browser, MB: of what its processes share, each has its part. */
async function memoryOfBrowser(withPage: boolean): Promise<number> {
	const { chromium, found } = await probedBrowser();
	const browser = await startBrowser(chromium, found.way, (await nodeHarnesses()).browser);
	try {
		if (withPage) await (await openContext(browser, { harden: true })).evaluate('passerelle.hear()');
		// What is done after the start takes a moment.
		await new Promise((resolve) => setTimeout(resolve, 1500));
		// Some are started by a thread of it, so that no tree of processes has them; all have its group.
		const group = readdirSync('/proc')
			.map(Number)
			.filter((pid) => pid > 0 && groupOf(pid) === browser.pid);
		return group.reduce((sum, pid) => sum + shareOf(pid), 0);
	} finally {
		browser.kill();
		await browser.closed;
	}
}

function groupOf(pid: number): number {
	try {
		const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[2]);
	} catch {
		return 0;
	}
}

function shareOf(pid: number): number {
	try {
		return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
	} catch {
		return 0;
	}
}

/** Verifications of a page exercise: in Chromium, and on happy-dom as before there was one. */
export async function benchVerifyPages(runs: number): Promise<Figures> {
	const plan = await makePlan({
		files: PAGE_FILES,
		suite: { 'tests/counter.test.js': PAGE_SUITE },
		need: 'dom',
		entry: 'index.html'
	});
	const figures: Figures = {};
	for (const [name, browser] of [
		['verify.page', true],
		['verify.page.happy_dom', false]
	] as const) {
		const time = measureProcessorTime();
		const pool = await openPool({ worker: 0, dom: cpus().length, node: 0 }, browser);
		await perSecond(pool, plan, cpus().length * 2);
		const before = time?.childrenMs() ?? 0;
		const rate = await perSecond(pool, plan, runs);
		const cpuMs = time ? round((time.childrenMs() - before) / runs) : null;
		await pool.dispose();
		await time?.gone();
		time?.close();
		figures[`${name}.per_second`] = { ...figure([rate], '1/s'), n: runs };
		figures[`${name}.cpu_ms`] = { value: cpuMs, unit: 'ms', n: runs };
	}
	figures['verify.page.browser_mb'] = figure([await memoryOfBrowser(false)], 'MB');
	figures['verify.page.browser_mb.with_page'] = figure([await memoryOfBrowser(true)], 'MB');
	return figures;
}
