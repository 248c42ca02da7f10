import { mkdir, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MapFile } from '../../../src/lib/contract/map.ts';
import { BROWSERS } from '../browsers/browsers.ts';
import type { WebDriver } from '../browsers/webdriver.ts';
import { NotHere } from '../not-here.ts';
import { startSite } from '../site.ts';
import { sheet } from './sheet.ts';

/*
 * `npm run pictures`: the first five stations in each kind of browser that is here, to be looked at: on a phone whose keyboard takes
 * its height, a tablet and a laptop, in French and Dutch, light and dark, before and after a check that fails. They lie in
 * `pictures/`, beside an `index.html` for each station. Words after `--` choose: `npm run pictures -- Firefox nl dark 360x440`.
 */

const STATIONS = 5;
const LOCALES = ['fr', 'nl'] as const;
const THEMES = ['light', 'dark'] as const;
const SIZES = [
	{ width: 360, height: 440 },
	{ width: 360, height: 740 },
	{ width: 820, height: 1180 },
	{ width: 1280, height: 720 }
] as const;
/** Narrower than this, panes are tabs. The CSS of `Panes` has the same figure. */
const WIDE = 1000;
const PATIENCE_MS = 60_000;
/** A pane that has come is drawn by then, and a ring or a scroll has ended. */
const CALM_MS = 400;

const root = fileURLToPath(new URL('../../../', import.meta.url));
const out = join(root, 'pictures');
const wanted = process.argv.slice(2);
const isWanted = (...names: readonly string[]): boolean =>
	wanted.every((word) => !known.has(word) || names.includes(word));
const known = new Set<string>([
	...BROWSERS.map(([name]) => name),
	...LOCALES,
	...THEMES,
	...SIZES.map(({ width, height }) => `${width}x${height}`)
]);

const map = JSON.parse(readFileSync(join(root, 'exercises/map.json'), 'utf8')) as MapFile;
const stations = map.lines
	.flatMap(({ sections = [] }) => sections.flatMap(({ stations }) => stations))
	.map(({ exercise }) => exercise)
	.slice(0, STATIONS);

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(browser: WebDriver, expression: string): Promise<void> {
	const end = performance.now() + PATIENCE_MS;
	while (!(await browser.evaluate<boolean>(`return Boolean(${expression})`).catch(() => false))) {
		if (performance.now() > end) throw new Error(`It never came: ${expression}`);
		await sleep(50);
	}
}

/** One station in one look: a picture of each pane, or of all of them side by side, at first and after a check. */
async function* look(browser: WebDriver, wide: boolean): AsyncGenerator<readonly [string, Buffer]> {
	const show = async (pane: 'brief' | 'code' | 'results') => {
		if (!wide)
			await browser.evaluate(
				`document.querySelector('[role="tab"][aria-controls="pane-' + args[0] + '"]').click()`,
				pane
			);
		await sleep(CALM_MS);
		return browser.picture();
	};
	await until(browser, `document.querySelector('[data-ready="true"]')`);
	if (!wide) yield ['1 brief', await show('brief')];
	await until(browser, `document.querySelector('.cm-editor')`);
	yield ['2 code', await show('code')];
	await browser.evaluate(`document.querySelector('[data-ready] [data-action="check"]').click()`);
	await until(browser, `document.querySelector('#pane-results :is([data-verdict], .done)')`);
	yield ['3 failed', await show('results')];
}

async function takeAll(name: string, browser: WebDriver, origin: string): Promise<void> {
	await browser.goto(`${origin}/fr`);
	for (const size of SIZES) {
		const format = `${size.width}x${size.height}`;
		if (!isWanted(name, format, ...LOCALES, ...THEMES)) continue;
		await browser.resize(size.width, size.height);
		const real = await browser.evaluate<string>("return innerWidth + 'x' + innerHeight");
		// Firefox has no window of less than 500 pixels.
		const named = real === format ? format : `${format} as ${real}`;
		for (const theme of THEMES)
			for (const locale of LOCALES) {
				if (!isWanted(name, format, locale, theme)) continue;
				for (const [index, id] of stations.entries()) {
					// Everybody's first visit, in this theme.
					await browser.evaluate(
						`sessionStorage.clear();
						localStorage.setItem('passerelle.editor', JSON.stringify({ fontSize: 16, kind: 'light' }));
						document.cookie = 'theme=' + args[0] + '; path=/';`,
						theme
					);
					await browser.goto(`${origin}/${locale}/${id}`);
					for await (const [what, picture] of look(browser, size.width >= WIDE)) {
						const folder = join(out, `${index + 1} ${id.split('/').at(-1)}`);
						await mkdir(folder, { recursive: true });
						await writeFile(join(folder, `${named} ${what} ${locale} ${theme} ${name}.png`), picture);
					}
				}
				console.log(`${name}, ${format}, ${theme}, ${locale}`);
			}
	}
}

await rm(out, { recursive: true, force: true });
const site = await startSite({ path: `/fr/${stations[0]}` });
try {
	for (const [name, open] of BROWSERS) {
		if (!isWanted(name, ...LOCALES, ...THEMES, ...[...known].filter((word) => /\d/.test(word)))) continue;
		const browser = await open().catch((error: unknown) => {
			if (!(error instanceof NotHere)) throw error;
			console.log(error.message);
			return null;
		});
		if (!browser) continue;
		try {
			await takeAll(name, browser, site.origin);
		} finally {
			await browser.close();
		}
	}
} finally {
	site.stop();
}
await sheet(out);
console.log(`Look at ${out}`);
