/** Documents and scripts that a sandboxed, opaque-origin frame loads: for it our own server is another origin. */
const CROSS_ORIGIN = /^\/(sandbox\.html|engine\/)/;

/**
 * The headers of every answer, static files and workers included. Without COEP on a worker's own script
 * `new Worker` fails with an empty error event, so that no path may be left out.
 * @param {string} path Path of the request, without the query.
 * @returns {Record<string, string>}
 */
export function isolationHeaders(path) {
	return {
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Cross-Origin-Embedder-Policy': 'require-corp',
		'Cross-Origin-Resource-Policy': CROSS_ORIGIN.test(path) ? 'cross-origin' : 'same-origin',
		'X-Content-Type-Options': 'nosniff',
		'Referrer-Policy': 'same-origin',
		'Permissions-Policy':
			'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), browsing-topics=()'
	};
}
