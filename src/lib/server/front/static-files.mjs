import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { acceptedEncoding } from './encoding.mjs';

/**
 * @typedef {object} StaticFile
 * @property {string} file Relative to build/.
 * @property {string} type Content type.
 * @property {number} size Bytes.
 * @property {string} hash Of the content; the ETag.
 * @property {number} brotli Bytes of the Brotli twin `<file>.br`; 0 where there is none.
 */
/** @typedef {Record<string, StaticFile>} StaticIndex */

export const STATIC_INDEX = 'static.json';

const gzipped = promisify(gzip);

/**
 * Serves the files that the build's last step listed, from memory, so that a class that opens a page at once waits
 * for no disk. Returns a handler that answers true where the file is one of its own.
 * @param {string} build The build folder.
 */
export function staticFiles(build) {
	/** @type {StaticIndex} */
	const index = JSON.parse(readFileSync(join(build, STATIC_INDEX), 'utf8'));
	/** @type {Map<string, Promise<Buffer>>} */
	const bodies = new Map();

	/**
	 * @param {StaticFile} entry
	 * @param {'br' | 'gzip' | null} encoding
	 */
	function bodyOf(entry, encoding) {
		const key = `${entry.file} ${encoding ?? ''}`;
		let body = bodies.get(key);
		if (!body) {
			body =
				encoding === 'br'
					? readFile(join(build, `${entry.file}.br`))
					: encoding === 'gzip'
						? readFile(join(build, entry.file)).then((content) => gzipped(content))
						: readFile(join(build, entry.file));
			body.catch(() => bodies.delete(key));
			bodies.set(key, body);
		}
		return body;
	}

	/**
	 * @param {import('node:http').IncomingMessage} request
	 * @param {import('node:http').ServerResponse} response
	 * @param {string} path
	 * @returns {Promise<boolean>}
	 */
	return async (request, response, path) => {
		const entry = Object.hasOwn(index, path) ? index[path] : undefined;
		if (!entry || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
		const encoding = entry.brotli > 0 ? acceptedEncoding(request.headers['accept-encoding']) : null;
		response.setHeader('Content-Type', entry.type);
		if (entry.brotli > 0) response.setHeader('Vary', 'Accept-Encoding');
		if (path.startsWith('/_app/immutable/')) {
			// That connections stay open is what HTTP/1.1 says of itself: two headers less in front of each small part.
			response.removeHeader('Connection');
			// Another content has another address: nobody asks again whether this one is still the same.
			response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
		} else {
			const etag = `"${entry.hash}${encoding ? `-${encoding}` : ''}"`;
			response.setHeader('Cache-Control', 'no-cache');
			response.setHeader('ETag', etag);
			if (request.headers['if-none-match']?.includes(etag)) {
				response.writeHead(304).end();
				return true;
			}
		}
		const body = await bodyOf(entry, encoding);
		if (encoding) response.setHeader('Content-Encoding', encoding);
		response.setHeader('Content-Length', body.length);
		response.writeHead(200).end(request.method === 'HEAD' ? undefined : body);
		return true;
	};
}
