import type { RunSetting } from '../../../contract/run-setting.ts';
import type { SandboxBridge } from '../../../engines/harness/bridge.ts';
import type { HostMessage, SandboxMessage } from '../../../engines/harness/protocol.ts';
import { core, deno } from './deno.ts';

/*
 * The beginning of the program that a process of Deno runs: it takes what it needs of Deno, gives the rest away for ever,
 * and becomes the harness. Messages come on stdin and go to stdout, one line of JSON each.
 *
 * - Scripts are run by `evalContext` with host-defined option 1, which is Deno's own mark of a script that may not import
 *   (what `node:vm` passes; that module would cost 20 ms more). V8 refuses `eval` and `Function` by a flag. Both are tried
 *   at every start: a Deno that behaves otherwise ends at once.
 *   The harness is such a script too: stacks would show where this file is on the server.
 * - Uncaught errors go to core's hooks and not to events: those need what hardening removes from the global object. Only what
 *   the listener of an event throws comes as an event.
 * - The end of stdin is the end of the server: the process ends too. A busy loop does not hear it; limits of the system
 *   (`confine.ts`) end that one.
 */

/** One round, when nobody has come for a while: on a busy server each would be a third of a run's processor time. */
const WARM_UPS = { rounds: 1, afterMs: 1000 };
/** What the process ends with where Deno does not refuse what it must refuse, and on an error before the harness. */
const UNSAFE = 70;
const BROKEN = 71;

/** `localStorage` and caches work without any permission, and would last from one submission to the next. */
const REMOVED =
	'process localStorage sessionStorage caches Worker fetch WebSocket BroadcastChannel navigator Deno'.split(
		' '
	);

const { evalContext, print, reportUnhandledException } = core;
const { parse, stringify } = JSON;
const { args, exit, stdin, stdout } = deno;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const encode = encoder.encode.bind(encoder);
const decode = decoder.decode.bind(decoder);
const read = stdin.read.bind(stdin);
const write = stdout.writeSync.bind(stdout);
// An open realm's program may replace what typed arrays inherit: it would see the outgoing line, and write another.
const { apply, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf, set } = Reflect;
const Bytes = Uint8Array;
const typedArray = getPrototypeOf(Bytes.prototype)!;
function getter<T>(name: string): (bytes: Uint8Array) => T {
	const { get } = getOwnPropertyDescriptor(typedArray, name)!;
	return (bytes) => apply(get!, bytes, []) as T;
}
const sizeOf = getter<number>('length');
const bufferOf = getter<ArrayBuffer>('buffer');

/** Scripts have a name in stacks and in Deno's cache of code: that of their `sourceURL`. */
const nameOf = (text: string): string =>
	`script:${text.slice(text.lastIndexOf('sourceURL=') + 'sourceURL='.length).trim()}`;

/** Runs a script in the global scope. */
export function load(text: string): unknown {
	const [result, failure] = evalContext(text, nameOf(text), [1]);
	if (failure) throw failure.thrown;
	return result;
}

/** Writes a message, all of it, before it returns. */
export function send(message: SandboxMessage): void {
	const bytes = encode(`${stringify(message)}\n`);
	const size = sizeOf(bytes);
	for (let at = 0; at < size;) at += write(new Bytes(bufferOf(bytes), at, size - at));
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array {
	const all = new Uint8Array(size);
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}

/** A page's globals no longer take the event that `exit` sends; an exception that nobody takes ends the process too. */
function quit(): void {
	try {
		exit(0);
	} catch (error) {
		reportUnhandledException(error);
	}
}

async function receive(listener: (message: HostMessage) => void): Promise<void> {
	const buffer = new Uint8Array(65536);
	let parts: Uint8Array[] = [];
	let size = 0;
	for (;;) {
		const count = await read(buffer);
		if (count === null) return quit();
		let from = 0;
		for (let at = 0; at <= count; at++) {
			if (at < count && buffer[at] !== 10) continue;
			parts.push(buffer.slice(from, at));
			size += at - from;
			if (at === count) break;
			from = at + 1;
			const line = join(parts, size);
			parts = [];
			size = 0;
			listener(parse(decode(line)) as HostMessage);
		}
	}
}

/** Ends the process where Deno would make code from text, or let a script import. */
function tryRefusals(): void {
	const { stackTraceLimit } = Error;
	// Nobody reads the stack of the refusal.
	Error.stackTraceLimit = 0;
	let made = true;
	try {
		(0, eval)('1');
	} catch {
		made = false;
	}
	if (made) exit(UNSAFE);
	Error.stackTraceLimit = stackTraceLimit;
	const importing = load("import('data:text/javascript,')//# sourceURL=probe.js") as Promise<unknown>;
	importing.then(
		() => exit(UNSAFE),
		() => {}
	);
}

function removeGlobals(): void {
	for (const [name, value] of Object.entries(console))
		if (typeof value === 'function') set(console, name, () => {});
	for (const name of REMOVED)
		if (!deleteProperty(globalThis, name)) throw new Error(`${name} cannot be removed`);
	// What libraries ask at load; hardening removes it with the other globals.
	set(globalThis, 'process', {
		platform: 'linux',
		arch: 'x64',
		env: {},
		argv: ['node'],
		version: 'v22.0.0',
		versions: { node: '22.0.0' },
		cwd: () => '/',
		nextTick: queueMicrotask,
		on() {},
		off() {},
		listenerCount: () => 0,
		emitWarning() {}
	});
	// Deno looks for them on the global object when it says that the program is loaded.
	for (const symbol of Object.getOwnPropertySymbols(globalThis))
		Object.defineProperty(globalThis, symbol, { configurable: false, writable: false });
}

/** Another setting than the stated one comes as the last argument, JSON. */
function settingIn(args: readonly string[]): RunSetting | null {
	const last = args.at(-1);
	return last?.startsWith('{') ? (parse(last) as RunSetting) : null;
}

/** What a listener of an event throws is told of by an event of the realm, and ends the process where nobody takes it. */
function hearListeners(tell: (error: unknown) => void): void {
	const { get: errorOf } = getOwnPropertyDescriptor(ErrorEvent.prototype, 'error')!;
	const { preventDefault } = Event.prototype;
	const hear = (event: Event): void => {
		apply(preventDefault, event, []);
		tell(apply(errorOf!, event, []));
	};
	globalThis.addEventListener('error', hear, true);
}

/** Gives the harness its bridge, and takes everything else from the realm. */
export function openBridge(builtin: (specifier: string) => object | undefined): SandboxBridge {
	let uncaught = (error: unknown, _promise?: Promise<unknown>): void => {
		print(String((error as Error | undefined)?.stack ?? error), true);
		exit(BROKEN);
	};
	core.setReportExceptionCallback((error) => uncaught(error));
	core.setUnhandledPromiseRejectionHandler((promise, reason) => {
		uncaught(reason, promise);
		return true;
	});
	hearListeners((error) => uncaught(error));
	tryRefusals();
	const bridge: SandboxBridge = {
		load: (text) => void load(text),
		send,
		receive: (listener) => void receive(listener),
		onUncaught: (listener) => void (uncaught = listener),
		builtin: (name) => builtin(`node:${name}`),
		harden: args[0] !== 'open',
		setting: settingIn(args),
		warmUps: WARM_UPS
	};
	globalThis.__passerelle_bridge__ = bridge;
	removeGlobals();
	return bridge;
}
