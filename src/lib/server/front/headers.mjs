/** The pages of sandboxed frames: they have an opaque origin, so that for them our own server is another origin. */
const FRAME = /^\/(?:_app\/immutable\/)?engine\/(sandbox|dom|preview|recorder)(?:\.[\w-]+)?\.html$/;

/** No network, no storage, no plugins, no way out: what learner code runs under. Workers inherit it. */
const WALL = [
	"default-src 'none'",
	"connect-src 'none'",
	"form-action 'none'",
	"base-uri 'none'",
	"frame-ancestors 'self'"
];
/** `data:` and `eval` are for browsers without blobs there; the frame gives both up where they work (`sandbox-page-entry.ts`). */
const WORKER_POLICY = [
	...WALL,
	"script-src 'unsafe-inline' 'unsafe-eval' blob: data:",
	'worker-src blob: data:',
	'sandbox allow-scripts'
].join('; ');
/**
 * A page has styles, pictures and fonts of its own. Without allow-forms no `submit` event is fired; none is sent. `data:` is for the
 * learner's script where an inline one has no name in stacks; a check's frame then runs our scripts only (`only-our-scripts.ts`).
 */
const PAGE_POLICY = [
	...WALL,
	"script-src 'unsafe-inline' data:",
	"style-src 'unsafe-inline'",
	'img-src data: blob:',
	'media-src data: blob:',
	'font-src data:',
	'sandbox allow-scripts allow-forms'
].join('; ');

/** What has no policy of its own: pages and frame documents have one, errors and files none. */
const FRAMED_HERE = "frame-ancestors 'self'";
/** Nothing of a device is needed but its screen, its clipboard and its keyboard. */
const REFUSED_FEATURES = [
	...['accelerometer', 'browsing-topics', 'camera', 'display-capture', 'encrypted-media'],
	...['geolocation', 'gyroscope', 'hid', 'idle-detection', 'local-fonts', 'magnetometer', 'microphone'],
	...[
		'midi',
		'payment',
		'publickey-credentials-get',
		'screen-wake-lock',
		'serial',
		'usb',
		'xr-spatial-tracking'
	]
]
	.map((feature) => `${feature}=()`)
	.join(', ');

/** Scripts, styles, fonts and sentences of a build: no document, so that what is said to documents would only make them heavier. */
const PART = /^\/_app\/immutable\/.+\.(?:js|css|json|woff2)$/;

/**
 * The headers of every answer, static files and workers included. Without COEP on a worker's own script
 * `new Worker` fails with an empty error event, and without it on any answer the offline cache takes it for somebody else's
 * (`site-cache.ts`), so that no path may be left out.
 * @param {string} path Path of the request, without the query.
 * @param {{ secure?: boolean }} [site] `secure`: its public address is one of HTTPS, and always will be.
 * @returns {Record<string, string>}
 */
export function isolationHeaders(path, { secure = false } = {}) {
	const frame = FRAME.exec(path)?.[1];
	const isolation = {
		...(secure ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
		'Cross-Origin-Embedder-Policy': 'require-corp',
		'Cross-Origin-Resource-Policy': frame ? 'cross-origin' : 'same-origin',
		'X-Content-Type-Options': 'nosniff'
	};
	if (PART.test(path)) return isolation;
	return {
		...isolation,
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Content-Security-Policy': frame ? (frame === 'sandbox' ? WORKER_POLICY : PAGE_POLICY) : FRAMED_HERE,
		'X-Frame-Options': 'SAMEORIGIN',
		'Referrer-Policy': 'same-origin',
		'Permissions-Policy': REFUSED_FEATURES
	};
}
