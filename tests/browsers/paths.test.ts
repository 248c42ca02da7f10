import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BenchIn, ENGINE } from '../support/browsers/bench-in.ts';
import { BROWSERS } from '../support/browsers/browsers.ts';
import type { WebDriver } from '../support/browsers/webdriver.ts';
import { shortestStall } from '../support/browsers/shortest-stall.ts';
import { openHere } from '../support/not-here.ts';
import { startSite } from '../support/site.ts';

/*
 * The paths that every learner takes, in every kind of browser there is: from the home page to a first station, a page, a program
 * of Node where the container's service cannot be reached, and loops. Details are tried in Chromium (tests/e2e).
 */

/** The page is answerable again by then. */
const STALL_MS = 1500;
/** The exercise's limit and a second more, and the start of a new frame on a machine with much else to do: the preview took the last one along. */
const LOOP_MS = 8000 + 1000 + 4000;

const FIRST = 'programming/hello-brussels';
const PAGE = 'programming/todo-list';
const SHORT_PAGE = 'programming/button-counts';
/** The limit of `SHORT_PAGE`, a second more, and what a busy machine needs: a new frame, or the server's browser. */
const SHORT_MS = 5000 + 1000 + 4000;
const NODE = 'programming/count-lines';
const REPORT = 'testing/write-it-down';

const exercises = new URL('../../exercises/', import.meta.url);
const solutionOf = (id: string, file: string): string =>
	readFileSync(new URL(`${id}/solution/${file}`, exercises), 'utf8');

/** The texts of a good report of `REPORT`. */
const { title, expected, actual } = JSON.parse(solutionOf(REPORT, 'report.fr.json')) as Record<
	string,
	string
>;
const REPORT_TEXTS = { title, expected, actual };

/** What was measured: what → browser → how it went. Printed at the end: `npm run browsers`. */
const table: Record<string, Record<string, string>> = {};
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

let site: Awaited<ReturnType<typeof startSite>>;
beforeAll(async () => void (site = await startSite({ path: `/fr/${FIRST}` })), 180_000);
afterAll(() => {
	site?.stop();
	console.table(table);
});

