import { evaluate } from './evaluate.ts';
import { setSafeTimers } from '@vitest/utils/timers';
import { createOutbox, createUncaught, hearUncaught, type UncaughtEvents } from './host-link.ts';
import { LEARNER_SCRIPT, type HostMessage, type SandboxHost } from './protocol.ts';
import { bootSandbox } from './sandbox.ts';
import { blobAddresses, dataAddresses } from './script-address.ts';

/** The frame's two messages: how to boot, at once; and the port to the page, when the page wants this worker. */
type FrameMessage = { harden: boolean } | { port: MessagePort };

/** The part of a dedicated worker's global scope that is used; TypeScript has no page and worker types side by side. */
interface WorkerScope {
	postMessage(message: unknown): void;
	importScripts(url: string): void;
	addEventListener(type: 'message', listener: (event: MessageEvent<FrameMessage>) => void): void;
}

/** Globals of a worker that stay: they reach nothing outside the realm. */
const KEEP = [
	'console setTimeout clearTimeout setInterval clearInterval queueMicrotask structuredClone performance',
	'URL URLSearchParams TextEncoder TextDecoder AbortController AbortSignal Event EventTarget CustomEvent DOMException atob btoa'
].flatMap((line) => line.split(' '));

const scope = globalThis as unknown as WorkerScope & UncaughtEvents;
setSafeTimers();
// Tells the frame that this script is read, so that its address can be withdrawn.
scope.postMessage(null);
// Handled here, so that one forgotten promise does not look to the page like the end of the worker.
const uncaught = createUncaught();
hearUncaught(scope, uncaught.tell);

const outbox = createOutbox();

/**
 * Loads scripts. Of those that are read from their text (decision 0021) only the learner's has an address: JavaScriptCore writes
 * addresses into stacks, where a program would read the suite's text, and its own is what its lines are found by.
 */
function createLoad(): SandboxHost['load'] {
	const importScripts = scope.importScripts.bind(scope);
	const addressOf = evaluate ? dataAddresses() : blobAddresses();
	return (text, name) => {
		if (evaluate && name !== LEARNER_SCRIPT) return evaluate(text);
		const { url, withdraw } = addressOf(text);
		try {
			importScripts(url);
		} finally {
			withdraw();
		}
	};
}

function boot(harden: boolean): Promise<(message: HostMessage) => Promise<void>> {
	const load = createLoad();
	// URL stays for learners; the doors to blobs do not.
	for (const name of ['createObjectURL', 'revokeObjectURL']) Reflect.deleteProperty(URL, name);
	const { send } = outbox;
	return bootSandbox({ load, send, onUncaught: uncaught.listen, keepGlobals: KEEP }, { harden });
}

/** Hears each of the frame's messages once: events that a program makes up later find nobody. */
function hearFrame(): void {
	let booting: ReturnType<typeof boot> | null = null;
	scope.addEventListener('message', ({ data }) => {
		if ('harden' in data) {
			booting ??= boot(data.harden);
			return;
		}
		if (outbox.connected || !booting) return;
		const { port } = data;
		outbox.connect(port.postMessage.bind(port));
		void booting.then((take) => {
			port.onmessage = (message: MessageEvent<HostMessage>) => void take(message.data);
		});
	});
}
hearFrame();
