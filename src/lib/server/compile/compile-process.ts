import { spawn } from 'node:child_process';
import type { CompileResult, LearnerSource } from '../../compile/compiler.ts';
import { confine } from '../sandbox/confine.ts';
import { goLast } from '../sandbox/go-last.ts';
import { killGroup } from '../sandbox/kill-group.ts';
import { createLineReader } from '../sandbox/line-reader.ts';
import { usageOf } from '../sandbox/usage.ts';
import type { CompileMessage } from './protocol.ts';

/** Why there is no result: one of the limits, or the process is gone. */
export type CompileEnd = 'time' | 'memory' | 'output' | 'ended';

/** A process that compiles, for one source at a time. */
export interface CompileProcess {
	/** True when it can compile, false when it ended before. */
	readonly ready: Promise<boolean>;
	/** Settles when it is gone, with all that it started. */
	readonly closed: Promise<void>;
	/** Of the system; undefined where the process could not be started. */
	readonly pid: number | undefined;
	/** After a `CompileEnd` the process is of no use any more. */
	compile(source: LearnerSource): Promise<CompileResult | CompileEnd>;
	kill(): void;
}

/**
 * Milliseconds of a compilation. The largest honest source takes 0.2 s. What has had less than `WORKED_MS` of the
 * processor by then was waiting for it, which is not its fault: it gets the longer limit.
 */
const LIMIT_MS = 3000;
const WORKED_MS = 1000;
const STARVED_LIMIT_MS = 10_000;
/** Memory of the process and of esbuild's together, bytes; idle they have 70 MB. */
const RSS_BYTES = 400 * 1024 * 1024;
/** How often time and memory are looked at, ms: esbuild can take some 50 MB meanwhile. */
const WATCH_MS = 50;
/** A result in bytes: the largest source that esbuild can make longest gives half of it. */
const OUTPUT_BYTES = 8 * 1024 * 1024;
/** A process that cannot compile by now never will; on an idle machine it takes a quarter of a second. */
const BOOT_LIMIT_MS = 20_000;
/** Heap of V8, MB. The answers of esbuild arrive outside of it. */
const HEAP_MB = 128;
const STDERR_CHARS = 2000;
/** Seconds of processor time in a whole life (the host replaces a process long before), and private memory in KB. */
const LIMITS = { cpuSeconds: 60, dataKb: 1024 * 1024 };

/**
 * Starts a process with esbuild in it, for code of strangers: one that takes too long or too much is ended.
 * @param program the path of the bundled `process-entry.ts`
 * @param installedBeside a file whose `node_modules` have esbuild
 */
export function startCompileProcess(options: { program: string; installedBeside: string }): CompileProcess {
	const flags = [`--max-old-space-size=${HEAP_MB}`, '--v8-pool-size=1'];
	const [command, args] = confine(
		[process.execPath, ...flags, options.program, options.installedBeside],
		LIMITS
	);
	const child = spawn(command, args, {
		// One thread of esbuild at work, so that one source takes one processor; and a heap that Go keeps small.
		env: { GOMAXPROCS: '1', GOMEMLIMIT: '200MiB', NO_COLOR: '1' },
		cwd: '/',
		detached: true,
		stdio: 'pipe'
	});
	const { pid } = child;
	let becomeReady: (there: boolean) => void = () => {};
	const ready = new Promise<boolean>((resolve) => (becomeReady = resolve));
	/** Ends the compilation under way. */
	let settle: (result: CompileResult | CompileEnd) => void = () => {};
	let stderr = '';
	let gone = false;
	const kill = () => killGroup(child);
	const giveUp = (end: CompileEnd) => {
		kill();
		settle(end);
	};
	const newReader = () =>
		createLineReader(OUTPUT_BYTES, {
			line(text) {
				const message = JSON.parse(text) as CompileMessage;
				if ('ready' in message) becomeReady(true);
				else settle(message.result);
			},
			tooMuch: () => giveUp('output')
		});
	let read = newReader();

	child.on('error', () => becomeReady(false));
	child.stdin?.on('error', () => {});
	child.stdout?.on('data', (chunk: Buffer) => {
		try {
			read(chunk);
		} catch {
			// No JSON: the process is not what it was.
			giveUp('ended');
		}
	});
	child.stderr?.setEncoding('utf8').on('data', (text: string) => {
		if (stderr.length < STDERR_CHARS) stderr += text;
	});
	goLast(pid);
	const bootLimit = setTimeout(kill, BOOT_LIMIT_MS);
	let booted = false;
	void ready.then((there) => {
		booted = there;
		clearTimeout(bootLimit);
	});
	const closed = new Promise<void>((resolve) => {
		const end = () => {
			gone = true;
			if (!booted && stderr) console.error(`A compiler did not start: ${stderr}`);
			becomeReady(false);
			settle('ended');
			resolve();
		};
		if (pid === undefined) child.once('error', end);
		child.once('close', end);
	});

	/** Calls back once, when the compilation passes a limit. */
	function watch(): () => void {
		const started = performance.now();
		const before = pid === undefined ? null : usageOf(pid);
		const timer = setInterval(() => {
			const now = pid === undefined ? null : usageOf(pid);
			const passed = performance.now() - started;
			const starved = before !== null && now !== null && now.cpuMs - before.cpuMs < WORKED_MS;
			if (now !== null && now.rss > RSS_BYTES) giveUp('memory');
			else if (passed > (starved ? STARVED_LIMIT_MS : LIMIT_MS)) giveUp('time');
		}, WATCH_MS);
		return () => clearInterval(timer);
	}

	return {
		ready,
		closed,
		pid,
		kill,
		compile: (source) =>
			new Promise((resolve) => {
				if (gone) return resolve('ended');
				read = newReader();
				const unwatch = watch();
				settle = (result) => {
					settle = () => {};
					unwatch();
					resolve(result);
				};
				child.stdin?.write(`${JSON.stringify({ source })}\n`);
			})
	};
}
