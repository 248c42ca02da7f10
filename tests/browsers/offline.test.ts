import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { BenchIn } from '../support/browsers/bench-in.ts';
import { openFirefox } from '../support/browsers/firefox.ts';
import type { WebDriver } from '../support/browsers/webdriver.ts';
import { openHere } from '../support/not-here.ts';
import { startSite } from '../support/site.ts';

/*
 * The first path without a network, in Firefox; in Chromium: tests/e2e/offline.e2e.ts. A browser that is driven from outside has no
 * switch for its network: here the server ends, which for a page is the same.
 */

const FIRST = 'programming/hello-brussels';
const NEXT = 'programming/your-name';
const AWAY = 'programming/count-lines';
/** Some forty answers and a compiler, behind everything else. */
const KEEP_MS = 120_000;

const solutionOf = (id: string): string =>
	readFileSync(new URL(`../../exercises/${id}/solution/main.js`, import.meta.url), 'utf8');

let browser: WebDriver;
let bench: BenchIn;
let site: Awaited<ReturnType<typeof startSite>>;
openHere(async () => {
	browser = await openFirefox();
	bench = new BenchIn(browser);
	site = await startSite({ path: `/fr/${FIRST}`, apart: true });
});
afterAll(async () => {
	site?.stop();
	await browser?.close();
});

/** An expression: the device has what begins like this. */
const kept = (beginning: string): string => `window.kept?.some((path) => path.startsWith('${beginning}'))`;

test(
	'in Firefox the first path goes on without a network from the second page on, reload included',
	{ timeout: 240_000 },
	async () => {
		await browser.goto(`${site.origin}/fr`);
		await browser.evaluate(`localStorage.setItem('passerelle.editor', JSON.stringify({ kind: 'plain' }));
		setInterval(async () => {
			const names = await caches.keys();
			const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
			window.kept = keys.flat().map(({ url }) => url.slice(location.origin.length));
		}, 500);`);
		for (const beginning of [
			`/api/suite/${NEXT}`,
			'/fr/map',
			'/_app/immutable/engine/sandbox',
			'/_app/immutable/assets/esbuild'
		])
			await bench.until(kept(beginning), KEEP_MS);
		await bench.until(`navigator.serviceWorker.controller?.state === 'activated'`);
		site.kill();

		await browser.evaluate(`document.querySelector('a[href$="${FIRST}"]').click()`);
		await bench.until(`location.pathname.endsWith('${FIRST}')`);
		await bench.ready();
		await browser.goto(`${site.origin}/fr/${FIRST}`);
		await bench.ready();
		expect(await browser.evaluate('return crossOriginIsolated')).toBe(true);
		await bench.write('main.js', solutionOf(FIRST));
		expect(await bench.check()).toMatchObject({ tone: 'pass', engine: 'worker' });
		await browser.evaluate(`document.querySelector('.done a[href$="${NEXT}"]').click()`);
		await bench.until(`location.pathname.endsWith('${NEXT}')`);
		await bench.ready();
		await bench.write('main.js', solutionOf(NEXT));
		expect(await bench.check()).toMatchObject({ tone: 'pass', engine: 'worker' });
		await browser.goto(`${site.origin}/fr/${NEXT}`);
		await bench.ready();
		await bench.until(
			`document.querySelector('.plain textarea')?.value === ${JSON.stringify(solutionOf(NEXT))}`
		);
		await browser.goto(`${site.origin}/fr/map?view=list`);
		await bench.until(`/\\b2 sur \\d/.test(document.body.innerText)`);
		await browser.goto(`${site.origin}/fr/${AWAY}`);
		await bench.until(`document.body.innerText.includes('Pas de réponse')`);
	}
);
