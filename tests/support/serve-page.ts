import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { cachedHarness } from '../../src/build/harness-cache.ts';
import { isolationHeaders } from '../../src/lib/server/front/headers.mjs';
import { buildPageAsset } from '../../src/build/page-assets.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Answers of a test's server: path → what it has. */
export type ServedFiles = Record<string, { type: string; body: string | Buffer }>;

/** A page of a test, isolated like the site's. */
export interface ServedPage {
	url: string;
	/** Every request the server saw besides the page's own. */
	strangeRequests: string[];
	close(): Promise<void>;
}

/** Scripts of pages, each bundled once per process. */
const bundled = new Map<string, Promise<string>>();

function bundlePage(contents: string): Promise<string> {
	const bundle = () =>
		esbuild.build({
			stdin: { contents, resolveDir: root, loader: 'ts' },
			bundle: true,
			write: false,
			format: 'esm',
			target: 'es2022'
		});
	const text = bundled.get(contents) ?? bundle().then(({ outputFiles }) => outputFiles[0]!.text);
	bundled.set(contents, text);
	return text;
}

/** Serves a page that runs `script` (TypeScript, from the project's root), the frame of workers, and `more`. */
export async function servePage(script: string, more: ServedFiles = {}): Promise<ServedPage> {
	const [bundle, sandbox] = await Promise.all([
		bundlePage(script),
		buildPageAsset('sandbox.html', cachedHarness)
	]);
	const strangeRequests: string[] = [];
	const files: ServedFiles = {
		...more,
		'/': {
			type: 'text/html',
			body: '<!doctype html><title>engine</title><script type="module" src="/page.js"></script>'
		},
		'/page.js': { type: 'text/javascript', body: bundle },
		'/engine/sandbox.html': { type: 'text/html', body: sandbox },
		'/favicon.ico': { type: 'image/x-icon', body: '' }
	};
	const server: Server = createServer((request, response) => {
		const path = request.url ?? '';
		response.setHeader('content-security-policy', "frame-src 'self'");
		for (const [name, value] of Object.entries(isolationHeaders(path))) response.setHeader(name, value);
		const file = files[path];
		if (!file) {
			strangeRequests.push(`${request.method} ${path}`);
			return void response.writeHead(404).end();
		}
		response.writeHead(200, { 'content-type': file.type }).end(file.body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		strangeRequests,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}
