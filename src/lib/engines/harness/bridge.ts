import type { RunSetting } from '../../contract/run-setting.ts';
import type { HostMessage, SandboxHost, SandboxMessage } from './protocol.ts';

/**
 * What a program of Node or Deno puts on the global object before it evaluates a harness, and what the harness takes away
 * at once, before there is any code of a learner. Parts that only some programs have are declared where they are used.
 */
export interface SandboxBridge {
	load: SandboxHost['load'];
	send(message: SandboxMessage): void;
	/** One listener, once. */
	receive(listener: (message: HostMessage) => void): void;
	onUncaught: SandboxHost['onUncaught'];
	/** A module of Node, by its name without "node:"; undefined where there is none. Only while the harness is loaded. */
	builtin(name: string): object | undefined;
	harden: boolean;
	warmUps?: SandboxHost['warmUps'];
	/** Another setting than the stated one. */
	setting?: RunSetting | null;
}

declare global {
	var __passerelle_bridge__: SandboxBridge | undefined;
}

/** Takes the bridge away from the global object. */
export function takeBridge(): SandboxBridge {
	const bridge = globalThis.__passerelle_bridge__!;
	delete globalThis.__passerelle_bridge__;
	return bridge;
}

/** Globals of Node and Deno that stay: they reach nothing outside the realm. */
export const NODE_GLOBALS: readonly string[] = [
	'console setTimeout clearTimeout setInterval clearInterval setImmediate clearImmediate queueMicrotask structuredClone',
	'performance URL URLSearchParams TextEncoder TextDecoder AbortController AbortSignal Event EventTarget CustomEvent',
	'DOMException atob btoa'
].flatMap((line) => line.split(' '));
