/** What would end the inert script element, or begin a comment in it. In the harness both stand in string literals only. */
const MARKUP = /<(?=\/script|!--)/gi;

/**
 * The page of the sandboxed frame. It has an opaque origin and no network (see `src/lib/server/front/headers.mjs`): it carries the
 * harness as text, starts workers from it, and ends them. Learner code never runs in this page. The first worker is
 * started before anybody asks, so that it boots while the page around the frame still loads.
 */
export function sandboxPage(harness: string): string {
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Passerelle sandbox</title>
<script type="text/plain" id="harness">${harness.replaceAll(MARKUP, '\\x3c')}</script>
<script>
'use strict';
const harness = document.getElementById('harness').textContent;
const workers = new Map();
const tell = (message) => parent.postMessage(message, '*');
function boot(harden) {
	// One address for each worker, withdrawn as soon as it says that it is read: nothing inside can read it again.
	const url = URL.createObjectURL(new Blob([harness], { type: 'text/javascript' }));
	const worker = new Worker(url);
	const booted = { worker, harden, failure: null, onfailure: null };
	worker.onmessage = () => { worker.onmessage = null; URL.revokeObjectURL(url); };
	worker.onerror = (error) => {
		error.preventDefault();
		booted.failure = String(error.message || '');
		booted.onfailure?.();
	};
	worker.postMessage({ harden });
	return booted;
}
let early = boot(true);
addEventListener('message', (event) => {
	if (event.source !== parent) return;
	const message = event.data;
	if (message.type === 'ping') tell({ type: 'pong', id: message.id });
	if (message.type === 'kill') {
		workers.get(message.id)?.terminate();
		workers.delete(message.id);
	}
	if (message.type === 'spawn') {
		const { id, harden, port } = message;
		const booted = early?.harden === harden && early.failure === null ? early : boot(harden);
		if (booted !== early) early?.worker.terminate();
		early = null;
		workers.set(id, booted.worker);
		booted.onfailure = () => tell({ type: 'failed', id, message: booted.failure });
		booted.worker.postMessage({ port }, [port]);
	}
});
tell({ type: 'loaded' });
</script>
</html>
`;
}
