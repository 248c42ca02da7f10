import { HARNESS_SCRIPT } from '../../engines/harness/protocol.ts';

/** One round, when nobody has come for a while: on a busy server each would be a third of a run's processor time. */
const WARM_UPS = { rounds: 1, afterMs: 1000 };

/**
 * The program that a process of Deno runs: it takes what it needs of Deno, gives the rest away for ever, and becomes the
 * harness. Messages come on stdin and go to stdout, one line of JSON each.
 *
 * - Scripts are run by `evalContext` with host-defined option 1, which is Deno's own mark of a script that may not import
 *   (what `node:vm` passes; that module would cost 20 ms more). V8 refuses `eval` and `Function` by a flag. Both are tried
 *   at every start: a Deno that behaves otherwise ends at once.
 *   The harness is such a script too: stacks would show where this file is on the server.
 * - The harness is loaded a turn later: Deno sends the global object an event when the program itself is loaded.
 * - Uncaught errors go to core's hooks and not to events: those need what hardening removes from the global object.
 * - The end of stdin is the end of the server: the process ends too. A busy loop does not hear it; limits of the system
 *   (`confine.ts`) end that one.
 */
const BRIDGE = `
const { core } = Deno[Deno.internal];
const { evalContext } = core;
const { parse, stringify } = JSON;
const { stdin, stdout, exit } = Deno;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const encode = encoder.encode.bind(encoder);
const decode = decoder.decode.bind(decoder);
const read = stdin.read.bind(stdin);
const write = stdout.writeSync.bind(stdout);
// An open realm's program may replace what typed arrays inherit: it would see the outgoing line, and write another.
const uncurry = Function.prototype.bind.bind(Function.prototype.call);
const TypedArray = Reflect.getPrototypeOf(Uint8Array.prototype);
const sizeOf = uncurry(Reflect.getOwnPropertyDescriptor(TypedArray, 'length').get);
const bufferOf = uncurry(Reflect.getOwnPropertyDescriptor(TypedArray, 'buffer').get);
const Bytes = Uint8Array;
const harden = Deno.args[0] !== 'open';
const nameOf = (text) => 'script:' + text.slice(text.lastIndexOf('sourceURL=') + 10).trim();
const load = (text) => {
	const [result, failure] = evalContext(text, nameOf(text), [1]);
	if (failure) throw failure.thrown;
	return result;
};
let uncaught = (error) => {
	core.print(String(error?.stack ?? error), true);
	exit(71);
};
let listener = () => {};
core.setReportExceptionCallback((error) => uncaught(error));
core.setUnhandledPromiseRejectionHandler((promise, reason) => {
	uncaught(reason);
	return true;
});
const send = (message) => {
	const bytes = encode(stringify(message) + '\\n');
	const size = sizeOf(bytes);
	for (let at = 0; at < size; ) at += write(new Bytes(bufferOf(bytes), at, size - at));
};
const join = (parts, size) => {
	const all = new Uint8Array(size);
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
};
const { reportUnhandledException } = core;
// A page's globals no longer take the event that \`exit\` sends; an exception that nobody takes ends the process too.
const quit = () => {
	try {
		exit(0);
	} catch (error) {
		reportUnhandledException(error);
	}
};
const receive = async () => {
	const buffer = new Uint8Array(65536);
	let parts = [];
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
			listener(parse(decode(line)));
		}
	}
};
const { stackTraceLimit } = Error;
// Nobody reads the stack of the refusal.
Error.stackTraceLimit = 0;
try {
	(0, eval)('1');
	exit(70);
} catch {}
Error.stackTraceLimit = stackTraceLimit;
load("import('data:text/javascript,')//# sourceURL=probe.js").then(() => exit(70), () => {});
for (const name of Object.keys(console)) if (typeof console[name] === 'function') console[name] = () => {};
globalThis.__passerelle_bridge__ = {
	load: (text) => { load(text); },
	send,
	receive: (next) => { listener = next; void receive(); },
	onUncaught: (next) => { uncaught = next; },
	builtin: (name) => builtin('node:' + name),
	harden,
	warmUps: ${JSON.stringify(WARM_UPS)}
};
// localStorage and caches work without any permission, and would last from one submission to the next.
for (const name of ['process', 'localStorage', 'sessionStorage', 'caches', 'Worker', 'fetch', 'WebSocket', 'BroadcastChannel', 'navigator', 'Deno'])
	delete globalThis[name];
// What libraries ask at load; hardening removes it with the other globals.
globalThis.process = {
	platform: 'linux', arch: 'x64', env: {}, argv: ['node'], version: 'v22.0.0', versions: { node: '22.0.0' },
	cwd: () => '/', nextTick: queueMicrotask, on() {}, off() {}, listenerCount: () => 0, emitWarning() {}
};
// Deno looks for them on the global object when it says that the program is loaded.
for (const symbol of Object.getOwnPropertySymbols(globalThis))
	Object.defineProperty(globalThis, symbol, { configurable: false, writable: false });
`;

