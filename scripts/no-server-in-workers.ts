import type { Plugin } from 'vite';

/** Kit's own guard does not look into web workers: a worker that imports server code would ship it without a word. */
export function noServerInWorkers(): Plugin {
	return {
		name: 'passerelle-no-server-in-workers',
		enforce: 'pre',
		load(id) {
			const path = id.split('?')[0] ?? id;
			if (
				/[\\/]src[\\/]lib[\\/]server[\\/]|\.server\.[jt]s$|[\\/]exercises[\\/]|^\0?virtual:passerelle\/(?:harness-node|compile-process)/.test(
					path
				)
			) {
				throw new Error(`A web worker must not import server code or exercises: ${path}`);
			}
			return null;
		}
	};
}
