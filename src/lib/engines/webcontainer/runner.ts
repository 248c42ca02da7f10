/** Where our own things are in the container, below its working directory; the learner's are in `project`. */
export const OWN_FOLDER = '.passerelle';
export const PROJECT_FOLDER = 'project';
export const RUNNER_FILE = 'runner.mjs';
export const BOOT_FILE = 'boot.json';
export const REQUEST_FILE = 'request.json';

/** What the runner finds beside itself when it starts, as `BOOT_FILE`; read once and deleted. */
export interface RunnerBoot {
	/** Stands before every message: text of anything else is no message. */
	key: string;
	/** The harness, brought anew for each run: a program before it may have written anywhere. */
	harness: string;
	harden: boolean;
	/** Names of installed packages that the learner's code may import. */
	packages: readonly string[];
}

/**
 * The runner: a module that Node runs in an empty folder, the learner's. It imports the packages, gives the harness its bridge and
 * becomes it. A line on stdin says that `REQUEST_FILE` is there; it is deleted before any code of the learner runs.
 * Messages are written synchronously, so that they are out before a loop begins, and in ASCII, because the container's
 * client decodes each chunk by itself.
 */
export const RUNNER = `import fs from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
const { readFileSync, rmSync, writeSync } = fs;
const { stringify, parse } = JSON;
const { runInThisContext } = vm;
const { exit, stdin } = process;
const require = createRequire(import.meta.url);
const cwd = process.cwd();
const take = (name) => {
	const path = fileURLToPath(new URL(name, import.meta.url));
	const text = readFileSync(path, 'utf8');
	rmSync(path);
	return parse(text);
};
const { key, harness, harden, packages: names } = take('${BOOT_FILE}');
const packages = {};
for (const name of names) packages[name] = await import(name);

const waiting = new Int32Array(new SharedArrayBuffer(4));
const wait = Atomics.wait.bind(Atomics, waiting, 0, 0, 1);
const toAscii = (character) => '\\\\u' + character.charCodeAt(0).toString(16).padStart(4, '0');
const send = (message) => {
	const json = stringify(message).replace(/[^ -~]/g, toAscii);
	let text = '\\n@' + key + ':' + json.length + ':' + json + '\\n';
	while (text !== '') {
		try {
			text = text.slice(writeSync(1, text));
		} catch (error) {
			// The reader is behind.
			if (error.code !== 'EAGAIN') throw error;
			wait();
		}
	}
};
let uncaught = () => {};
process.on('unhandledRejection', (reason) => uncaught(reason));
process.on('uncaughtException', (error) => uncaught(error));
globalThis.__passerelle_bridge__ = {
	load: (text) => void runInThisContext(text),
	send,
	receive(listener) {
		stdin.once('data', () => {
			stdin.pause();
			listener(take('${REQUEST_FILE}'));
		});
		stdin.once('end', () => exit());
	},
	onUncaught: (listener) => void (uncaught = listener),
	builtin: (name) => require('node:' + name),
	harden,
	packages,
	cwd
};
runInThisContext(harness, { filename: 'passerelle-harness.js' });
`;