describe.each(BROWSERS)('in %s', (name, open) => {
	let browser: WebDriver;
	let bench: BenchIn;
	openHere(async () => {
		browser = await open();
		bench = new BenchIn(browser);
		await browser.goto(`${site.origin}/fr`);
		await browser.evaluate(`
			localStorage.setItem('passerelle.editor', JSON.stringify({ kind: 'plain' }));
			localStorage.setItem('passerelle.engine', JSON.stringify({ container: true }));`);
	});
	afterAll(() => browser?.close());

	const note = (what: string, how: string) => void ((table[what] ??= {})[name] = how);

	const until = (expression: string) => bench.until(expression);

	/** The bench of an exercise is there, and from now on the page knows how long it stood still. */
	async function ready(): Promise<void> {
		await bench.ready();
		await browser.evaluate(`
			window.longestStall = 0;
			let last = performance.now();
			setInterval(() => {
				const now = performance.now();
				window.longestStall = Math.max(window.longestStall, now - last - 50);
				last = now;
			}, 50);`);
	}

	async function go(id: string): Promise<void> {
		await browser.goto(`${site.origin}/fr/${id}`);
		await ready();
	}

	const write = (file: string, code: string) => bench.write(file, code);
	const preview = `document.querySelector('[data-preview]')?.dataset.preview`;
	const button = (action: 'check' | 'stop') =>
		`document.querySelector('[data-ready] [data-action="${action}"]')`;
	const check = () => bench.check();

	test(
		'from the home page to a first station: wrong, a loop, right; it runs here, and the map knows',
		{ timeout: 120_000 },
		async () => {
			await browser.goto(`${site.origin}/fr`);
			await until(`document.querySelector('a[href$="${FIRST}"]')`);
			await browser.evaluate(`document.querySelector('a[href$="${FIRST}"]').click()`);
			await until(`location.pathname.endsWith('${FIRST}')`);
			await ready();
			await write('main.js', 'console.log("Hello");');
			expect(await check()).toMatchObject({ tone: 'warn', engine: 'worker' });
			await write('main.js', 'while (true) {}');
			let loopMs = 0;
			const stall = await shortestStall(browser, STALL_MS, async () => {
				const loop = await check();
				expect(loop).toMatchObject({ tone: 'fail', engine: 'worker' });
				loopMs = loop.ms;
			});
			expect(stall).toBeLessThan(STALL_MS);
			await write('main.js', solutionOf(FIRST, 'main.js'));
			const right = await check();
			expect(right).toMatchObject({ tone: 'pass', engine: 'worker' });
			await go(FIRST);
			await until(`document.querySelector('.plain textarea')?.value.includes('Brussels')`);
			note('worker stations', `ok, ${seconds(right.ms)}`);
			note('worker stations, a loop', seconds(loopMs));
		}
	);

	test(
		'a page: right, then a loop in its preview and in its check, and the page lives',
		{ timeout: 120_000 },
		async () => {
			await go(PAGE);
			await write('main.js', solutionOf(PAGE, 'main.js'));
			const right = await check();
			expect(right).toMatchObject({ tone: 'pass', engine: 'dom' });
			note('page stations', `ok, ${seconds(right.ms)}`);

			const frozen = await shortestStall(browser, STALL_MS, async () => {
				await write('main.js', solutionOf(PAGE, 'main.js'));
				await until(`document.querySelector('[data-preview="shown"]')`);
				await write('main.js', 'while (true) {}');
				await until(`document.querySelector('[data-preview="stuck"]')`);
			});
			expect(frozen).toBeLessThan(STALL_MS);
			let loopMs = 0;
			const held = await shortestStall(browser, STALL_MS, async () => {
				const loop = await check();
				expect(loop).toMatchObject({ tone: 'fail', engine: 'dom' });
				expect(loop.text).toMatch(/seconde/);
				expect(loop.ms).toBeLessThan(LOOP_MS);
				loopMs = loop.ms;
			});
			expect(held).toBeLessThan(STALL_MS);
			// The same text is not shown again: it would loop once more.
			expect(await browser.evaluate(`return ${preview}`)).toBe('stuck');
			note('endless loop in a page, preview / check', `${seconds(frozen)} / ${seconds(loopMs)}`);

			await write('main.js', solutionOf(PAGE, 'main.js'));
			expect(await check()).toMatchObject({ tone: 'pass', engine: 'dom' });
		}
	);

	/** With all that passes beside its script. */
	async function openShortPage(): Promise<void> {
		await go(SHORT_PAGE);
		await write('index.html', solutionOf(SHORT_PAGE, 'index.html'));
	}

	test(
		'a page with a regular expression that takes for ever: the page around it lives, the check ends and says so',
		{ timeout: 120_000 },
		async () => {
			await openShortPage();
			const stall = await shortestStall(browser, STALL_MS, async () => {
				await write('main.js', `/^(a+)+$/.test('a'.repeat(60) + '!');`);
				// Where nobody could end it, it is not begun.
				await until(name === 'Chromium' ? `${preview} === 'stuck'` : `${preview} === 'waiting'`);
				const slow = await check();
				expect(slow.tone).toBe('fail');
				expect(slow.text).toMatch(/seconde/);
				expect(slow.engine).toBe(name === 'Chromium' ? 'dom' : 'remote');
				expect(slow.ms).toBeLessThan(SHORT_MS);
				note('an endless regular expression in a page, check', seconds(slow.ms));
			});
			expect(stall).toBeLessThan(STALL_MS);
			await write('main.js', solutionOf(SHORT_PAGE, 'main.js'));
			expect(await check()).toMatchObject({ tone: 'pass', engine: 'dom' });
		}
	);

	test('Stop ends the check of a page that goes on for ever', { timeout: 120_000 }, async () => {
		await openShortPage();
		// On the page's own thread the guard is faster than anybody's Stop: there it goes on without holding it.
		const endless =
			name === 'Chromium' ? 'while (true) {}' : 'for (;;) await new Promise((go) => setTimeout(go, 5));';
		await write('main.js', endless);
		await browser.evaluate(`${button('check')}.click()`);
		await until(button('stop'));
		await browser.evaluate(`${button('stop')}.click()`);
		const ms = await until(button('check'));
		expect(ms).toBeLessThan(STALL_MS);
		note('Stop, in a page', seconds(ms));
		await write('main.js', solutionOf(SHORT_PAGE, 'main.js'));
		expect(await check()).toMatchObject({ tone: 'pass', engine: 'dom' });
	});

	test(
		'after a reload a page that did not end waits for a click, and nobody is locked out',
		{ timeout: 120_000 },
		async () => {
			await openShortPage();
			await write('main.js', 'while (true) {}');
			await until(`${preview} === 'stuck'`);
			for (const _ of ['once', 'and again']) {
				await go(SHORT_PAGE);
				await until(`${preview} === 'waiting'`);
			}
			await browser.evaluate(`document.querySelector('[data-preview] button').click()`);
			await until(`${preview} === 'stuck'`);
			await write('main.js', solutionOf(SHORT_PAGE, 'main.js'));
			await until(`${preview} === 'shown'`);
			await go(SHORT_PAGE);
			await until(`${preview} === 'shown'`);
		}
	);

	test(
		'a report of a bug: what keys do to the app becomes steps, and the steps show the bug',
		{ timeout: 120_000 },
		async () => {
			await go(REPORT);
			const steps = (count: number) =>
				until(`document.querySelectorAll('#pane-code ol > li').length === ${count}`);
			const app = `document.querySelector('#pane-page iframe:not([inert])')`;
			await until(`document.querySelector('[data-app="shown"]') && ${app}`);
			// From the frame to its list, its button, and what the button has brought.
			await browser.evaluate(`${app}.focus();`);
			for (const key of ['Tab', 'Tab', 'Enter']) await browser.press(key);
			await steps(1);
			for (const key of ['Tab', 'Enter']) await browser.press(key);
			await steps(2);
			await browser.evaluate(
				`for (const [name, value] of Object.entries(args[0])) {
					const field = document.querySelector('#pane-code [id$="-' + name + '"]:is(input, textarea)');
					field.value = value;
					field.dispatchEvent(new Event('input', { bubbles: true }));
				}
				document.querySelectorAll('#pane-code input[type="radio"]')[1].click();`,
				REPORT_TEXTS
			);
			const right = await check();
			expect(right).toMatchObject({ tone: 'pass', engine: 'dom' });
			note('reports of bugs', `ok, ${seconds(right.ms)}`);
		}
	);

	test(
		'a program of Node, where the container cannot be reached: the server has it, soon, and at once on the next page',
		{ timeout: 120_000 },
		async () => {
			await go(NODE);
			const began = performance.now();
			await write('main.js', solutionOf(NODE, 'main.js'));
			expect(await check()).toMatchObject({ tone: 'pass', engine: 'remote' });
			note('Node stations, StackBlitz blocked', `server, passed in ${seconds(performance.now() - began)}`);
			await go(NODE);
			await until(`${ENGINE} === 'remote'`);
			const again = await check();
			expect(again).toMatchObject({ tone: 'pass', engine: 'remote' });
			note('the same, on the next page', `passed in ${seconds(again.ms)}`);
		}
	);
});
