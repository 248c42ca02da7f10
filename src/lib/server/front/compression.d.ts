/** The part of the package that we use: its own types are those of Express. */
declare module 'compression' {
	import type { IncomingMessage, ServerResponse } from 'node:http';
	import type { BrotliOptions } from 'node:zlib';
	type Filter = (request: IncomingMessage, response: ServerResponse) => boolean;
	function compression(options: {
		/** Of gzip. */
		level?: number;
		brotli?: BrotliOptions;
		filter?: Filter;
	}): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
	namespace compression {
		/** By the content type. */
		const filter: Filter;
	}
	export default compression;
}
