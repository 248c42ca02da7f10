import { setSafeTimers } from '@vitest/utils/timers';
import type { HostMessage, SandboxMessage } from './protocol.ts';
import { bootSandbox } from './sandbox.ts';

/** Globals of a worker that stay: they reach nothing outside the realm. */
const KEEP = [
	'console setTimeout clearTimeout setInterval clearInterval queueMicrotask structuredClone performance',
	'URL URLSearchParams TextEncoder TextDecoder AbortController AbortSignal Event EventTarget CustomEvent DOMException atob btoa'
].flatMap((line) => line.split(' '));

// The frame's first message brings the port to the page and says whether to harden; nothing else is ever heard here.
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
setSafeTimers();
// Tells the frame that this script is read, so that its address can be withdrawn.
scope.postMessage(null);
scope.onmessage = async (event: MessageEvent<{ port: MessagePort; harden: boolean }>) => {
	scope.onmessage = null;
	const { port, harden } = event.data;
	const post = port.postMessage.bind(port);
	const importScripts = scope.importScripts.bind(scope);
	const { createObjectURL, revokeObjectURL } = URL;
	const BlobClass = Blob;
	const send = (message: SandboxMessage) => post(message);
	const load = (text: string) => {
		const url = createObjectURL(new BlobClass([text], { type: 'text/javascript' }));
		try {
			importScripts(url);
		} finally {
			revokeObjectURL(url);
		}
	};
	// URL stays for learners; the doors to blobs do not.
	for (const name of ['createObjectURL', 'revokeObjectURL']) Reflect.deleteProperty(URL, name);
	const take = await bootSandbox({ load, send, keepGlobals: KEEP }, { harden });
	port.onmessage = (message: MessageEvent<HostMessage>) => void take(message.data);
};
