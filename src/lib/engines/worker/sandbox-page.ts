/**
 * The page of the sandboxed frame, served at /sandbox.html. It has an opaque origin and no network: it only starts
 * workers from the harness text that the host posts in, and ends them. Learner code never runs in this page.
 */
export const SANDBOX_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Passerelle sandbox</title>
<script>
'use strict';
let harness = '';
const workers = new Map();
const tell = (message, transfer) => parent.postMessage(message, '*', transfer);
addEventListener('message', (event) => {
	if (event.source !== parent) return;
	const message = event.data;
	if (message.type === 'harness') harness = message.text;
	if (message.type === 'ping') tell({ type: 'pong', id: message.id });
	if (message.type === 'kill') {
		workers.get(message.id)?.terminate();
		workers.delete(message.id);
	}
	if (message.type === 'spawn') {
		const { id, harden, port } = message;
		// One address for each worker, withdrawn as soon as it says that it is read: nothing inside can read it again.
		const url = URL.createObjectURL(new Blob([harness], { type: 'text/javascript' }));
		const worker = new Worker(url);
		workers.set(id, worker);
		worker.onmessage = () => { worker.onmessage = null; URL.revokeObjectURL(url); };
		worker.onerror = (error) => {
			error.preventDefault();
			tell({ type: 'failed', id, message: String(error.message || '') });
		};
		worker.postMessage({ port, harden }, [port]);
	}
});
tell({ type: 'loaded' });
</script>
</html>
`;

/** Headers of /sandbox.html. The frame hangs without COEP when the page that holds it is isolated. */
export const SANDBOX_HEADERS: Readonly<Record<string, string>> = {
	'content-type': 'text/html; charset=utf-8',
	'content-security-policy': [
		"default-src 'none'",
		"script-src 'unsafe-inline' blob:",
		'worker-src blob:',
		"connect-src 'none'",
		"form-action 'none'",
		"base-uri 'none'",
		"frame-ancestors 'self'",
		'sandbox allow-scripts'
	].join('; '),
	'cross-origin-embedder-policy': 'require-corp',
	'cross-origin-resource-policy': 'cross-origin',
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'no-referrer',
	'cache-control': 'no-cache'
};
