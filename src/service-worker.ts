/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
import { version } from '$service-worker';
import { KeptSite } from './lib/workspace/offline/kept-site.ts';

const worker = self as unknown as ServiceWorkerGlobalScope;

const site = new KeptSite({
	caches,
	fetch: (request, init) => fetch(request, init),
	build: version,
	origin: worker.location.origin
});

/** Where the page that offers the place is the only one, nobody needs the build before any more. */
async function takePlace(): Promise<void> {
	const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	if (windows.length <= 1) await worker.skipWaiting();
}

worker.addEventListener('install', (event) => event.waitUntil(site.install()));
worker.addEventListener('activate', (event) =>
	event.waitUntil(site.activate().then(() => worker.clients.claim()))
);
worker.addEventListener('message', (event) => {
	if (event.data === version) event.waitUntil(takePlace());
});
worker.addEventListener('fetch', (event) => {
	const answer = site.answer(event.request, (work) => event.waitUntil(work));
	if (answer) event.respondWith(answer);
});
