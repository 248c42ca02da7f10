import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from './support/browser.ts';

/** The terminal with a shell that a test drives: it writes down what it gets, and shows it in brackets. */
const PAGE_SCRIPT = `
import { openTerminal } from './src/lib/workspace/terminal/open-terminal.ts';
const got = (window.got = { typed: '', shells: [], sizes: [], exits: [], kills: 0 });
const machine = {
	async shell(size, onOutput) {
		got.shells.push(size);
		window.print = onOutput;
		let end;
		const exit = new Promise((resolve) => (end = resolve));
		window.endShell = end;
		return {
			write(text) { got.typed += text; onOutput('[' + JSON.stringify(text).slice(1, -1) + ']'); },
			resize: ({ cols, rows }) => got.sizes.push({ cols, rows }),
			kill: () => got.kills++,
			exit
		};
	}
};
window.terminal = openTerminal(document.querySelector('#host'), {
	machine, label: 'Terminal', describedBy: 'hint', onExit: (code) => got.exits.push(code)
});
`;
const PAGE = `<!doctype html><style>:root { --color-ink: #123456; --color-surface: #ffffff; color-scheme: light dark }
:root[data-theme='dark'] { --color-ink: #fedcba; --color-surface: #101010 } #host { width: 600px; height: 300px; font: 16px monospace }</style>
<button>before</button><div id="host"></div><p id="hint">Escape, then Tab, to leave</p><button>after</button>`;

interface Got {
	typed: string;
	shells: { cols: number; rows: number }[];
	sizes: { cols: number; rows: number }[];
	exits: number[];
	kills: number;
}

let browser: Browser;
let script: string;
let page: Page;
beforeAll(async () => {
	const { outputFiles } = await esbuild.build({
		stdin: { contents: PAGE_SCRIPT, resolveDir: fileURLToPath(new URL('..', import.meta.url)), loader: 'ts' },
		bundle: true,
		write: false,
		outdir: 'out',
		format: 'iife'
	});
	script = outputFiles.find(({ path }) => path.endsWith('.js'))!.text;
	browser = await launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
	await page?.close();
	page = await browser.newPage();
	await page.setContent(PAGE);
	await page.addScriptTag({ content: script });
	await expect.poll(() => got().then(({ shells }) => shells.length)).toBe(1);
});

const got = (): Promise<Got> => page.evaluate('got');
const shown = (): Promise<string> => page.locator('.xterm-accessibility-tree').innerText();
const focused = (): Promise<string | null> =>
	page.evaluate(
		() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? null
	);

test('what is typed goes to the shell, and what it prints can be read, also by a screen reader', async () => {
	await page.getByRole('textbox', { name: 'Terminal' }).focus();
	await page.keyboard.type('ls');
	await page.keyboard.press('Enter');
	await page.evaluate(`print('main.js\\r\\n')`);
	await expect.poll(shown).toContain('[l][s][\\r]main.js');
	expect((await got()).typed).toBe('ls\r');
});

test('Tab is the shell’s; after Escape it moves on, and Shift+Tab back', async () => {
	const terminal = page.getByRole('textbox', { name: 'Terminal' });
	await terminal.focus();
	await page.keyboard.press('Tab');
	expect([await focused(), (await got()).typed]).toEqual(['Terminal', '\t']);
	await page.keyboard.press('Escape');
	await page.keyboard.press('Tab');
	expect(await focused()).toBe('after');
	await terminal.focus();
	await page.keyboard.press('Escape');
	await page.keyboard.press('Shift+Tab');
	expect(await focused()).toBe('before');
	await terminal.focus();
	await page.keyboard.press('Tab');
	expect(await focused()).toBe('Terminal');
	expect(await terminal.getAttribute('aria-describedby')).toBe('hint');
});

test('the shell hears of the terminal’s size, and not of a size of nothing', async () => {
	const { shells } = await got();
	expect(shells[0]!.cols).toBeGreaterThan(40);
	await page.evaluate(() => (document.querySelector<HTMLElement>('#host')!.style.width = '300px'));
	await expect.poll(async () => (await got()).sizes.at(-1)?.cols).toBeLessThan(shells[0]!.cols);
	const before = (await got()).sizes.length;
	await page.evaluate(() => (document.querySelector<HTMLElement>('#host')!.hidden = true));
	await page.evaluate(
		() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
	);
	expect((await got()).sizes.length).toBe(before);
});

test('after a shell has ended, a key starts another one', async () => {
	await page.evaluate('endShell(3)');
	await expect.poll(async () => (await got()).exits).toEqual([3]);
	await page.getByRole('textbox', { name: 'Terminal' }).focus();
	await page.keyboard.press('Enter');
	await expect.poll(async () => (await got()).shells.length).toBe(2);
});

test('its colours follow the theme', async () => {
	const colour = () => page.evaluate(() => getComputedStyle(document.querySelector('.xterm-rows')!).color);
	expect(await colour()).toBe('rgb(18, 52, 86)');
	await page.evaluate(() => (document.documentElement.dataset.theme = 'dark'));
	await expect.poll(colour).toBe('rgb(254, 220, 186)');
});

test('when it is closed the shell is ended', async () => {
	await page.evaluate('terminal.dispose()');
	expect((await got()).kills).toBe(1);
	expect(await page.locator('.xterm').count()).toBe(0);
});
