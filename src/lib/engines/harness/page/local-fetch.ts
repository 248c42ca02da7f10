import type { FileMap } from '../../../contract/exercise.ts';
import { leavesPage, localFile, typeOf } from './local-files.ts';

/**
 * `fetch` of a page without a network: the learner's own files; 404 for a relative address that names none; for another
 * site, what a browser says without a connection. `from` gives the page that asks.
 */
export function createLocalFetch(from: () => { path: string; files: FileMap }): typeof globalThis.fetch {
	const { Response } = globalThis;
	return async (input, init) => {
		const address = typeof input === 'object' && 'url' in input ? input.url : String(input);
		init?.signal?.throwIfAborted();
		if (leavesPage(address)) throw new TypeError('Failed to fetch');
		const { path, files } = from();
		const file = localFile(path, address, files);
		const method = (init?.method ?? 'GET').toUpperCase();
		if (method !== 'GET' && method !== 'HEAD')
			return new Response('', { status: 405, statusText: 'Method Not Allowed' });
		if (file === null) return new Response('', { status: 404, statusText: 'Not Found' });
		const headers = { 'content-type': `${typeOf(file)};charset=utf-8` };
		return new Response(method === 'HEAD' ? '' : files[file], { status: 200, statusText: 'OK', headers });
	};
}
