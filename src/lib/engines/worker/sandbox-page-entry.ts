import { blobAddresses, dataAddresses } from '../harness/script-address.ts';
import type { FrameMessage, FrameRequest } from './frame-protocol.ts';

/*
 * The script of the sandboxed frame: it starts workers from the harness that the page carries as text, and ends them.
 * Learner code never runs here. The first worker is started before anybody asks, so that it boots while the page around
 * the frame still loads.
 */

/** At the end of the page's address where this browser starts no worker from a blob (decision 0021). */
const DATA = '#data';
const byData = location.hash === DATA;

/** Where blobs do, the document gives up the other way: its workers inherit that. */
function onlyBlobs(): void {
	const policy = document.createElement('meta');
	policy.httpEquiv = 'Content-Security-Policy';
	policy.content = "script-src 'unsafe-inline' blob:; worker-src blob:";
	document.head.append(policy);
}
if (!byData) onlyBlobs();

/** A worker that is started from `data:` gets the harness as its first message: each of the harness's stacks would have its address. */
const READS = 'onmessage = ({ data }) => { onmessage = null; (0, eval)(data); };';
const addressOf = byData ? dataAddresses() : blobAddresses();

interface BootedWorker {
	worker: Worker;
	harden: boolean;
	/** Settles when its script has been read; false where it could not be. */
	read: Promise<boolean>;
	/** Why it ended, once it has by itself. */
	failure: string | null;
	onFailure: (message: string) => void;
}

const harness = document.getElementById('harness')!.textContent;
const workers = new Map<number, Worker>();
const tell = (message: FrameMessage): void => parent.postMessage(message, '*');

function boot(harden: boolean): BootedWorker {
	// One address for each worker, withdrawn as soon as it says that it is read: nothing inside can read it again.
	const { url, withdraw } = addressOf(byData ? READS : harness);
	const worker = new Worker(url);
	if (byData) worker.postMessage(harness);
	let isRead = (_: boolean) => {};
	const read = new Promise<boolean>((resolve) => (isRead = resolve));
	const booted: BootedWorker = { worker, harden, read, failure: null, onFailure: () => {} };
	worker.onmessage = () => {
		worker.onmessage = null;
		withdraw();
		isRead(true);
	};
	worker.onerror = (error) => {
		error.preventDefault();
		booted.failure = String(error.message || '');
		isRead(false);
		booted.onFailure(booted.failure);
	};
	worker.postMessage({ harden });
	return booted;
}

const tellLoaded = (): void => tell({ type: 'loaded', address: location.href });

let early: BootedWorker | null = boot(true);

function hear({ source, data }: MessageEvent<FrameRequest>): void {
	if (source !== parent) return;
	switch (data.type) {
		case 'hello':
			return tellLoaded();
		case 'ping':
			return tell({ type: 'pong', id: data.id });
		case 'kill':
			workers.get(data.id)?.terminate();
			return void workers.delete(data.id);
		case 'spawn': {
			const { id, harden, port } = data;
			const ready = early?.harden === harden && early.failure === null ? early : boot(harden);
			if (ready !== early) early?.worker.terminate();
			early = null;
			workers.set(id, ready.worker);
			ready.onFailure = (message) => tell({ type: 'failed', id, message });
			ready.worker.postMessage({ port }, [port]);
		}
	}
}

/** Nobody is heard before it is known how workers start here: the page around waits for `loaded`. */
void early.read.then((works) => {
	if (works || byData) {
		addEventListener('message', hear);
		return tellLoaded();
	}
	location.replace(DATA);
	location.reload();
});
