import fs from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import type { RunRequest, SandboxMessage } from '../harness/protocol.ts';
import { HARNESS_SCRIPT } from '../harness/protocol.ts';
import { BOOT_FILE, REQUEST_FILE, type RunnerBoot } from './runner.ts';

/*
 * The runner: a module that Node runs in an empty folder, the learner's. It imports the packages, gives the harness its
 * bridge and becomes it. A line on stdin says that `REQUEST_FILE` is there; it is deleted before any code of the learner
 * runs. Messages are written synchronously, so that they are out before a loop begins, and in ASCII, because the
 * container's client decodes each chunk by itself.
 */

const { readFileSync, rmSync, writeSync } = fs;
const { stringify, parse } = JSON;
const { runInThisContext } = vm;
const { exit, stdin } = process;
const require = createRequire(import.meta.url);
const cwd = process.cwd();

/** Reads a file beside this one, and deletes it. */
function take(name: string): unknown {
	const path = fileURLToPath(new URL(name, import.meta.url));
	const text = readFileSync(path, 'utf8');
	rmSync(path);
	return parse(text);
}

const { key, harness, harden, packages: names } = take(BOOT_FILE) as RunnerBoot;
const packages: Record<string, object> = {};
for (const name of names) packages[name] = (await import(name)) as object;

const waiting = new Int32Array(new SharedArrayBuffer(4));
const { wait } = Atomics;
// An open realm's program may replace what texts inherit: it would see the messages, and the key.
const { apply } = Reflect;
const { charCodeAt, slice } = String.prototype;
const HEX = '0123456789abcdef';

/** JSON with every other character escaped. */
function toAscii(json: string): string {
	let ascii = '';
	let from = 0;
	for (let at = 0; at < json.length; at++) {
		const code = apply(charCodeAt, json, [at]);
		if (code >= 32 && code <= 126) continue;
		const digits = `${HEX[code >> 12]}${HEX[(code >> 8) & 15]}${HEX[(code >> 4) & 15]}${HEX[code & 15]}`;
		ascii += `${apply(slice, json, [from, at])}\\u${digits}`;
		from = at + 1;
	}
	return ascii + apply(slice, json, [from]);
}

function send(message: SandboxMessage): void {
	const json = toAscii(stringify(message));
	let text = `\n@${key}:${json.length}:${json}\n`;
	while (text !== '') {
		try {
			text = apply(slice, text, [writeSync(1, text)]);
		} catch (error) {
			// The reader is behind.
			if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
			wait(waiting, 0, 0, 1);
		}
	}
}

let uncaught: (thrown: unknown, promise?: Promise<unknown>) => void = () => {};
process.on('unhandledRejection', (reason, promise) => uncaught(reason, promise));
process.on('uncaughtException', (error) => uncaught(error));
globalThis.__passerelle_bridge__ = {
	load: (text) => void runInThisContext(text),
	send,
	receive(listener) {
		stdin.once('data', () => {
			stdin.pause();
			listener(take(REQUEST_FILE) as RunRequest);
		});
		stdin.once('end', () => exit());
	},
	onUncaught: (listener) => void (uncaught = listener),
	builtin: (name) => require(`node:${name}`) as object,
	harden,
	place: { packages, cwd }
};
runInThisContext(harness, { filename: HARNESS_SCRIPT });
