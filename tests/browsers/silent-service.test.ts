import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS } from '../support/browsers/browsers.ts';
import type { WebDriver } from '../support/browsers/webdriver.ts';
import { openHere } from '../support/not-here.ts';
import { servePage, type ServedPage } from '../support/serve-page.ts';

/** So long may the container's service keep a learner waiting who could have the server at once. */
const GIVES_WAY_MS = 7000;

const SCRIPT = `
import { preflight } from './src/lib/workspace/engines/preflight.ts';
window.preflightOf = async (url) => {
	const began = performance.now();
	const answer = await preflight(new AbortController().signal, url);
	return { answer, ms: performance.now() - began, frames: document.querySelectorAll('iframe').length };
};`;

/** Of a line that drops packets in silence a browser sees as much: a connection on which nothing ever comes. */
let silent: Server;
let served: ServedPage;
beforeAll(async () => {
	silent = createServer(() => {}).listen(0, '127.0.0.1');
	served = await servePage(SCRIPT);
});
afterAll(async () => {
	silent?.close();
	await served?.close();
});

describe.each(BROWSERS)('in %s', (name, open) => {
	let browser: WebDriver;
	openHere(async () => {
		browser = await open();
		await browser.goto(served.url);
	});
	afterAll(() => browser?.close());

	test('a service that takes the connection and says nothing is given up soon, and its frame is gone', async () => {
		const { port } = silent.address() as AddressInfo;
		const { answer, ms, frames } = await browser.evaluate<{ answer: string; ms: number; frames: number }>(
			'return window.preflightOf(args[0])',
			`http://127.0.0.1:${port}/headless`
		);
		console.log(`${name}: ${answer} after ${Math.round(ms)} ms`);
		expect({ answer, frames }).toEqual({ answer: 'unknown', frames: 0 });
		expect(ms).toBeLessThan(GIVES_WAY_MS);
	});
});
