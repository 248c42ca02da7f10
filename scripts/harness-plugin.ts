import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { buildHarness, buildHarnesses, type HarnessKind } from '../src/build/harness-kinds.ts';
import { buildPageAsset, PAGE_ASSETS, type PageAsset } from '../src/build/page-assets.ts';

const ENGINES = fileURLToPath(new URL('../src/lib/engines', import.meta.url));
const SANDBOX_ID = 'virtual:passerelle/sandbox-url';
const NODE_ID = 'virtual:passerelle/harness-node';
const CONTAINER_ID = 'virtual:passerelle/container-url';

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.json': 'application/json; charset=utf-8'
};

/** Where a development server has an asset. */
const devUrl = (name: PageAsset): string => `/engine/${name}`;

/**
 * `virtual:passerelle/sandbox-url`: the addresses of the frames' pages, hashed assets: by default the worker's, the
 * harness in it; `domUrl`, with the harness of pages; `previewUrl`, `recorderUrl`.
 * `virtual:passerelle/harness-node`: the texts for Node by need, and the programs they run in, for the server only.
 * `virtual:passerelle/container-url`: the address of the scripts for WebContainers, a hashed asset.
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
	return {
		name: 'passerelle-harness',
		configResolved: (config) => void (dev = config.command === 'serve'),
		resolveId: (id) => ([SANDBOX_ID, NODE_ID, CONTAINER_ID].includes(id) ? `\0${id}` : undefined),
		async load(id) {
			const urlOf = async (name: PageAsset) => {
				if (dev) return JSON.stringify(devUrl(name));
				const source = await buildPageAsset(name, once);
				const hash = createHash('sha256').update(source).digest('hex').slice(0, 12);
				const type = extname(name);
				const fileName = `_app/immutable/engine/${name.slice(0, -type.length)}.${hash}${type}`;
				if (this.environment.name === 'client') this.emitFile({ type: 'asset', fileName, source });
				return JSON.stringify(`/${fileName}`);
			};
			if (id === `\0${NODE_ID}`) return `export default ${JSON.stringify(await buildHarnesses(once))};`;
			if (id === `\0${CONTAINER_ID}`) return `export default ${await urlOf('container.json')};`;
			if (id !== `\0${SANDBOX_ID}`) return;
			const frames = ['sandbox.html', 'dom.html', 'preview.html', 'recorder.html'] as const;
			const [sandbox, dom, preview, recorder] = await Promise.all(frames.map(urlOf));
			return `export default ${sandbox}; export const domUrl = ${dom}, previewUrl = ${preview}, recorderUrl = ${recorder};`;
		},
		configureServer(server) {
			for (const name of PAGE_ASSETS) {
				server.middlewares.use(devUrl(name), (_request, response, next) => {
					buildPageAsset(name, once).then((text) => {
						response.setHeader('content-type', TYPES[extname(name)] ?? '');
						response.end(text);
					}, next);
				});
			}
			server.watcher.on('change', (path) => void (path.startsWith(ENGINES) && built.clear()));
		}
	};
}
