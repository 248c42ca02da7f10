import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { launchBrowser } from '../../support/browser.ts';
import type { PageCase } from './read-cases.ts';

const TYPES: Readonly<Record<string, string>> = {
	html: 'text/html',
	css: 'text/css',
	js: 'text/javascript'
};

/**
 * In the page: opens each case in a frame, one after another, and reads it. A colour is what Chromium paints, as `rgb()`; one
 * with less than full cover keeps its text, which no pixel tells. Names of fonts are small and without quotes, as `styleOf` gives them.
 */
const READ = `async (reads) => {
	const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
	const formOf = (property, text) => (property === 'font-family' ? text.toLowerCase().replaceAll('"', '') : painted(text));
	const painted = (text) => {
		if (!/^(?:oklch|oklab|lab|lch|color)\\(/.test(text)) return text;
		canvas.fillStyle = text;
		canvas.fillRect(0, 0, 1, 1);
		const [red, green, blue, cover] = canvas.getImageData(0, 0, 1, 1).data;
		return cover === 255 ? 'rgb(' + [red, green, blue].join(', ') + ')' : text;
	};
	const results = [];
	for (const [index, expression] of reads.entries()) {
		const frame = document.createElement('iframe');
		frame.style.cssText = 'width: 800px; height: 600px; border: 0';
		frame.src = '/' + index + '/index.html';
		document.body.replaceChildren(frame);
		await new Promise((resolve) => (frame.onload = resolve));
		const inner = frame.contentWindow;
		const $ = (selector) => inner.document.querySelector(selector);
		const $$ = (selector) => inner.document.querySelectorAll(selector);
		const style = (selector, property) => formOf(property, inner.getComputedStyle($(selector)).getPropertyValue(property));
		const read = new inner.Function('$', '$$', 'style', 'return (' + expression + ')');
		try {
			results.push(JSON.stringify(read($, $$, style)) ?? 'undefined');
		} catch (error) {
			results.push('throws ' + error.name);
		}
	}
	return results;
}`;

/** What Chromium itself says of pages that a server serves: no engine, no harness. One text for each case. */
export async function readNatively(cases: readonly PageCase[]): Promise<string[]> {
	const server = createServer((request, response) => {
		const [, index, name = ''] = (request.url ?? '').split('/');
		const text = cases[Number(index || NaN)]?.files[name];
		if (text === undefined)
			return void response.writeHead(index ? 404 : 200, { 'content-type': 'text/html' }).end('');
		response
			.writeHead(200, { 'content-type': `${TYPES[name.split('.').at(-1) ?? '']}; charset=utf-8` })
			.end(text);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const browser = await launchBrowser();
	try {
		const page = await browser.newPage({ viewport: { width: 1024, height: 768 } });
		await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
		return await page.evaluate(`(${READ})(${JSON.stringify(cases.map(({ reads }) => reads))})`);
	} finally {
		await browser.close();
		server.closeAllConnections();
		server.close();
	}
}
