import type { FrameMessage, FrameRequest } from './frame-protocol.ts';

/*
 * The script of the sandboxed frame: it starts workers from the harness that the page carries as text, and ends them.
 * Learner code never runs here. The first worker is started before anybody asks, so that it boots while the page around
 * the frame still loads.
 */

interface BootedWorker {
	worker: Worker;
	harden: boolean;
	/** Why it ended, once it has by itself. */
	failure: string | null;
	onFailure: (message: string) => void;
}

const harness = document.getElementById('harness')!.textContent;
const workers = new Map<number, Worker>();
const tell = (message: FrameMessage): void => parent.postMessage(message, '*');

function boot(harden: boolean): BootedWorker {
	// One address for each worker, withdrawn as soon as it says that it is read: nothing inside can read it again.
	const url = URL.createObjectURL(new Blob([harness], { type: 'text/javascript' }));
	const worker = new Worker(url);
	const booted: BootedWorker = { worker, harden, failure: null, onFailure: () => {} };
	worker.onmessage = () => {
		worker.onmessage = null;
		URL.revokeObjectURL(url);
	};
	worker.onerror = (error) => {
		error.preventDefault();
		booted.failure = String(error.message || '');
		booted.onFailure(booted.failure);
	};
	worker.postMessage({ harden });
	return booted;
}

let early: BootedWorker | null = boot(true);
addEventListener('message', ({ source, data }: MessageEvent<FrameRequest>) => {
	if (source !== parent) return;
	switch (data.type) {
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
});
tell({ type: 'loaded' });
