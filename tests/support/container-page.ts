import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import type { Page } from 'playwright';
import { cachedHarness } from '../../src/build/harness-cache.ts';
import { buildPageAsset } from '../../src/build/page-assets.ts';
import { isolationHeaders } from '../../src/lib/server/front/headers.mjs';
import type { Plan } from '../../src/lib/contract/plan.ts';
import type { PageSession, Wait } from '../../src/lib/engines/engine.ts';
import { CONTAINER_ORIGINS } from '../../src/lib/server/engines-config.ts';
import type { Attempt, AttemptOptions } from './attempt-run.ts';
import { launchBrowser } from './browser.ts';
import { routeWebcontainer, type Standin, type StandinOptions } from './webcontainer-standin/route.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The page's side: the real engine with the real client, and ways to use them from the test. */
const PAGE_SCRIPT = `
import { attemptRun } from './tests/support/attempt-run.ts';
import { createWebcontainerEngine } from './src/lib/engines/webcontainer/webcontainer-engine.ts';
window.engine = createWebcontainerEngine({ scriptsUrl: '/engine/container.json', apiKey: new URL(location).searchParams.get('key') });
window.boot = async (abortAfterMs) => {
	const controller = new AbortController();
	if (abortAfterMs !== undefined) setTimeout(() => controller.abort(new Error('stopped')), abortAfterMs);
	const waits = [];
	try {
		window.session = await engine.boot(controller.signal, (wait) => waits.push(wait));
		return { waits };
	} catch (error) {
		return { waits, reason: error.reason ?? String(error) };
	}
};
window.runPlan = (plan, options) => attemptRun(session, plan, options);
`;

/** What the page's script puts on the window: for functions that a test runs in the page. */
export interface ContainerWindow {
	session: PageSession;
	boot(abortAfterMs?: number): Promise<{ waits: Wait[]; reason?: string }>;
	runPlan(plan: Plan, options?: AttemptOptions): Promise<Attempt>;
}

export interface ContainerPage {
	page: Page;
	standin: Standin;
	boot: ContainerWindow['boot'];
	run: ContainerWindow['runPlan'];
	close(): Promise<void>;
}

let scripts: ReturnType<typeof buildScripts> | undefined;

/** Bundled once per test process. */
async function buildScripts(): Promise<{ page: string; container: string }> {
	const [bundle, container] = await Promise.all([
		esbuild.build({
			stdin: { contents: PAGE_SCRIPT, resolveDir: root, loader: 'ts' },
			bundle: true,
			write: false,
			format: 'esm',
			target: 'es2022'
		}),
		buildPageAsset('container.json', cachedHarness)
	]);
	return { page: bundle.outputFiles[0]!.text, container };
}

/**
 * Opens the engine in real Chromium, on a page isolated like the site's, with the stand-in for the service; `real`: with
 * the service itself.
 */
export async function openContainerPage(
	options: Partial<StandinOptions> = {},
	real?: { apiKey: string | null }
): Promise<ContainerPage> {
	const { page: pageScript, container } = await (scripts ??= buildScripts());
	const files: Record<string, { type: string; body: string }> = {
		'/': {
			type: 'text/html',
			body: '<!doctype html><title>engine</title><body><script type="module" src="/page.js"></script>'
		},
		'/page.js': { type: 'text/javascript', body: pageScript },
		'/engine/container.json': { type: 'application/json', body: container },
		'/favicon.ico': { type: 'image/x-icon', body: '' }
	};
	const server = createServer((request, response) => {
		const path = (request.url ?? '').split('?')[0]!;
		response.setHeader('content-security-policy', `frame-src 'self' ${CONTAINER_ORIGINS.join(' ')}`);
		for (const [name, value] of Object.entries(isolationHeaders(path))) response.setHeader(name, value);
		const file = files[path];
		if (!file) return void response.writeHead(404).end();
		response.writeHead(200, { 'content-type': file.type }).end(file.body);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const browser = await launchBrowser();
	const page = await browser.newPage();
	const standin = real ? null : await routeWebcontainer(page, options);
	const key = real ? real.apiKey : 'a-public-key';
	const query = key === null ? '' : `?key=${key}`;
	// By this name: the service lets plain HTTP pass for it only.
	await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/${query}`);
	await page.waitForFunction('window.runPlan');
	const inPage = <T>(name: string, args: unknown[]): Promise<T> =>
		page.evaluate(
			([name, args]) =>
				(window as unknown as Record<string, (...args: unknown[]) => Promise<never>>)[name]!(...args),
			[name, args] as const
		);
	return {
		page,
		get standin() {
			if (!standin) throw new Error('The service itself is used');
			return standin;
		},
		boot: (...args) => inPage('boot', args),
		run: (...args) => inPage('runPlan', args),
		async close() {
			await browser.close();
			await standin?.close();
			await new Promise((closed) => server.close(closed));
		}
	};
}
