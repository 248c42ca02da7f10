import esbuildUrl from 'esbuild-wasm/esbuild.wasm?url';
import sandboxUrl, { domUrl, previewUrl, recorderUrl } from 'virtual:passerelle/sandbox-url';
import { version } from '$app/environment';
import { sleep } from '../../abort.ts';
import type { StationParts } from '../../contract/station-parts.ts';
import { onStuck } from '../../engines/host/stuck-frames.ts';
import { Keeper, type KeepEnd } from './keeper.ts';

const DOCUMENTS = { worker: [sandboxUrl], dom: [domUrl, previewUrl, recorderUrl], node: [] };

/** Null where this browser keeps no pages: a private window, or an address without HTTPS. */
export function siteKeeper(): Keeper | null {
	try {
		if (!navigator.serviceWorker || !globalThis.caches) return null;
	} catch {
		// Reading the property itself throws where storage is blocked.
		return null;
	}
	return new Keeper({ caches, fetch: (address, init) => fetch(address, init), build: version });
}

/** Longer than one worker takes to give way to another on a slow device. */
const GIVE_WAY_MS = 2000;

/**
 * The worker that answers where the network does not, in the place of another build's where no other window needs that one. Before
 * the page asks for anything more: a request that comes while workers change makes the old one stay (Chromium). Rejects where the
 * browser refuses it, and where a part of the first one does not come.
 */
export async function startWorker(): Promise<void> {
	const registration = await navigator.serviceWorker.register('/service-worker.js');
	// Until it is whole, or given up.
	if (registration.installing) await nextState(registration.installing);
	const { waiting, active } = registration;
	if (!waiting && !active) throw new Error('A part of the worker did not come');
	if (!waiting) return;
	waiting.postMessage(version);
	await Promise.race([nextState(waiting), sleep(GIVE_WAY_MS)]);
}

const nextState = (worker: ServiceWorker): Promise<unknown> =>
	new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }));

/** What runs code of these stations: the compiler, and the documents of the frames. */
export function engineAddresses(stations: readonly StationParts[]): string[] {
	const needs = new Set(stations.map(({ need }) => need).filter((need) => need !== 'node'));
	// Built, it has its origin.
	const compiler = new URL(esbuildUrl, location.origin).pathname;
	return needs.size === 0 ? [] : [...[...needs].flatMap((need) => DOCUMENTS[need]), compiler];
}

/**
 * Keeps the engines. A frame without an origin asks no service worker: its document comes from the browser's own cache, where
 * only a frame puts it. So one is opened, and closed.
 */
export async function keepEngines(
	keeper: Keeper,
	stations: readonly StationParts[],
	signal: AbortSignal,
	onKept?: (count: number) => void
): Promise<KeepEnd> {
	const addresses = engineAddresses(stations);
	const documents = addresses.filter((address) => address.endsWith('.html'));
	for (const address of documents) if (!(await keeper.has(address))) await openOnce(address, signal);
	return keeper.keep(addresses, signal, onKept);
}

/** Longer than a document of a few hundred KB takes on a slow line. */
const OPEN_MS = 60_000;
/** A loop beside it has ended by then, or is ended once more. */
const AGAIN_MS = 2000;

async function openOnce(address: string, signal: AbortSignal): Promise<void> {
	while (!(await opened(address, signal))) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
}

/** False where it was taken away for a loop: one in another frame ends only when the last frame of their process is gone. */
async function opened(address: string, signal: AbortSignal): Promise<boolean> {
	signal.throwIfAborted();
	const frame = document.createElement('iframe');
	frame.hidden = true;
	frame.inert = true;
	frame.sandbox.add('allow-scripts');
	frame.src = address;
	const over = new AbortController();
	const loaded = await new Promise<boolean>((resolve) => {
		onStuck(() => {
			frame.remove();
			resolve(false);
		}, over.signal);
		frame.addEventListener('load', () => resolve(true), { once: true });
		signal.addEventListener('abort', () => resolve(true), { once: true, signal: over.signal });
		setTimeout(resolve, OPEN_MS, true);
		document.body.append(frame);
	});
	over.abort();
	frame.remove();
	signal.throwIfAborted();
	return loaded;
}
