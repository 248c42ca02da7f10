import type { Browser, Frame, Page } from 'playwright';
import { launchBrowser } from '../../tests/support/browser.ts';
import { startSite } from '../../tests/support/site.ts';
import { openSlowLine } from './slow-line.ts';
import { figure, type Figures } from './statistics.ts';

/** 1.6 Mbps, 150 ms round trip, a processor four times slower: the notes' slow line and old laptop. */
const SLOW = { latencyMs: 150, down: 1.6e6 / 8, up: 750e3 / 8 };
const SLOW_CPU = 4;

const EXERCISE = '/en/programming/tram-ticket';

/** Presses Check as soon as the page lets it be pressed, and notes when the verdict stands in the page. */
const CLICK_AND_WAIT = `
new MutationObserver(() => {
	const button = document.querySelector('[data-action="check"]');
	if (button && button.getAttribute('aria-disabled') !== 'true' && window.clicked === undefined) {
		window.clicked = performance.now();
		button.click();
	}
	if (document.querySelector('[data-verdict]') && window.verdict === undefined) window.verdict = performance.now();
}).observe(document, { subtree: true, childList: true, attributes: true });
`;

const PLAIN_EDITOR = `localStorage.setItem('passerelle.editor', '{"fontSize":16,"simple":true}')`;

const PARTS: readonly [name: string, pattern: RegExp][] = [
	['harness', /\/engine\/sandbox/],
	['suite', /\/api\/suite\//],
	['compile', /\/api\/compile/],
	['sentences', /\/assets\/(?:fr|nl|en)\.[^/]*\.json$/],
	['editor', /monaco|editor|ts\.worker|codicon/i],
	['font', /\.woff2$/],
	['style', /\.css$/],
	['script', /\.js$/],
	['page', /./]
];

interface ColdRun {
	verdict: number;
	clicked: number;
	bytes: Map<string, number>;
}

async function coldRun(
	browser: Browser,
	origin: string,
	options: { slow: boolean; editor: boolean }
): Promise<ColdRun> {
	const context = await browser.newContext();
	try {
		const page = await context.newPage();
		await page.addInitScript(CLICK_AND_WAIT);
		// The plain editor is the same page without the editor's own weight.
		if (!options.editor) await page.addInitScript(PLAIN_EDITOR);
		if (options.slow) {
			const slowDown = async (part: Page | Frame) => {
				const session = await context.newCDPSession(part);
				await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU });
			};
			await slowDown(page);
			// The sandbox's frame has a process of its own.
			page.on(
				'framenavigated',
				(frame) => void (frame.parentFrame() && slowDown(frame).catch(() => undefined))
			);
		}
		const bytes = new Map<string, number>();
		const counted: Promise<void>[] = [];
		let counting = true;
		// Playwright's own count, because the sandbox's frame is another process with a session of its own.
		page.on('requestfinished', (request) => {
			if (!counting) return;
			const path = new URL(request.url()).pathname;
			const part = PARTS.find(([, pattern]) => pattern.test(path))?.[0] ?? 'page';
			const add = request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
				bytes.set(part, (bytes.get(part) ?? 0) + responseBodySize + responseHeadersSize);
			});
			counted.push(add.catch(() => undefined));
		});
		await page.goto(origin + EXERCISE, { waitUntil: 'commit' });
		await page.waitForSelector('[data-verdict]', { timeout: 60_000, state: 'attached' });
		counting = false;
		await Promise.all(counted);
		const { verdict, clicked } = (await page.evaluate(
			'({ verdict: window.verdict, clicked: window.clicked })'
		)) as ColdRun;
		return { verdict, clicked, bytes };
	} finally {
		await context.close();
	}
}

/**
 * Page opened → first verdict, in an empty profile, Check pressed as early as it can be. Bytes are what came over
 * the line until then, compressed, headers included.
 */
export async function benchCold(samples: number): Promise<Figures> {
	const site = await startSite();
	const slowLine = await openSlowLine(site.origin, SLOW);
	const browser = await launchBrowser();
	const series = async (n: number, options: { slow: boolean; editor: boolean }): Promise<ColdRun[]> => {
		const runs: ColdRun[] = [];
		// The first one is thrown away: the server and the disk are cold, too.
		for (let i = -1; i < n; i++) {
			const run = await coldRun(browser, options.slow ? slowLine.origin : site.origin, options);
			if (i >= 0) runs.push(run);
		}
		return runs;
	};
	try {
		const plain = await series(samples, { slow: false, editor: false });
		const rich = await series(samples, { slow: false, editor: true });
		const slow = await series(Math.max(3, Math.ceil(samples / 3)), { slow: true, editor: true });
		const figures: Figures = {
			'grade.cold.ms': figure(plain.map((run) => run.verdict)),
			'grade.cold.click.ms': figure(plain.map((run) => run.clicked)),
			'grade.cold.editor.ms': figure(rich.map((run) => run.verdict)),
			'grade.cold.slow.ms': figure(slow.map((run) => run.verdict)),
			'grade.cold.bytes': figure(
				plain.map((run) => [...run.bytes.values()].reduce((sum, part) => sum + part, 0)),
				'B'
			)
		};
		for (const [part] of PARTS) {
			const sizes = plain.map((run) => run.bytes.get(part) ?? 0);
			if (Math.max(...sizes) > 0) figures[`grade.cold.bytes.${part}`] = figure(sizes, 'B');
		}
		return figures;
	} finally {
		await browser.close();
		slowLine.close();
		site.stop();
	}
}
