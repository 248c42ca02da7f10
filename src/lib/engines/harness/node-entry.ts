import { setSafeTimers } from '@vitest/utils/timers';
import type { HostMessage, SandboxHost, SandboxMessage } from './protocol.ts';
import { bootSandbox } from './sandbox.ts';

/** What the Node runner puts on the global object before it evaluates the harness, and what is removed at once. */
interface NodeBridge {
	load(text: string): void;
	send(message: SandboxMessage): void;
	receive(listener: (message: HostMessage) => void): void;
	onUncaught(listener: (thrown: unknown) => void): void;
	/** A module of Node, by its name without "node:". Only while the harness is loaded. */
	builtin(name: string): object;
	harden: boolean;
	warmUps?: SandboxHost['warmUps'];
}

const KEEP = [
	'console setTimeout clearTimeout setInterval clearInterval setImmediate clearImmediate queueMicrotask structuredClone',
	'performance URL URLSearchParams TextEncoder TextDecoder AbortController AbortSignal Event EventTarget CustomEvent',
	'DOMException atob btoa'
].flatMap((line) => line.split(' '));

const global = globalThis as unknown as { __passerelle_bridge__?: NodeBridge };
const bridge = global.__passerelle_bridge__!;
delete global.__passerelle_bridge__;
setSafeTimers();
const { load, send, onUncaught, warmUps } = bridge;
void bootSandbox({ load, send, onUncaught, keepGlobals: KEEP, warmUps }, { harden: bridge.harden }).then(
	(take) => bridge.receive((message) => void take(message))
);
