import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import type { Page } from 'playwright';
import { cachedHarness } from '../../src/build/harness-cache.ts';
import { isolationHeaders } from '../../src/lib/server/front/headers.mjs';
import { buildPageAsset } from '../../src/build/page-assets.ts';
import type { Plan } from '../../src/lib/contract/plan.ts';
import type { Attempt, AttemptOptions } from './attempt-run.ts';
import { launchBrowser } from './browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The page's side: the real worker engine, and a way to run a plan from the test. */
const PAGE_SCRIPT = `
import { attemptRun } from './tests/support/attempt-run.ts';
import { createWorkerEngine } from './src/lib/engines/worker/worker-engine.ts';
const engine = createWorkerEngine({ sandboxUrl: '/engine/sandbox.html' });
const session = engine.boot(new AbortController().signal);
window.secret = 'the page';
window.longestStall = 0;
let last = performance.now();
setInterval(() => { const now = performance.now(); window.longestStall = Math.max(window.longestStall, now - last - 10); last = now; }, 10);
window.runPlan = async (plan, options) => attemptRun(await session, plan, options);
window.prepareRun = async (likely) => (await session).prepare(likely);
window.engineSession = session;
window.booted = session.then(() => true);
`;

export interface EnginePage {
	page: Page;
	run(plan: Plan, options?: AttemptOptions): Promise<Attempt>;
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

/**
 * Opens the real worker engine in real Chromium, on a page isolated like the site's. `script` (TypeScript, run from the
 * project's root) takes the place of the page's own; it must set `window.booted`. `args`: of a browser of its own.
 */
export async function openEnginePage(
	script = PAGE_SCRIPT,
	more: Record<string, { type: string; body: string | Buffer }> = {},
	args: readonly string[] = []
): Promise<EnginePage> {
	const [bundle, sandbox] = await Promise.all([
		bundlePage(script),
		buildPageAsset('sandbox.html', cachedHarness)
	]);
	const strangeRequests: string[] = [];
	const files: Record<string, { type: string; body: string | Buffer }> = {
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
	const browser = await launchBrowser(args);
	const page = await browser.newPage();
	await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
	await page.evaluate('window.booted');
	return {
		page,
		strangeRequests,
		run: (plan, options) =>
			page.evaluate(
				([plan, options]) =>
					(window as never as { runPlan: (...a: unknown[]) => never }).runPlan(plan, options),
				[plan, options] as const
			),
		async close() {
			await browser.close();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
