import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import type { Plugin } from 'vite';
import { framePage } from '../src/lib/engines/dom/frame-page.ts';
import { bundleHarness, type HarnessPart } from '../src/lib/engines/harness/build/bundle.ts';
import type { Harnesses } from '../src/lib/server/threads/native-engine.ts';
import { sandboxPage } from '../src/lib/engines/worker/sandbox-page.ts';

const DIRECTORY = fileURLToPath(new URL('../src/lib/engines/harness', import.meta.url));
const ENGINES = fileURLToPath(new URL('../src/lib/engines', import.meta.url));
const SANDBOX_ID = 'virtual:passerelle/sandbox-url';
const NODE_ID = 'virtual:passerelle/harness-node';
const CONTAINER_ID = 'virtual:passerelle/container-url';
const CONTAINER_DEV_URL = '/engine/container.js';

const WORKER: HarnessPart = { entry: 'worker-entry.ts', globals: 'captured-globals.ts', platform: 'browser' };
const THREAD: HarnessPart = { entry: 'node-entry.ts', globals: 'captured-globals.ts', platform: 'node' };
const HAPPY_DOM: HarnessPart = { entry: 'page/happy-dom-entry.ts', globals: null, platform: 'node' };
const PAGE_THREAD: HarnessPart = {
	entry: 'page/thread-entry.ts',
	globals: 'page/captured-globals.ts',
	platform: 'node'
};

const FRAME: HarnessPart = {
	entry: 'page/frame-entry.ts',
	globals: 'page/captured-globals.ts',
	platform: 'browser'
};
const PREVIEW: HarnessPart = { entry: '../dom/preview-entry.ts', globals: null, platform: 'browser' };

const CONTAINER: HarnessPart = {
	entry: 'node/container-entry.ts',
	globals: 'captured-globals.ts',
	platform: 'node'
};
/** The file system of Node exercises, before the harness. */
const FILES: HarnessPart = { entry: 'node/memory-files.ts', globals: null, platform: 'node' };
const NODE_THREAD: HarnessPart = {
	entry: 'node/thread-entry.ts',
	globals: 'captured-globals.ts',
	platform: 'node'
};

/**
 * The kinds of harness: the scripts that a sandbox loads, in order. `worker`: a worker of the page. `thread…`: a thread
 * of Node or a process of Deno, for exercises that need only the language, a page, or Node. `container`: a process of
 * Node in a WebContainer. `frame`: the document of a frame. `preview`: a page that is only shown, without Vitest.
 */
const KINDS = {
	worker: [WORKER],
	thread: [THREAD],
	'thread-dom': [HAPPY_DOM, PAGE_THREAD],
	'thread-node': [FILES, NODE_THREAD],
	container: [CONTAINER],
	frame: [FRAME],
	preview: [PREVIEW]
} as const satisfies Record<string, readonly HarnessPart[]>;
export type HarnessKind = keyof typeof KINDS;
export const HARNESS_KINDS = Object.keys(KINDS) as HarnessKind[];

/** The pages of sandboxed frames: the name in their address → what is in them. */
const PAGES = {
	sandbox: { kind: 'worker', write: sandboxPage },
	dom: { kind: 'frame', write: framePage },
	preview: { kind: 'preview', write: framePage }
} as const satisfies Record<string, { kind: HarnessKind; write: (script: string) => string }>;
type PageName = keyof typeof PAGES;
const PAGE_NAMES = Object.keys(PAGES) as PageName[];
const devUrl = (name: PageName): string => `/engine/${name}.html`;

/** Hears of every file that a bundle was made of, relative to the current folder. */
type OnFile = (path: string) => void;

const bundlePart = (part: HarnessPart, minify: boolean, onFile: OnFile): Promise<string> =>
	bundleHarness({
		async build(options) {
			const result = await esbuild.build({ ...options, write: false, metafile: true });
			Object.keys(result.metafile.inputs).forEach(onFile);
			return result;
		},
		readFile: (path) => readFile(path, 'utf8'),
		directory: DIRECTORY,
		part,
		minify
	});

/** The harness for one kind of sandbox, as text. A second or two. */
export async function buildHarness(
	kind: HarnessKind,
	minify: boolean,
	onFile: OnFile = () => {}
): Promise<string> {
	const scripts = await Promise.all(KINDS[kind].map((part) => bundlePart(part, minify, onFile)));
	return scripts.join('');
}

/** The harness for Node, one text for each need. */
export async function buildHarnesses(build: (kind: HarnessKind) => Promise<string>): Promise<Harnesses> {
	const [worker, dom, node] = await Promise.all([build('thread'), build('thread-dom'), build('thread-node')]);
	return { worker, dom, node };
}

/**
 * `virtual:passerelle/sandbox-url`: the addresses of the frames' pages, hashed assets: by default the worker's, the
 * harness in it; `domUrl`, with the harness of pages; `previewUrl`.
 * `virtual:passerelle/harness-node`: the texts for Node by need, for the server only.
 * `virtual:passerelle/container-url`: the address of the harness for WebContainers, a hashed asset.
 * @param files gets the path of every file that a harness was made of
 */
export function harnessPlugin(files = new Set<string>()): Plugin {
	let dev = false;
	const built = new Map<HarnessKind, Promise<string>>();
	const once = (kind: HarnessKind) => {
		let text = built.get(kind);
		if (!text) built.set(kind, (text = buildHarness(kind, !dev, (path) => files.add(path))));
		return text;
	};
	const pageOf = async (name: PageName) => PAGES[name].write(await once(PAGES[name].kind));
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
			const urls = await Promise.all(
				PAGE_NAMES.map(async (name) => {
					if (dev) return devUrl(name);
					const source = await pageOf(name);
					const hash = createHash('sha256').update(source).digest('hex').slice(0, 12);
					const fileName = `_app/immutable/engine/${name}.${hash}.html`;
					if (this.environment.name === 'client') this.emitFile({ type: 'asset', fileName, source });
					return `/${fileName}`;
				})
			);
			const [sandbox, dom, preview] = urls.map((url) => JSON.stringify(url));
			return `export default ${sandbox}; export const domUrl = ${dom}, previewUrl = ${preview};`;
		},
		configureServer(server) {
			for (const name of PAGE_NAMES) {
				server.middlewares.use(devUrl(name), (_request, response, next) => {
					pageOf(name).then((page) => {
						response.setHeader('content-type', 'text/html; charset=utf-8');
						response.end(page);
					}, next);
				});
			}
			server.middlewares.use(CONTAINER_DEV_URL, (_request, response, next) => {
				once('container').then((text) => {
					response.setHeader('content-type', 'text/javascript; charset=utf-8');
					response.end(text);
				}, next);
			});
			server.watcher.on('change', (path) => void (path.startsWith(ENGINES) && built.clear()));
		}
	};
}
