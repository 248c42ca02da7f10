import type { Browser } from 'playwright';
import { launchBrowser } from '../../tests/support/browser.ts';
import { startSite } from './site.ts';
import { figure, type Figures } from './statistics.ts';

/** 1.6 Mbps, 150 ms round trip, a processor four times slower: the notes' slow line and old laptop. */
const SLOW = { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
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
		const session = await context.newCDPSession(page);
		await session.send('Network.enable');
		if (options.slow) {
			await session.send('Network.emulateNetworkConditions', { offline: false, ...SLOW });
			await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU });
		}
		const urls = new Map<string, string>();
		const bytes = new Map<string, number>();
		let counting = true;
		session.on(
			'Network.requestWillBeSent',
			({ requestId, request }) => void urls.set(requestId, request.url)
		);
		session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
			const url = new URL(urls.get(requestId) ?? 'about:blank').pathname;
			const part = PARTS.find(([, pattern]) => pattern.test(url))?.[0] ?? 'page';
			if (counting) bytes.set(part, (bytes.get(part) ?? 0) + encodedDataLength);
		});
		await page.goto(origin + EXERCISE, { waitUntil: 'commit' });
		await page.waitForSelector('[data-verdict]', { timeout: 60_000, state: 'attached' });
		counting = false;
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
	const browser = await launchBrowser();
	const series = async (n: number, options: { slow: boolean; editor: boolean }): Promise<ColdRun[]> => {
		const runs: ColdRun[] = [];
		// The first one is thrown away: the server and the disk are cold, too.
		for (let i = -1; i < n; i++) {
			const run = await coldRun(browser, site.origin, options);
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
		site.stop();
	}
}
