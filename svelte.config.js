import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		// server.mjs compresses what the browser can keep; precompressing Monaco here costs 50 s a build.
		adapter: adapter({ precompress: false }),
		// Characters: a file that is smaller costs as much in headers as it holds.
		inlineStyleThreshold: 1600,
		// Registered by the page when it is quiet: src/lib/workspace/offline/keep-visit.ts.
		serviceWorker: { register: false },
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', 'wasm-unsafe-eval'],
				// Monaco writes inline styles for every line it lays out.
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self', 'data:'],
				'connect-src': ['self'],
				'worker-src': ['self', 'blob:'],
				// A sandboxed document must not be able to navigate itself away with data.
				// Node exercises: the WebContainer client's own frame, and the servers that programs start in it, on addresses
				// of theirs (a wildcard stands for any number of labels). Frames only: the page itself asks them nothing, and
				// an operator who switches the engine off takes them out (src/lib/server/engines-config.ts).
				'frame-src': [
					'self',
					'https://stackblitz.com',
					'https://*.webcontainer-api.io',
					'https://*.webcontainer.io'
				],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['self'],
				'frame-ancestors': ['self']
			}
		},
		typescript: {
			config: (config) => {
				config.include = [
					...config.include,
					'../server.mjs',
					'../scripts/**/*.ts',
					'../tests/**/*.ts',
					'../eslint.config.js'
				];
				// Programs that are wrong on purpose.
				config.exclude = [...(config.exclude ?? []), '../tests/fixtures/**'];
				return config;
			}
		}
	}
};
