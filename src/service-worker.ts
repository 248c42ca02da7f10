/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
import { version } from '$service-worker';
import { KeptSite } from './lib/workspace/offline/kept-site.ts';
import { TAKE_OVER } from './lib/workspace/offline/site-cache.ts';

const worker = self as unknown as ServiceWorkerGlobalScope;

const site = new KeptSite({
	caches,
	fetch: (request, init) => fetch(request, init),
	build: version,
	origin: worker.location.origin,
	onOtherBuild: letSuccessorIn
});

/** The page that is being left is the only one: with it the last that needs this build is gone. */
async function letSuccessorIn(): Promise<void> {
	const { waiting } = worker.registration;
	const windows = waiting ? await worker.clients.matchAll({ type: 'window' }) : [];
	if (windows.length <= 1) waiting?.postMessage(TAKE_OVER);
}

worker.addEventListener('install', (event) => event.waitUntil(site.install()));
worker.addEventListener('activate', (event) =>
	event.waitUntil(site.activate().then(() => worker.clients.claim()))
);
worker.addEventListener('message', ({ data }) => {
	if (data === TAKE_OVER) void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
	const answer = site.answer(event.request, (work) => event.waitUntil(work));
	if (answer) event.respondWith(answer);
});
