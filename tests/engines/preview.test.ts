import * as esbuild from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Frame } from 'playwright';
import { compileLearner } from '../../src/lib/compile/compile-learner.ts';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import type { PreviewPage } from '../../src/lib/engines/dom/preview-protocol.ts';
import { openDomPage, type DomPage } from '../support/dom-page.ts';

interface Host {
	states: string[];
	lines: string[];
	moved: string[];
	longestStall: number;
	openPreview(): void;
	preview: { show(page: PreviewPage): void; reload(): void; dispose(): void };
}

const START: FileMap = {
	'index.html': `<!doctype html><html lang="en"><head><title>Trams</title><link rel="stylesheet" href="style.css"></head>
<body><h1>Trams</h1><input id="field" autofocus><form><input name="name" value="Ann"><button id="send">Send</button></form>
<a id="about" href="about.html">About</a> <a id="out" href="https://example.org/">Out</a>
<div style="height: 2000px"></div><script type="module" src="main.js"></script></body></html>`,
	'about.html': '<!doctype html><title>About</title><h1>About us</h1><a id="home" href="index.html">Home</a>',
	'style.css': 'h1 { color: rgb(1, 2, 3) }',
	'main.js': `console.log('hello', { a: [1, 'x'] });`,
	'data.json': '{"stops": 3}'
};

async function pageOf(files: FileMap): Promise<PreviewPage> {
	const source = { files, entry: 'index.html', mocked: [], need: 'dom' as const, packages: [] };
	const result = await compileLearner(esbuild, source);
	if (!result.ok) throw new Error(result.diagnostics[0]?.text);
	return { files, learner: result.script, entry: 'index.html' };
}

let site: DomPage;
const host = <T>(look: (host: Host) => T): Promise<T> =>
	site.page.evaluate(`(${look.toString()})(window)`) as Promise<T>;
const states = () => host(({ states }) => states);
/** On a very busy machine a page can be taken for one that hangs: a person then shows it again. */
const settled = (state: string) =>
	expect
		.poll(
			async () => {
				const last = (await states()).at(-1);
				if (state === 'shown' && last === 'stuck') await host(({ preview }) => preview.reload());
				return last;
			},
			{ timeout: 20_000 }
		)
		.toBe(state);

async function show(files: FileMap): Promise<void> {
	const page = await pageOf(files);
	await site.page.evaluate((page) => (window as never as Host).preview.show(page), page);
}
/** The frame that is seen. */
async function seen(): Promise<Frame> {
	const element = await site.page.waitForSelector('#preview iframe:not([inert])');
	return (await element.contentFrame())!;
}
const frames = () => site.page.evaluate(() => document.querySelectorAll('#preview iframe').length);

beforeAll(async () => void (site = await openDomPage()), 60_000);
afterAll(() => site?.close());
beforeEach(async () => {
	await site.page.evaluate(() => {
		const own = window as never as Host;
		own.states.length = own.lines.length = own.moved.length = 0;
		own.openPreview();
		document.querySelector<HTMLElement>('#editor')!.focus();
	});
});
afterEach(() => host(({ preview }) => preview.dispose()));