/** Node's modules take 20 ms: only a harness that asks for some gets them. */
const BUILTINS = "import { getBuiltinModule as builtin } from 'node:process';\n";
const NO_BUILTINS = 'const builtin = (name) => { throw new Error(`There is no ${name} here`); };\n';

/**
 * Deno's own timers are Node's: they would bring 20 modules along, 8 ms in every process. These are a browser's, with
 * numbers; and there is no `setImmediate`, as in a browser.
 */
const TIMERS = `
const { createTimer, cancelTimer } = Deno[Deno.internal].core;
const { apply } = Reflect;
const timers = new Map();
let lastTimer = 0;
const keep = timers.set.bind(timers);
const forget = timers.delete.bind(timers);
const find = timers.get.bind(timers);
const start = (name, callback, delay, args, repeat) => {
	if (typeof callback !== 'function') throw new TypeError(name + ' needs a function');
	const id = ++lastTimer;
	const call = () => {
		if (!repeat) forget(id);
		apply(callback, undefined, args);
	};
	// As in a browser: what is no number, and what is too large for one of 32 bits, is no delay.
	const wait = delay | 0;
	keep(id, createTimer(call, wait > 0 ? wait : 0, undefined, repeat, true));
	return id;
};
const clear = (id) => {
	const timer = find(Number(id));
	if (!timer) return;
	forget(Number(id));
	cancelTimer(timer);
};
const replaced = {
	setTimeout(callback, delay, ...args) { return start('setTimeout', callback, delay, args, false); },
	setInterval(callback, delay, ...args) { return start('setInterval', callback, delay, args, true); },
	clearTimeout(id) { clear(id); },
	clearInterval(id) { clear(id); }
};
for (const name of Object.keys(replaced))
	Object.defineProperty(globalThis, name, { value: replaced[name], writable: true, enumerable: true, configurable: true });
for (const name of ['setImmediate', 'clearImmediate']) delete globalThis[name];
`;

/** Deno's versions of Node's modules look for `Deno` while they are loaded: before it is taken away. */
function preload(harness: string): string {
	const asked = harness.matchAll(/__passerelle_bridge__\.builtin\("([^"]+)"\)/g);
	const names = [...new Set([...asked].map(([, name]) => `node:${name}`))];
	return `for (const name of ${JSON.stringify(names)}) try { builtin(name); } catch {}\n`;
}

/** Everything before the harness itself is loaded. Its text is a constant at the top: inside a function it is read twice. */
const before = (harness: string): string =>
	`const harness = ${JSON.stringify(harness)};\n` +
	(harness.includes('__passerelle_bridge__.builtin(') ? BUILTINS + preload(harness) : NO_BUILTINS + TIMERS) +
	BRIDGE;

/** The whole program for one harness, an ES module. */
export const sandboxScript = (harness: string): string =>
	`${before(harness)}setTimeout(() => load(harness), 0);\n`;

/** How the harness is called in Deno's cache: see `nameOf` in the program. */
export const HARNESS_SPECIFIER = `script:${HARNESS_SCRIPT}`;

/**
 * The same program, which after its run also writes V8's code of the harness to a file: of every function that was
 * called, where Deno's own cache has only what is compiled when a script is read. For code of our own only.
 */
export const recordingScript = (harness: string, file: string): string => `
import { Script } from 'node:vm';
const writeFile = Deno.writeFileSync.bind(Deno, ${JSON.stringify(file)});
const { createCachedData, runInThisContext } = Script.prototype;
${before(harness)}
const recorded = new Script(harness, { filename: '${HARNESS_SPECIFIER}' });
const { __passerelle_bridge__: bridge } = globalThis;
bridge.warmUps = { rounds: 0, afterMs: 0 };
bridge.send = (message) => {
	if (message.type === 'done') writeFile(Reflect.apply(createCachedData, recorded, []));
	send(message);
};
setTimeout(() => Reflect.apply(runInThisContext, recorded, []), 0);
`;
