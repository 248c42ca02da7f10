import { setSafeTimers } from '@vitest/utils/timers';
import type { HostMessage, SandboxMessage } from './protocol.ts';
import { bootSandbox } from './sandbox.ts';

/** The part of a dedicated worker's global scope that is used; TypeScript has no page and worker types side by side. */
interface WorkerScope {
	onmessage: ((event: MessageEvent<{ port: MessagePort; harden: boolean }>) => unknown) | null;
	postMessage(message: unknown): void;
	importScripts(url: string): void;
	addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void;
	addEventListener(type: 'unhandledrejection', listener: (event: PromiseRejectionEvent) => void): void;
}

/** Globals of a worker that stay: they reach nothing outside the realm. */
const KEEP = [
	'console setTimeout clearTimeout setInterval clearInterval queueMicrotask structuredClone performance',
	'URL URLSearchParams TextEncoder TextDecoder AbortController AbortSignal Event EventTarget CustomEvent DOMException atob btoa'
].flatMap((line) => line.split(' '));

// The frame's first message brings the port to the page and says whether to harden; nothing else is ever heard here.
const scope = globalThis as unknown as WorkerScope;
setSafeTimers();
// Tells the frame that this script is read, so that its address can be withdrawn.
scope.postMessage(null);
// Handled here, so that one forgotten promise does not look to the page like the end of the worker.
let uncaught: (thrown: unknown) => void = () => {};
scope.addEventListener('error', (event) => {
	event.preventDefault();
	uncaught(event.error);
});
scope.addEventListener('unhandledrejection', (event) => {
	event.preventDefault();
	uncaught(event.reason);
});
scope.onmessage = async (event) => {
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
	const onUncaught = (listener: typeof uncaught) => void (uncaught = listener);
	const take = await bootSandbox({ load, send, onUncaught, keepGlobals: KEEP }, { harden });
	port.onmessage = (message: MessageEvent<HostMessage>) => void take(message.data);
};