describe('the live preview', () => {
	test('shows the page, its styles and what it prints, and leaves the focus in the editor', async () => {
		await show({
			...START,
			'main.js': `${START['main.js']} document.querySelector('#field').focus(); const d = await (await fetch('data.json')).json(); console.log('stops', d.stops); alert('hi');`
		});
		await settled('shown');
		expect((await states()).slice(-2)).toEqual(['loading', 'shown']);
		const frame = await seen();
		expect(await frame.evaluate(() => getComputedStyle(document.querySelector('h1')!).color)).toBe(
			'rgb(1, 2, 3)'
		);
		await expect
			.poll(() => host(({ lines }) => lines))
			.toEqual(["log: hello { a: [ 1, 'x' ] }", 'log: stops 3', 'log: hi']);
		expect(await site.page.evaluate(() => document.activeElement?.id)).toBe('editor');
		expect(await host(({ moved }) => moved)).toEqual([]);
		expect(await site.page.getByTitle('Your page').count()).toBe(1);
	});

	test('the latest page wins, one frame stays, and the scroll position is kept', async () => {
		await show(START);
		await settled('shown');
		await (await seen()).evaluate(() => scrollTo(0, 700));
		await new Promise((resolve) => setTimeout(resolve, 200));
		const pages = await Promise.all(
			['One', 'Two', 'Three'].map((title) =>
				pageOf({ ...START, 'index.html': START['index.html']!.replace('<h1>Trams', `<h1>${title}`) })
			)
		);
		await site.page.evaluate((pages) => {
			for (const page of pages) (window as never as Host).preview.show(page);
		}, pages);
		await settled('shown');
		await expect.poll(frames).toBe(1);
		const frame = await seen();
		expect(await frame.textContent('h1')).toBe('Three');
		expect(await frame.evaluate(() => scrollY)).toBe(700);
	});

	test('new text of a style sheet is put in without loading the page again', async () => {
		await show({ ...START, 'main.js': 'window.loadedOnce = Math.random();' });
		await settled('shown');
		const before = await (await seen()).evaluate('window.loadedOnce');
		await show({
			...START,
			'main.js': 'window.loadedOnce = Math.random();',
			'style.css': 'h1 { color: rgb(9, 9, 9) }'
		});
		await expect
			.poll(async () => (await seen()).evaluate(() => getComputedStyle(document.querySelector('h1')!).color))
			.toBe('rgb(9, 9, 9)');
		expect(await (await seen()).evaluate('window.loadedOnce')).toBe(before);
		expect((await states()).slice(-2)).toEqual(['loading', 'shown']);
	});

	test('follows links to its own pages, and only those; reload goes back to the entry', async () => {
		await show(START);
		await settled('shown');
		await (await seen()).click('#out');
		await expect.poll(() => host(({ lines }) => lines.join())).toContain('"https://example.org/" leads out');
		await (await seen()).click('#about');
		await expect.poll(async () => (await seen()).textContent('h1')).toBe('About us');
		await host(({ preview }) => preview.reload());
		await expect.poll(async () => (await seen()).textContent('h1')).toBe('Trams');
		await settled('shown');
	});

	test('a form says what it would send, and the page begins anew', async () => {
		await show(START);
		await settled('shown');
		await (await seen()).click('#send');
		await expect.poll(() => host(({ lines }) => lines.join())).toContain('It would send: name=Ann');
		await expect
			.poll(() => host(({ lines }) => lines.join()))
			.toContain('name=Ann\nThe page loaded again: the form was sent.');
		await settled('shown');
		expect(await (await seen()).textContent('h1')).toBe('Trams');
	});

	test('an error is in the page’s console, not in the browser’s', async () => {
		await show({ ...START, 'main.js': 'document.querySelector("#missing").textContent = "x";' });
		await settled('shown');
		await expect
			.poll(() => host(({ lines }) => lines.join()))
			.toContain('error: Uncaught TypeError: Cannot set');
		expect(site.complaints).toEqual([]);
		expect(site.strangeRequests).toEqual([]);
	});

	test('a loop is stopped, the page around stays usable, and the next edit shows the page again', async () => {
		await show(START);
		await settled('shown');
		await site.page.evaluate(() => ((window as never as Host).longestStall = 0));
		await show({ ...START, 'main.js': 'while (true);' });
		await settled('stuck');
		expect(await frames()).toBe(0);
		const stall = await host(({ longestStall }) => longestStall);
		console.log(`Longest stall of the page beside a looping preview: ${Math.round(stall)} ms`);
		expect(stall).toBeLessThan(700);
		await show(START);
		await settled('shown');
		expect(await (await seen()).textContent('h1')).toBe('Trams');
	});

	test('a page that goes away is shown again, and given up when it goes again', async () => {
		await show({ ...START, 'main.js': 'location.href = "https://example.org/";' });
		await settled('failed');
		expect(site.strangeRequests).toEqual([]);
		site.complaints.length = 0;
		await show(START);
		await settled('shown');
	});
});
