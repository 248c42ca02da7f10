/** The page of the sandboxed frame: it has an opaque origin, so that for it our own server is another origin. */
const SANDBOX = /^\/(_app\/immutable\/)?engine\/sandbox[.\w-]*\.html$/;

/** No network, no storage, no plugins, no way out: what learner code runs under. Its workers inherit it. */
const SANDBOX_POLICY = [
	"default-src 'none'",
	"script-src 'unsafe-inline' blob:",
	'worker-src blob:',
	"connect-src 'none'",
	"form-action 'none'",
	"base-uri 'none'",
	"frame-ancestors 'self'",
	'sandbox allow-scripts'
].join('; ');

/**
 * The headers of every answer, static files and workers included. Without COEP on a worker's own script
 * `new Worker` fails with an empty error event, so that no path may be left out.
 * @param {string} path Path of the request, without the query.
 * @returns {Record<string, string>}
 */
export function isolationHeaders(path) {
	const sandbox = SANDBOX.test(path);
	return {
		...(sandbox ? { 'Content-Security-Policy': SANDBOX_POLICY } : {}),
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Cross-Origin-Embedder-Policy': 'require-corp',
		'Cross-Origin-Resource-Policy': sandbox ? 'cross-origin' : 'same-origin',
		'X-Content-Type-Options': 'nosniff',
		'Referrer-Policy': 'same-origin',
		'Permissions-Policy':
			'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), browsing-topics=()'
	};
}
