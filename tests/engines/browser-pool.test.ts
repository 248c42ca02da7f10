import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { STATED_SETTING, type RunSetting } from '../../src/lib/contract/run-setting.ts';
import type { Report } from '../../src/lib/contract/report.ts';
import { startBrowser, type BrowserProcess } from '../../src/lib/server/browser/browser-process.ts';
import { openContext } from '../../src/lib/server/browser/page-context.ts';
import { processTree } from '../../src/lib/server/sandbox/usage.ts';
import type { Pool } from '../../src/lib/server/sandbox/pool.ts';
import { openDenoPool, probedBrowser } from '../support/deno-pool.ts';
import { AMPLE_MS, makePlan, nodeHarnesses } from '../support/make-plan.ts';
import { openHere } from '../support/not-here.ts';

/** A first start of a browser takes half a minute where there is much else to do. */
const LONG = { timeout: 120_000 };

let pool: Pool;
openHere(async () => {
	pool = await openDenoPool({ warm: { worker: 0, dom: 0, node: 0 }, parallel: 2 }, { browser: true });
});
afterAll(() => pool?.dispose());

const PAGE = '<!doctype html><title>x</title><p id="a">empty</p><script src="main.js"></script>';
const SUITE = `import { expect, test } from 'vitest';
import { openPage } from 'passerelle/page';
test('says 0', async () => {
	await openPage();
	expect(document.querySelector('#a').textContent).toBe('0');
});`;

async function judge(program: string, timeMs = AMPLE_MS, setting?: RunSetting): Promise<Report> {
	const plan = await makePlan({
		need: 'dom',
		entry: 'index.html',
		files: { 'index.html': PAGE, 'main.js': program },
		suite: { 'tests/a.test.js': SUITE },
		expected: ['says 0'],
		timeMs
	});
	const { signal } = new AbortController();
	return pool.run(plan, { client: 'test', reason: 'default', signal, ...(setting && { setting }) });
}
const RIGHT = `document.querySelector('#a').textContent = 0;`;
const stateOf = (report: Report) => report.runs[0]!.tests[0]!.state;
const spoiled = (): number => {
	const judgement = pool.judgement();
	return judgement?.verified ? judgement.spoiled : -1;
};

test('a page is judged in Chromium: right work passes, wrong work does not', LONG, async () => {
	expect(stateOf(await judge(RIGHT))).toBe('pass');
	expect(stateOf(await judge(`document.querySelector('#a').textContent = 'o';`))).toBe('fail');
	expect(pool.judgement()).toMatchObject({ verified: true });
});

test(
	'a browser that had a submission is asked for the next one, in a page that knows nothing of the first',
	LONG,
	async () => {
		const leave = `window.left = 1; history.replaceState({ left: 1 }, ''); window.name = 'left';`;
		await judge(leave);
		const before = spoiled();
		const look = `if (window.left || history.state || window.name) throw new Error('left'); ${RIGHT}`;
		expect(stateOf(await judge(look))).toBe('pass');
		expect(spoiled()).toBe(before);
	}
);

test.each([
	["document.body.setAttribute('onunload', 'for (;;) {}');"],
	['document.body.onunload = document.body.onpagehide = document.body.onbeforeunload = loop;'],
	['window.onunload = window.onpagehide = window.onbeforeunload = document.onvisibilitychange = loop;'],
	["let asked = 0; addEventListener({ toString: () => (asked++ ? 'unload' : 'click') }, loop);"],
	[
		"for (const type of ['unload', 'pagehide', 'visibilitychange']) { addEventListener(type, loop); document.addEventListener(type, loop); }"
	],
	[
		"document.documentElement.innerHTML += '<frameset onunload=\"for (;;) {}\">'; document.createElement('frameset').onunload = loop;"
	],
	["if (window.when) for (const type of ['unload', 'pagehide']) window.when(type).subscribe(loop);"]
])('a page that would loop while it is closed does not: %s', LONG, async (attack) => {
	const before = spoiled();
	const loop = 'function loop() { for (;;) {} }';
	expect(stateOf(await judge(`${RIGHT} ${loop} ${attack} ${RIGHT}`))).toBe('pass');
	expect(stateOf(await judge(RIGHT))).toBe('pass');
	expect(spoiled()).toBe(before);
});

test(
	'a page runs in the stated setting, or in another that is asked for, and finds no trace of who asked',
	LONG,
	async () => {
		const tell = `document.querySelector('#a').textContent = [new Date(0).getHours(), '__passerelle_bridge__' in globalThis];`;
		const received = async (setting?: RunSetting) =>
			(await judge(tell, AMPLE_MS, setting)).runs[0]!.tests[0]!.failure?.received;
		expect(await received()).toBe('1,false');
		expect(await received({ ...STATED_SETTING, timeZone: 'Asia/Tokyo' })).toBe('9,false');
	}
);

