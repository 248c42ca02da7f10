import { setSafeTimers } from '@vitest/utils/timers';
import type { HostMessage, SandboxHost, SandboxMessage } from '../protocol.ts';
import { bootSandbox } from '../sandbox.ts';
import type { MemoryFiles } from './memory-files.ts';
import { createMemoryWorld } from './memory-world.ts';

/** What the runner puts on the global object before it evaluates the harness. See ../node-entry.ts. */
interface Bridge {
	load(text: string): void;
	send(message: SandboxMessage): void;
	receive(listener: (message: HostMessage) => void): void;
	onUncaught(listener: (thrown: unknown) => void): void;
	harden: boolean;
	warmUps?: SandboxHost['warmUps'];
	/** Put there by memory-files.ts. */
	files: MemoryFiles;
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
const { load, send, onUncaught, warmUps } = bridge;
void bootSandbox(
	{ load, send, onUncaught, keepGlobals: KEEP, warmUps },
	{ harden: bridge.harden },
	createMemoryWorld(bridge.files)
).then((take) => bridge.receive((message) => void take(message)));
