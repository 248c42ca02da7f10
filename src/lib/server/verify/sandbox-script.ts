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
	for (let at = 0; at < bytes.length; ) at += write(bytes.subarray(at));
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
try {
	(0, eval)('1');
	exit(70);
} catch {}
load("import('data:text/javascript,')//# sourceURL=probe.js").then(() => exit(70), () => {});
for (const name of Object.keys(console)) if (typeof console[name] === 'function') console[name] = () => {};
globalThis.__passerelle_bridge__ = {
	load: (text) => { load(text); },
	send,
	receive: (next) => { listener = next; void receive(); },
	onUncaught: (next) => { uncaught = next; },
	builtin: (name) => builtin('node:' + name),
	harden
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

/** Deno's versions of Node's modules look for `Deno` while they are loaded: before it is taken away. */
function preload(harness: string): string {
	const asked = harness.matchAll(/__passerelle_bridge__\.builtin\("([^"]+)"\)/g);
	const names = [...new Set([...asked].map(([, name]) => `node:${name}`))];
	return `for (const name of ${JSON.stringify(names)}) try { builtin(name); } catch {}\n`;
}

/** The whole program for one harness, an ES module. */
export const sandboxScript = (harness: string): string =>
	(harness.includes('__passerelle_bridge__.builtin(') ? BUILTINS + preload(harness) : NO_BUILTINS) +
	`${BRIDGE}setTimeout(() => load(${JSON.stringify(harness)}), 0);\n`;
