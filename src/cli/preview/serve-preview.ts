import { createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import type { Locale } from '../../lib/contract/locale.ts';
import type { Harnesses } from '../../lib/server/threads/native-engine.ts';
import { NotPossible, PROJECT } from '../setup.ts';
import type { Preview } from './open-preview.ts';
import { previewPlugin } from './preview-plugin.ts';

const HOST = '127.0.0.1';
/** Not those of `npm start` and `npm run dev`: all three can be open. */
export const DEFAULT_PORT = 4310;
const DEFAULT_PORTS = Array.from({ length: 50 }, (_, next) => DEFAULT_PORT + next);

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

const isFree = (port: number): Promise<boolean> =>
	new Promise((resolve) => {
		const server = createTcpServer();
		server.once('error', () => resolve(false));
		server.listen(port, HOST, () => server.close(() => resolve(true)));
	});

async function listen(
	preview: Preview,
	port: number,
	{ locale, harnesses }: ServeOptions
): Promise<ViteDevServer> {
	const server = await createServer({
		configFile: join(PROJECT, 'vite.config.ts'),
		// One for each server that can be open: two that write to one folder get in each other's way.
		cacheDir: join(PROJECT, '.cache/preview', `vite-${port}`),
		logLevel: 'error',
		clearScreen: false,
		plugins: [previewPlugin(preview, harnesses, locale)],
		// Only the coach's own machine.
		// The solution is in it: no other page may read it, not even one of this machine.
		server: { host: HOST, port, strictPort: true, open: false, cors: false }
	});
	return server.listen().catch(async (error: unknown) => {
		await server.close();
		throw error;
	});
}

/** Throws `NotPossible` where the port that was asked for, or every one that could be taken, is not free. */
async function listenSomewhere(preview: Preview, options: ServeOptions): Promise<ViteDevServer> {
	const ports = options.port === null ? DEFAULT_PORTS : [options.port];
	for (const port of ports) {
		if (!(await isFree(port))) continue;
		try {
			return await listen(preview, port, options);
		} catch (error) {
			// Taken by another preview that was started at the same moment.
			if (await isFree(port)) throw error;
		}
	}
	throw new NotPossible(`Port ${ports[0]} is taken or may not be used: choose another one with --port.`);
}

/** The site, as a development server that has only this exercise. Throws `NotPossible` where the port is taken. */
export async function servePreview(preview: Preview, options: ServeOptions): Promise<PreviewServer> {
	// SvelteKit and the site look for their files from here.
	process.chdir(PROJECT);
	// Started when a run needs them, not before: most exercises run in the page.
	process.env.VERIFY_WARM ??= 'worker=0,dom=0,node=0';
	const server = await listenSomewhere(preview, options);
	const origin = `http://${HOST}:${server.config.server.port}`;
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
	const { closeServer } = (await server.ssrLoadModule('/src/lib/server/running-server.ts')) as {
		closeServer(): Promise<void>;
	};
	await closeServer();
}