test.each([
	['loops for ever', 'for (;;);', 'timeout'],
	[
		'fills the memory',
		'const all = []; for (;;) all.push(new Uint8Array(16_000_000).fill(1));',
		'out-of-memory'
	]
])(
	'a browser whose page %s is ended, and the next page is judged in another',
	async (_what, program, status) => {
		await judge(RIGHT);
		const before = spoiled();
		// Filling memory takes its time where there is much else to do.
		expect((await judge(program, status === 'timeout' ? 1000 : 60_000)).status).toBe(status);
		await expect.poll(spoiled).toBe(before + 1);
		expect(stateOf(await judge(RIGHT))).toBe('pass');
	},
	120_000
);

test('a page of another submission goes on beside one that loops', LONG, async () => {
	const [looping, right] = await Promise.all([judge('for (;;);', 3000), judge(RIGHT)]);
	expect(looping.status).toBe('timeout');
	expect(stateOf(right)).toBe('pass');
});

test('a submission that is given up ends its browser', LONG, async () => {
	const before = spoiled();
	const leaving = new AbortController();
	const plan = await makePlan({
		need: 'dom',
		entry: 'index.html',
		files: { 'index.html': PAGE, 'main.js': 'for (;;);' },
		suite: { 'tests/a.test.js': SUITE },
		expected: ['says 0'],
		timeMs: 60_000
	});
	const onEvent = ({ type }: { type: string }) => void (type === 'started' && leaving.abort());
	const running = pool.run(plan, { client: 'test', reason: 'default', signal: leaving.signal, onEvent });
	await expect(running).rejects.toThrow();
	await expect.poll(spoiled).toBe(before + 1);
});

/** A browser as the pool starts it. */
async function withBrowser(work: (browser: BrowserProcess) => Promise<void>): Promise<void> {
	const { chromium, found } = await probedBrowser();
	const browser = await startBrowser(chromium, found.way, (await nodeHarnesses()).browser);
	try {
		await work(browser);
	} finally {
		browser.kill();
		await browser.closed;
	}
}

test('a browser reaches no server and no file, not even from the page around the frame', LONG, async () => {
	let asked = 0;
	const server = createServer((_request, response) => {
		asked += 1;
		response.setHeader('access-control-allow-origin', '*').end('reached');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await withBrowser(async (browser) => {
		const page = await openContext(browser, { harden: true });
		const tries = [
			`http://127.0.0.1:${port}/`,
			`http://localhost:${port}/`,
			'https://page.invalid/secret',
			'file:///etc/hostname'
		];
		for (const url of tries)
			expect([
				url,
				await page.evaluate(
					`fetch(${JSON.stringify(url)}, { mode: 'no-cors' }).then(() => 'reached', () => 'refused')`
				)
			]).toEqual([url, 'refused']);
		const socket = `new Promise((resolve) => { const socket = new WebSocket('ws://127.0.0.1:${port}/'); socket.onerror = () => resolve('refused'); socket.onopen = () => resolve('reached'); })`;
		expect(await page.evaluate(socket)).toBe('refused');
	});
	expect(asked).toBe(0);
	server.close();
});

test(
	"pages are in Chromium's own sandbox where it can be had, and all processes end with the browser",
	LONG,
	async () => {
		const { found } = await probedBrowser();
		let tree: number[] = [];
		await withBrowser(async (browser) => {
			const page = await openContext(browser, { harden: true });
			await page.evaluate('passerelle.hear()');
			tree = processTree(browser.pid, 8);
			const pages = tree.filter((pid) =>
				readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')
			);
			expect(pages.length).toBeGreaterThanOrEqual(2);
			for (const pid of pages) {
				const status = readFileSync(`/proc/${pid}/status`, 'utf8');
				// 2: a filter of system calls.
				expect(/^Seccomp:\t(\d)$/m.exec(status)?.[1]).toBe(found.way.ownSandbox ? '2' : '0');
				if (found.standing.includes('user')) expect(/^Uid:\t(\d+)/m.exec(status)?.[1]).not.toBe('0');
			}
		});
		await expect.poll(() => readdirSync('/proc').filter((name) => tree.includes(Number(name)))).toEqual([]);
	}
);

/** Browsers that this process has started. */
const browsersHere = (): string[] =>
	readdirSync('/proc').filter((name) => {
		try {
			const [, parent] = /^PPid:\t(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, 'utf8')) ?? [];
			const isOurs = Number(parent) === process.pid;
			return isOurs && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('--remote-debugging-pipe');
		} catch {
			return false;
		}
	});

test('an end waits for browsers that are still starting: nothing is left of them', LONG, async () => {
	const before = browsersHere();
	const started = () => browsersHere().filter((pid) => !before.includes(pid));
	const closing = await openDenoPool({ warm: { worker: 0, dom: 1, node: 0 } }, { browser: true });
	await closing.warm();
	await expect.poll(started, { interval: 5 }).toHaveLength(1);
	await closing.dispose();
	expect(started()).toEqual([]);
});
