import { constants } from 'node:zlib';
import compression from 'compression';

/** Fast enough to be unnoticed (2 ms for an exercise page), close enough to the best. */
const QUALITY = 4;

/**
 * Compresses what is made for one request: pages and JSON. Not the lines of a verification: their type is none that it
 * knows, and each must go out at once.
 */
export const compress = compression({
	level: QUALITY,
	// It would also name an encoding for an answer that has no body.
	filter: (request, response) => response.statusCode !== 304 && compression.filter(request, response),
	brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }
});
