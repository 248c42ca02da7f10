import { setSafeTimers } from '@vitest/utils/timers';
import type { HostMessage, SandboxMessage } from './protocol.ts';
import { bootSandbox } from './sandbox.ts';

/** The frame's two messages: how to boot, at once; and the port to the page, when the page wants this worker. */
type FrameMessage = { harden: boolean } | { port: MessagePort };

/** The part of a dedicated worker's global scope that is used; TypeScript has no page and worker types side by side. */
interface WorkerScope {
	postMessage(message: unknown): void;
	importScripts(url: string): void;
	addEventListener(type: 'message', listener: (event: MessageEvent<FrameMessage>) => void): void;
	addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void;
	addEventListener(type: 'unhandledrejection', listener: (event: PromiseRejectionEvent) => void): void;
}

/** Globals of a worker that stay: they reach nothing outside the realm. */
const KEEP = [
	'console setTimeout clearTimeout setInterval clearInterval queueMicrotask structuredClone performance',
	'URL URLSearchParams TextEncoder TextDecoder AbortController AbortSignal Event EventTarget CustomEvent DOMException atob btoa'
].flatMap((line) => line.split(' '));

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

let post: ((message: SandboxMessage) => void) | null = null;
let booting: Promise<(message: HostMessage) => Promise<void>> | null = null;
/** What was to be said before there was anybody to say it to: that the sandbox is ready. */
const unsaid: SandboxMessage[] = [];

function boot(harden: boolean): NonNullable<typeof booting> {
	const importScripts = scope.importScripts.bind(scope);
	const { createObjectURL, revokeObjectURL } = URL;
	const BlobClass = Blob;
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
	const send = (message: SandboxMessage) => (post ? post(message) : void unsaid.push(message));
	const onUncaught = (listener: typeof uncaught) => void (uncaught = listener);
	return bootSandbox({ load, send, onUncaught, keepGlobals: KEEP }, { harden });
}

// Each message is heard once: events that a program makes up later find nobody.
scope.addEventListener('message', ({ data }) => {
	if ('harden' in data) {
		booting ??= boot(data.harden);
		return;
	}
	if (post || !booting) return;
	const { port } = data;
	post = port.postMessage.bind(port);
	for (const message of unsaid) post(message);
	void booting.then((take) => {
		port.onmessage = (message: MessageEvent<HostMessage>) => void take(message.data);
	});
});
