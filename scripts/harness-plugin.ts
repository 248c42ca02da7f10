import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import type { Plugin } from 'vite';
import { bundleHarness, type HarnessPart } from '../src/lib/engines/harness/bundle.ts';
import type { Harnesses } from '../src/lib/server/verify/native-engine.ts';
import { sandboxPage } from '../src/lib/engines/worker/sandbox-page.ts';

const DIRECTORY = fileURLToPath(new URL('../src/lib/engines/harness', import.meta.url));
const SANDBOX_ID = 'virtual:passerelle/sandbox-url';
const NODE_ID = 'virtual:passerelle/harness-node';
const DEV_URL = '/engine/sandbox.html';
const CONTAINER_ID = 'virtual:passerelle/container-url';
const CONTAINER_DEV_URL = '/engine/container.js';

const WORKER: HarnessPart = { entry: 'worker-entry.ts', globals: 'captured-globals.ts', platform: 'browser' };
const THREAD: HarnessPart = { entry: 'node-entry.ts', globals: 'captured-globals.ts', platform: 'node' };

/**
 * The kinds of harness: the scripts that a sandbox loads, in order. `worker`: a worker of the page. `thread…`: a thread
 * of Node or a process of Deno, for exercises that need only the language, a page, or Node. `container`: a process of
 * Node in a WebContainer.
 */
const KINDS = {
	worker: [WORKER],
	thread: [THREAD],
	'thread-dom': [THREAD],
	'thread-node': [THREAD],
	container: [THREAD]
} as const satisfies Record<string, readonly HarnessPart[]>;
export type HarnessKind = keyof typeof KINDS;

const bundlePart = (part: HarnessPart, minify: boolean): Promise<string> =>
	bundleHarness({
		build: (options) => esbuild.build({ ...options, write: false }),
		readFile: (path) => readFile(path, 'utf8'),
		directory: DIRECTORY,
		part,
		minify
	});

/** The harness for one kind of sandbox, as text. A second or two. */
export async function buildHarness(kind: HarnessKind, minify: boolean): Promise<string> {
	const scripts = await Promise.all(KINDS[kind].map((part) => bundlePart(part, minify)));
	return scripts.join('');
}

/** The harness for Node, one text for each need. */
export async function buildHarnesses(build: (kind: HarnessKind) => Promise<string>): Promise<Harnesses> {
	const [worker, dom, node] = await Promise.all([build('thread'), build('thread-dom'), build('thread-node')]);
	return { worker, dom, node };
}

/**
 * `virtual:passerelle/sandbox-url`: the address of the sandbox's page, the worker's harness in it, a hashed asset.
 * `virtual:passerelle/harness-node`: the texts for Node by need, for the server only.
 * `virtual:passerelle/container-url`: the address of the harness for WebContainers, a hashed asset.
 */
export function harnessPlugin(): Plugin {
	let dev = false;
	const built = new Map<HarnessKind, Promise<string>>();
	const once = (kind: HarnessKind) => {
		let text = built.get(kind);
		if (!text) built.set(kind, (text = buildHarness(kind, !dev)));
		return text;
	};
	return {
		name: 'passerelle-harness',
		configResolved: (config) => void (dev = config.command === 'serve'),
		resolveId: (id) => ([SANDBOX_ID, NODE_ID, CONTAINER_ID].includes(id) ? `\0${id}` : undefined),
		async load(id) {
			if (id === `\0${NODE_ID}`) return `export default ${JSON.stringify(await buildHarnesses(once))};`;
			if (id === `\0${CONTAINER_ID}`) {
				if (dev) return `export default ${JSON.stringify(CONTAINER_DEV_URL)};`;
				const source = await once('container');
				const hash = createHash('sha256').update(source).digest('hex').slice(0, 12);
				const fileName = `_app/immutable/engine/container.${hash}.js`;
				if (this.environment.name === 'client') this.emitFile({ type: 'asset', fileName, source });
				return `export default ${JSON.stringify(`/${fileName}`)};`;
			}
			if (id !== `\0${SANDBOX_ID}`) return;
			if (dev) return `export default ${JSON.stringify(DEV_URL)};`;
			const source = sandboxPage(await once('worker'));
			const hash = createHash('sha256').update(source).digest('hex').slice(0, 12);
			const fileName = `_app/immutable/engine/sandbox.${hash}.html`;
			if (this.environment.name === 'client') this.emitFile({ type: 'asset', fileName, source });
			return `export default ${JSON.stringify(`/${fileName}`)};`;
		},
		configureServer(server) {
			server.middlewares.use(DEV_URL, (_request, response, next) => {
				once('worker').then((text) => {
					response.setHeader('content-type', 'text/html; charset=utf-8');
					response.end(sandboxPage(text));
				}, next);
			});
			server.middlewares.use(CONTAINER_DEV_URL, (_request, response, next) => {
				once('container').then((text) => {
					response.setHeader('content-type', 'text/javascript; charset=utf-8');
					response.end(text);
				}, next);
			});
			server.watcher.on('change', (path) => void (path.startsWith(DIRECTORY) && built.clear()));
		}
	};
}
