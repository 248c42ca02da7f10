import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { acceptedEncoding } from './encoding.mjs';

const COMPRESSES = /^(text\/|application\/(json|javascript|manifest\+json)|image\/svg)/;
/** Fast enough to be unnoticed (2 ms for an exercise page), close enough to the best. */
const QUALITY = 4;

/** @param {'br' | 'gzip'} encoding */
const compressor = (encoding) =>
	// Flushed at each write, so that a streamed answer stays a stream.
	encoding === 'br'
		? createBrotliCompress({
				flush: constants.BROTLI_OPERATION_FLUSH,
				params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY }
			})
		: createGzip({ level: QUALITY, flush: constants.Z_SYNC_FLUSH });

/**
 * Compresses what is made for one request: pages and JSON. Decides when the head is written, because only then the
 * type is known; what is encoded already, or has no body, passes unchanged.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function compressResponse(request, response) {
	const encoding = acceptedEncoding(request.headers['accept-encoding']);
	const writeHead = response.writeHead.bind(response);
	const write = response.write.bind(response);
	const end = response.end.bind(response);
	/** @type {ReturnType<typeof compressor> | undefined} */
	let stream;

	/** @param {number} status */
	function start(status) {
		if (!COMPRESSES.test(String(response.getHeader('content-type') ?? ''))) return;
		response.appendHeader('Vary', 'Accept-Encoding');
		const hasBody = status !== 204 && status !== 304 && request.method !== 'HEAD';
		if (!encoding || !hasBody || response.hasHeader('content-encoding')) return;
		response.setHeader('Content-Encoding', encoding);
		response.removeHeader('Content-Length');
		stream = compressor(encoding);
		stream.on('data', (chunk) => void (write(chunk) || stream?.pause()));
		stream.on('end', () => end());
		stream.on('error', (error) => response.destroy(error));
		stream.on('drain', () => response.emit('drain'));
		response.on('drain', () => stream?.resume());
		response.on('close', () => stream?.destroy());
	}

	Object.assign(response, {
		/** @type {(...rest: [number, ...unknown[]]) => unknown} */
		writeHead(...rest) {
			if (!response.headersSent) start(rest[0]);
			return Reflect.apply(writeHead, response, rest);
		},
		/** @type {(...rest: unknown[]) => unknown} */
		write(...rest) {
			if (!response.headersSent) response.writeHead(response.statusCode);
			return Reflect.apply(stream ? stream.write : write, stream ?? response, rest);
		},
		/** @type {(...rest: unknown[]) => unknown} */
		end(...rest) {
			if (!response.headersSent) response.writeHead(response.statusCode);
			if (!stream) return Reflect.apply(end, response, rest);
			Reflect.apply(stream.end, stream, rest);
			return response;
		}
	});
}
