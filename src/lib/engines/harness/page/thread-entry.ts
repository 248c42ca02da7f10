import { setSafeTimers } from '@vitest/utils/timers';
import { createUncaught } from '../host-link.ts';
import type { HostMessage, SandboxHost, SandboxMessage } from '../protocol.ts';
import { bootSandbox } from '../sandbox.ts';
import { createPageWorld, type PageMachinery } from './page-world.ts';
import { blockNavigation } from './block-navigation.ts';

/** What the runner puts on the global object before it evaluates the harness. See ../node-entry.ts. */
interface Bridge {
	load(text: string): void;
	send(message: SandboxMessage): void;
	receive(listener: (message: HostMessage) => void): void;
	onUncaught(listener: (thrown: unknown) => void): void;
	builtin(name: string): object;
	harden: boolean;
	warmUps?: SandboxHost['warmUps'];
	/** Put there by happy-dom-entry.ts, which is loaded before. */
	page: PageMachinery;
}

const KEEP = [
	'console setTimeout clearTimeout setInterval clearInterval setImmediate clearImmediate queueMicrotask structuredClone',
	'performance URL URLSearchParams TextEncoder TextDecoder AbortController AbortSignal Event EventTarget CustomEvent',
	'DOMException atob btoa'
].flatMap((line) => line.split(' '));

const global = globalThis as unknown as { __passerelle_bridge__?: Bridge };
const bridge = global.__passerelle_bridge__!;
delete global.__passerelle_bridge__;
setSafeTimers();
blockNavigation(window as Window & typeof globalThis, { by: 'program' });

const { load, send, warmUps } = bridge;
const uncaught = createUncaught();
bridge.onUncaught(uncaught.tell);
// What a listener of the page threw.
window.addEventListener('error', (event) => uncaught.tell(event.error));
void bootSandbox(
	{ load, send, onUncaught: uncaught.listen, keepGlobals: KEEP, warmUps },
	{ harden: bridge.harden },
	createPageWorld(bridge.page)
).then((take) => bridge.receive((message) => void take(message)));
