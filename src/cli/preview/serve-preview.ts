import { createServer, type ViteDevServer } from 'vite';
import { join } from 'node:path';
import type { Locale } from '../../lib/contract/locale.ts';
import type { Verification } from '../../lib/server/verify/health.ts';
import type { Harnesses } from '../../lib/server/verify/native-engine.ts';
import { NotPossible, PROJECT } from '../setup.ts';
import type { Preview } from './open-preview.ts';
import { previewPlugin } from './preview-plugin.ts';

const HOST = '127.0.0.1';
/** Not those of `npm start` and `npm run dev`: all three can be open. */
export const DEFAULT_PORT = 4310;

export interface PreviewServer {
	/** For example `http://127.0.0.1:4310`. */
	origin: string;
	/** Opens the browser. */
	show(): void;
	close(): Promise<void>;
}

export interface ServeOptions {
	/** Null: the default one, or the next that is free. */
	port: number | null;
	locale: Locale;
	harnesses: Harnesses;
}

async function listen(preview: Preview, { port, locale, harnesses }: ServeOptions): Promise<ViteDevServer> {
	const server = await createServer({
		configFile: join(PROJECT, 'vite.config.ts'),
		// `npm run dev` has its own: two servers that write to one folder get in each other's way.
		cacheDir: join(PROJECT, '.cache/preview/vite'),
		logLevel: 'error',
		clearScreen: false,
		plugins: [previewPlugin(preview, harnesses, locale)],
		// Only the coach's own machine. The sources of the site are not what changes here: nobody watches them.
		server: { host: HOST, port: port ?? DEFAULT_PORT, strictPort: port !== null, watch: null, open: false }
	});
	return server.listen().catch(async (error: unknown) => {
		await server.close();
		throw new NotPossible(
			`Port ${port} is taken or may not be used: choose another one with --port. (${String(error)})`
		);
	});
}

/** The site, as a development server that has only this exercise. Throws `NotPossible` where the port is taken. */
export async function servePreview(preview: Preview, options: ServeOptions): Promise<PreviewServer> {
	// SvelteKit and the site look for their files from here.
	process.chdir(PROJECT);
	// Started when a run needs them, not before: most exercises run in the page.
	process.env.VERIFY_WARM ??= 'worker=0,dom=0,node=0';
	const server = await listen(preview, options);
	const address = server.httpServer?.address();
	const port = typeof address === 'object' && address ? address.port : options.port;
	const origin = `http://${HOST}:${port}`;
	// Its modules are compiled while the coach changes windows.
	void fetch(`${origin}/${options.locale}/${preview.id}`).catch(() => undefined);
	return {
		origin,
		show: () => server.openBrowser(),
		async close() {
			await disposePool(server);
			await server.close();
		}
	};
}

/** The sandbox for submissions, where a run has started it: its processes would keep this one alive. */
async function disposePool(server: ViteDevServer): Promise<void> {
	const site = (await server.ssrLoadModule('/src/lib/server/site.ts')) as {
		getVerification(): Verification;
	};
	await site.getVerification().pool?.dispose();
}
