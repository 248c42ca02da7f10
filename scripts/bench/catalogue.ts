import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { openCatalog } from '../../src/lib/server/catalog/catalog.ts';
import { launchBrowser } from '../../tests/support/browser.ts';
import { startSite } from '../../tests/support/site.ts';
import { writeCopies } from './exercise-copies.ts';
import { NO_HARNESSES } from '../../tests/support/no-harnesses.ts';
import { figure, median, type Figures } from './statistics.ts';

const SIZES = [10, 1000] as const;
/** What is noted as changed less than two seconds ago is not trusted: a second start comes later than that. */
const SETTLED_MS = 2100;
const PAGES = { map: '/en/map', home: '/en', exercise: '/en/programming/cafe-till' } as const;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function loadTimes(
	root: string,
	keep: string,
	samples: number
): Promise<{ cold: number; warm: number[] }> {
	const open = async (): Promise<number> => {
		const started = performance.now();
		const catalog = await openCatalog({
			roots: [root],
			harnesses: NO_HARNESSES,
			cache: keep,
			keep: { folder: keep, code: 'bench' }
		});
		if (catalog.problems().length > 0) throw new Error(JSON.stringify(catalog.problems()[0]));
		return performance.now() - started;
	};
	const cold = await open();
	const warm: number[] = [];
	for (let index = 0; index < samples; index++) warm.push(await open());
	return { cold, warm };
}

/** One answer: until its last byte, ms, and how large it was as it was sent. */
const ask = (url: string): Promise<{ ms: number; bytes: number }> =>
	new Promise((resolve, reject) => {
		const started = performance.now();
		get(url, { headers: { 'accept-encoding': 'br, gzip' } }, (response) => {
			let bytes = 0;
			response.on('data', (chunk: Buffer) => (bytes += chunk.length));
			response.on('end', () => resolve({ ms: performance.now() - started, bytes }));
		}).on('error', reject);
	});

/** From the navigation until the page is alive and has read the device's progress, ms. */
async function interactive(browser: Browser, url: string): Promise<number> {
	const context = await browser.newContext();
	try {
		const page = await context.newPage();
		await page.goto(url, { waitUntil: 'commit' });
		await page.waitForSelector('.next[aria-busy="false"]');
		return await page.evaluate(() => performance.now());
	} finally {
		await context.close();
	}
}

type PageName = keyof typeof PAGES;
interface Served {
	answers: Record<PageName, { ms: number; bytes: number }[]>;
	interactive: number[];
}

/** Both sites in turn, so that a busy moment of the machine meets both. */
async function measureSites(
	origins: readonly string[],
	browser: Browser,
	samples: number
): Promise<Served[]> {
	const sites = origins.map((): Served => ({
		answers: { map: [], home: [], exercise: [] },
		interactive: []
	}));
	for (let round = 0; round < samples * 2; round++) {
		for (const [index, site] of sites.entries()) {
			for (const name of Object.keys(PAGES) as PageName[]) {
				const answer = await ask(origins[index]! + PAGES[name]);
				// The first half is for the just-in-time compiler.
				if (round >= samples) site.answers[name].push(answer);
			}
		}
	}
	for (let round = 0; round <= Math.ceil(samples / 3); round++) {
		for (const [index, site] of sites.entries()) {
			const ms = await interactive(browser, origins[index]! + PAGES.map);
			if (round > 0) site.interactive.push(ms);
		}
	}
	return sites;
}

/** How much more a thousand exercises cost than ten: to open them, and to show a page. */
export async function benchCatalogue(samples: number): Promise<Figures> {
	const folder = await mkdtemp(join(tmpdir(), 'passerelle-copies-'));
	const roots = SIZES.map((size) => join(folder, String(size)));
	const browser = await launchBrowser();
	const sites: Awaited<ReturnType<typeof startSite>>[] = [];
	try {
		for (const [index, root] of roots.entries()) await writeCopies(root, SIZES[index]!);
		await wait(SETTLED_MS);
		const [few, many] = [
			await loadTimes(roots[0]!, join(folder, 'kept'), samples),
			await loadTimes(roots[1]!, join(folder, 'kept'), Math.ceil(samples / 2))
		];
		for (const root of roots) sites.push(await startSite({ exercises: root, path: PAGES.map }));
		const [small, large] = (await measureSites(
			sites.map(({ origin }) => origin),
			browser,
			samples
		)) as [Served, Served];
		const ratio = (a: readonly number[], b: readonly number[]) => ({
			...figure([median(b) / median(a)], '×'),
			n: Math.min(a.length, b.length)
		});
		const ms = (site: Served, name: PageName) => site.answers[name].map((one) => one.ms);
		const kb = (site: Served, name: PageName) =>
			figure(
				site.answers[name].map(({ bytes }) => bytes / 1024),
				'KB'
			);
		return {
			'catalogue.load_ms_10': figure(few.warm),
			'catalogue.load_ms_1000': figure(many.warm),
			'catalogue.load_ratio_1000_10': ratio(few.warm, many.warm),
			'catalogue.load_cold_ms_10': figure([few.cold]),
			'catalogue.load_cold_ms_1000': figure([many.cold]),
			'map.page_ms_10': figure(ms(small, 'map')),
			'map.page_ms_1000': figure(ms(large, 'map')),
			'map.page_ratio_1000_10': ratio(ms(small, 'map'), ms(large, 'map')),
			'map.bytes_10': kb(small, 'map'),
			'map.bytes_1000': kb(large, 'map'),
			'map.interactive_ms_10': figure(small.interactive),
			'map.interactive_ms_1000': figure(large.interactive),
			'map.interactive_ratio_1000_10': ratio(small.interactive, large.interactive),
			'home.page_ratio_1000_10': ratio(ms(small, 'home'), ms(large, 'home')),
			'exercise.page_ratio_1000_10': ratio(ms(small, 'exercise'), ms(large, 'exercise')),
			'exercise.bytes_1000': kb(large, 'exercise')
		};
	} finally {
		for (const site of sites) site.stop();
		await browser.close();
		await rm(folder, { recursive: true, force: true });
	}
}
