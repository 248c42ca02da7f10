import { Comlink } from 'webcontainer-vendor';
import type { MachineCalls, Spawn } from './protocol.ts';

/** The page behind https://stackblitz.com/headless: the protocol of @webcontainer/api 1.6.4, as its client uses it. */
declare const passerelleStandin: <K extends keyof MachineCalls>(
	name: K,
	args: Parameters<MachineCalls[K]>
) => Promise<Awaited<ReturnType<MachineCalls[K]>>>;
declare const BOOT_AFTER_MS: number;

type Output = (chunk: Uint8Array | null) => void;

const call = <K extends keyof MachineCalls>(name: K, ...args: Parameters<MachineCalls[K]>) =>
	passerelleStandin(name, args);
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

const outputs = new Map<number, Output>();
const exits = new Map<number, (code: number) => void>();
const listeners = new Map<string, Set<(...args: unknown[]) => void>>();
const emit = (event: string, ...args: unknown[]) =>
	listeners.get(event)?.forEach((listener) => listener(...args));
let alive = false;

async function pump(): Promise<void> {
	while (alive) {
		for (const event of await call('next')) {
			if (event.type === 'output') {
				outputs.get(event.process)?.(event.text === null ? null : encoder.encode(event.text));
			} else if (event.type === 'exit') exits.get(event.process)?.(event.code);
			else {
				emit('port', event.port, event.status, event.url);
				if (event.status === 'open') emit('server-ready', event.port, event.url);
			}
		}
	}
}

const fs = {
	async readFile(path: string, encoding?: string | null) {
		const bytes = fromBase64(await call('readFile', path));
		return encoding ? decoder.decode(bytes) : bytes;
	},
	writeFile: (path: string, data: string | Uint8Array) =>
		call('writeFile', path, toBase64(typeof data === 'string' ? encoder.encode(data) : data)),
	mkdir: (path: string, options?: { recursive?: boolean }) =>
		call('mkdir', path, options?.recursive ?? false),
	rm: (path: string, options?: object) => call('rm', path, options ?? {}),
	rename: (from: string, to: string) => call('rename', from, to),
	async readdir(path: string, options?: { withFileTypes?: boolean }) {
		const entries = await call('readdir', path);
		return options?.withFileTypes ? entries : entries.map(({ name }) => name);
	}
};

const instance = (runtime: { path: string; cwd: string }) => ({
	fs: () => Comlink.proxy(fs),
	previewScript: () => undefined,
	setPreviewScript: () => undefined,
	runtimeInfo: () => runtime,
	loadFiles: (payload: Uint8Array, { mountPoints }: { mountPoints?: string }) =>
		call('load', JSON.parse(decoder.decode(payload)), mountPoints),
	async run(options: Spawn, _stdout: unknown, _stderr: unknown, output?: Output) {
		const id = await call('spawn', options);
		if (output) outputs.set(id, output);
		const onExit = new Promise<number>((resolve) => exits.set(id, resolve));
		return Comlink.proxy({
			onExit,
			kill: () => call('kill', id),
			write: (text: string) => call('write', id, text),
			resize: () => undefined
		});
	},
	on(event: string, listener: (...args: unknown[]) => void) {
		const set = listeners.get(event) ?? new Set();
		listeners.set(event, set.add(listener));
		return Comlink.proxy(() => void set.delete(listener));
	},
	async teardown() {
		alive = false;
		for (const map of [outputs, exits, listeners]) map.clear();
		await call('teardown');
	}
});

const server = {
	async build({ workdirName }: { workdirName?: string }) {
		const runtime = await call('build', workdirName);
		alive = true;
		void pump();
		return Comlink.proxy(instance(runtime));
	}
};

setTimeout(() => {
	const { port1, port2 } = new MessageChannel();
	Comlink.expose(server, port1);
	parent.postMessage({ type: 'init' }, '*', [port2]);
}, BOOT_AFTER_MS);
