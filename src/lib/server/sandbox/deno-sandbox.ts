import { STATED_SETTING } from '../../contract/run-setting.ts';
import type { Sandbox, SandboxEnd } from '../../engines/host/talk-with.ts';
import type { SandboxMessage } from '../../engines/harness/protocol.ts';
import { endOf, neverStarted } from './end-of-process.ts';
import { goLast } from './go-last.ts';
import { killGroup } from './kill-group.ts';
import { isMessage } from './is-message.ts';
import { createLineReader } from './line-reader.ts';
import { startEnclosed } from './start-enclosed.ts';
import { usageOf } from './usage.ts';
import { enclosures, type Enclosure } from './walls.ts';

/** A process with a harness in it, for one run. */
export interface SandboxProcess {
	readonly sandbox: Sandbox;
	/** True when the harness is there, false when the process ended before. */
	readonly ready: Promise<boolean>;
	/** Settles when the process is gone and everything it wrote was read. */
	readonly closed: Promise<void>;
	/** Of the system; undefined where the process could not be started. */
	readonly pid: number | undefined;
}

/** Heap of V8, MB: an exercise that needs more is a loop. */
const HEAP_MB = 128;
/**
 * No code from text. One thread: there are as many runs as processors, and helpers of each cost a tenth more. A young
 * heap (MB) in which nothing is collected while the harness boots. Code that was cached stays in the cache only if all
 * processes have the same flags.
 */
export const V8_FLAGS = [
	`--max-old-space-size=${HEAP_MB}`,
	'--disallow-code-generation-from-strings',
	'--single-threaded',
	'--min-semi-space-size=16',
	'--no-flush-bytecode'
].join(',');
/** What Deno must not look for, ask or fetch. */
export const DENO_FLAGS: readonly string[] =
	'--quiet --no-prompt --no-remote --no-npm --no-config --no-lock --cached-only'.split(' ');
/** Its whole environment. `denoDir`: the folder for its caches. */
export const denoEnv = (denoDir: string): Record<string, string> => ({
	DENO_DIR: denoDir,
	DENO_NO_UPDATE_CHECK: '1',
	NO_COLOR: '1',
	// The harness would state it too, at some cost.
	TZ: STATED_SETTING.timeZone
});
/** All memory of the process, bytes: buffers are not part of V8's heap. */
const RSS_BYTES = 256 * 1024 * 1024;
/** How often the memory is looked at. 50 ms of filling memory are some hundred MB at most. */
const WATCH_MS = 50;
/** A process that has no harness by now has none at all; an idle server boots one in a tenth of a second. */
const BOOT_LIMIT_MS = 10_000;
/** What a process may write, bytes: the harness cuts output at 64 KB, so this is somebody who flees it. */
const STDOUT_BYTES = 5 * 1024 * 1024;
/** Characters of stderr that are kept, to see why a process ended. */
const STDERR_CHARS = 4000;

/** Calls back once, when the process and what it started hold more memory than they may. Linux only. */
function watchMemory(pid: number, tooMuch: () => void): () => void {
	const timer = setInterval(() => {
		const usage = usageOf(pid);
		if (usage === null) clearInterval(timer);
		else if (usage.rss > RSS_BYTES) tooMuch();
	}, WATCH_MS);
	return () => clearInterval(timer);
}

/**
 * Starts Deno without any permission, on a program of `sandboxScript`.
 * @param denoDir a folder of its own for Deno's caches
 * @param codeCache whether Deno looks for V8's code there: only in one that is closed (`code-cache.ts`), because Deno
 *   would keep what learners send
 * @param harden false for exercises that may change prototypes
 * @param enclosure how it is started, with which walls around it; default: only limits, for code of our own
 * @param permissions for a process that no learner's code comes into; default: none
 * @param args more arguments of the program
 */
export function startDeno(options: {
	deno: string;
	script: string;
	denoDir: string;
	codeCache: boolean;
	harden: boolean;
	enclosure?: Enclosure;
	permissions?: readonly string[];
	args?: readonly string[];
}): SandboxProcess {
	const command = [
		options.deno,
		'run',
		...DENO_FLAGS,
		...(options.codeCache ? [] : ['--no-code-cache']),
		...(options.permissions ?? []),
		`--v8-flags=${V8_FLAGS}`,
		options.script,
		options.harden ? 'hardened' : 'open',
		...(options.args ?? [])
	];
	const { deno, script, denoDir, codeCache } = options;
	// What is not closed for writing is a folder of each process's own.
	const program = {
		command,
		reads: codeCache ? [deno, script, denoDir] : [deno, script],
		scratch: codeCache ? [] : [denoDir]
	};
	const child = startEnclosed(options.enclosure ?? enclosures().at(-1)!, program, denoEnv(denoDir));
	if (child.pid === undefined && !('stdout' in child && child.stdout)) return neverStarted(child);
	goLast(child.pid);
	let listener: (message: SandboxMessage) => void = () => {};
	let becomeReady: (there: boolean) => void = () => {};
	const ready = new Promise<boolean>((resolve) => (becomeReady = resolve));
	let outOfMemory = false;
	let stderr = '';
	let killed = false;
	const kill = () => {
		killed = true;
		killGroup(child);
	};
	const unwatch =
		child.pid === undefined
			? () => {}
			: watchMemory(child.pid, () => {
					outOfMemory = true;
					kill();
				});
	child.stdout.on(
		'data',
		createLineReader(STDOUT_BYTES, {
			line(text) {
				let message: unknown;
				try {
					message = JSON.parse(text);
				} catch {
					return;
				}
				if (!isMessage(message)) return;
				if (message.type === 'ready') becomeReady(true);
				listener(message);
			},
			tooMuch: kill
		})
	);
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		if (stderr.length < STDERR_CHARS) stderr += text;
	});
	// A process that is gone breaks the pipe; `close` says so.
	child.stdin.on('error', () => {});
	const ended = new Promise<SandboxEnd>((resolve) => {
		child.on('error', () => resolve('engine-failed'));
		// Not `exit`: what was written last would be lost.
		child.on('close', (_code, signal) => resolve(endOf({ signal, stderr, outOfMemory, killed })));
	});
	const bootLimit = setTimeout(kill, BOOT_LIMIT_MS);
	void ready.then(() => clearTimeout(bootLimit));
	let booted = false;
	void ready.then((there) => (booted = there));
	const closed = ended.then(() => {
		unwatch();
		// Before it is ready there is no code of a learner in it: the words are Deno's or ours.
		if (!booted && stderr) console.error(`A sandbox did not boot: ${stderr}`);
		becomeReady(false);
	});
	return {
		ready,
		closed,
		pid: child.pid,
		sandbox: {
			post: (request) => void child.stdin.write(`${JSON.stringify(request)}\n`),
			listen: (next) => (listener = next),
			ended,
			kill
		}
	};
}
