import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Connect, type Plugin } from 'vite';
import { compileProcessPlugin } from './scripts/compile-process-plugin.ts';
import { exerciseChanges } from './scripts/exercise-changes.ts';
import { harnessPlugin } from './scripts/harness-plugin.ts';
import { lightMonaco } from './scripts/light-monaco.ts';
import { fewChunks } from './scripts/few-chunks.ts';
import { noServerInWorkers } from './scripts/no-server-in-workers.ts';
import { thirdPartyNotices } from './scripts/third-party-notices.ts';
import { isolationHeaders } from './src/lib/server/front/headers.mjs';

const setHeaders: Connect.NextHandleFunction = (request, response, next) => {
	const path = (request.url ?? '/').split('?')[0] ?? '/';
	for (const [name, value] of Object.entries(isolationHeaders(path))) response.setHeader(name, value);
	next();
};

/** The same headers in dev and preview as behind server.mjs: isolation must not differ between them. */
const isolation: Plugin = {
	name: 'passerelle-isolation',
	configureServer: (server) => void server.middlewares.use(setHeaders),
	configurePreviewServer: (server) => void server.middlewares.use(setHeaders)
};

const harnessFiles = new Set<string>();

export default defineConfig({
	plugins: [
		isolation,
		harnessPlugin(harnessFiles),
		thirdPartyNotices(harnessFiles),
		compileProcessPlugin(),
		fewChunks(),
		exerciseChanges(),
		lightMonaco(),
		sveltekit()
	],
	// In development dependencies are bundled ahead, by a bundler with plugins of its own.
	optimizeDeps: { rolldownOptions: { plugins: [lightMonaco()] } },
	build: {
		// Monaco is large and arrives after the page; scripts/compress.mjs measures what is really sent.
		chunkSizeWarningLimit: 4000,
		reportCompressedSize: false,
		rolldownOptions: { checks: { pluginTimings: false } }
	},
	worker: { format: 'es', plugins: () => [noServerInWorkers()] }
});
