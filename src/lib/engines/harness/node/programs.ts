import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import type { FileMap } from '../../../contract/exercise.ts';

/** How a program is started: `node path …args`, with an environment and a text on standard input. */
export interface ProgramOptions {
	args?: readonly string[];
	input?: string;
	env?: Readonly<Record<string, string>>;
	/** Written into the working directory before the program starts. */
	files?: FileMap;
}

/** A server that a program has opened. */
export interface OpenServer {
	/** Where it is reached. */
	port: number;
	/** What the program asked for. */
	asked: number;
	/** Ends it and cuts its connections. */
	stop(): void;
}

export type Channel = 'stdout' | 'stderr';

/** Thrown by `process.exit`: the program has ended already, whatever its code does with this. */
export const EXIT = Object.freeze({ name: 'Exit', message: 'The program has ended' });

/** Characters of output that a result holds: a program that prints more is a loop. */
const OUTPUT_CHARS = 1_000_000;

/** One run of the learner's code as a program of its own. The suite and what it imports run in one, too: `base`. */
export class Program {
	/** What stands for the program where learner code could see it. */
	readonly token: object = Object.freeze({});
	readonly isBase: boolean;
	argv: string[];
	env: Record<string, string | undefined>;
	cwd: string;
	readonly input: string;
	exitCode: number | undefined;
	readonly events = new EventEmitter();
	/** What keeps it running besides timers and servers: requests under way. */
	pending = 0;
	readonly timers = new Set<{ alive(): boolean; clear(): void }>();
	readonly servers = new Set<OpenServer>();
	/** Modules of Node and of npm that this program got: its own copies. */
	readonly given = new Map<string, object>();
	output = '';
	errors = '';
	ended = false;
	/** What nobody caught, once it has ended for that. */
	thrown: { value: unknown } | null = null;
	/** Settles with the exit code. */
	readonly end: Promise<number>;
	/** Whether a server of it gets another port where the one it asks for is taken: it was started by `startServer`. */
	movable = false;
	onListen: ((server: OpenServer) => void) | null = null;
	#resolve: (code: number) => void = () => {};

	constructor(options: { cwd: string; path: string; base?: boolean } & ProgramOptions) {
		this.isBase = options.base ?? false;
		this.argv = ['/usr/bin/node', `${options.cwd}/${options.path}`, ...(options.args ?? []).map(String)];
		this.env = { ...options.env };
		this.cwd = options.cwd;
		this.input = options.input ?? '';
		this.end = new Promise((resolve) => (this.#resolve = resolve));
		this.events.setMaxListeners(0);
	}

	record(channel: Channel, text: string): void {
		const to = channel === 'stdout' ? 'output' : 'errors';
		// Joined once, and not copied anew for each line of a flood.
		const room = OUTPUT_CHARS - this[to].length;
		if (room > 0) this[to] += text.length > room ? text.slice(0, room) : text;
	}

	/** Whether something will still happen in it by itself. Servers not counted. */
	get busy(): boolean {
		if (this.pending > 0) return true;
		for (const timer of this.timers) if (timer.alive()) return true;
		return false;
	}

	listens(server: OpenServer): void {
		this.servers.add(server);
		this.onListen?.(server);
	}

	/** Ends it, once: what it does later counts for nothing. */
	finish(code: number): void {
		if (this.ended) return;
		this.ended = true;
		for (const timer of this.timers) timer.clear();
		for (const server of this.servers) server.stop();
		this.#resolve(code);
	}
}

/** Which program is running: what happens later because of it (timers, promises, requests) belongs to it too. */
export interface Programs {
	readonly base: Program;
	current(): Program;
	within<T>(program: Program, run: () => T): T;
	/** The only program that is running; null where there are none or several. */
	only(): Program | null;
	start(options: { path: string } & ProgramOptions): Program;
	/** Told what ended a program that did not catch it; set when a run begins. */
	onCrash(thrown: unknown): void;
}

export function createPrograms(cwd: string, entry: string): Programs {
	const storage = new AsyncLocalStorage<object>();
	const byToken = new WeakMap<object, Program>();
	const running = new Set<Program>();
	const base = new Program({ cwd, path: entry, base: true });
	return {
		base,
		onCrash() {},
		current() {
			const token = storage.getStore();
			return (token && byToken.get(token)) || base;
		},
		within: (program, run) => (program.isBase ? storage.exit(run) : storage.run(program.token, run)),
		only() {
			for (const program of running) if (program.ended) running.delete(program);
			const [first] = running;
			return running.size === 1 && first ? first : null;
		},
		start(options) {
			const program = new Program({ cwd, ...options });
			byToken.set(program.token, program);
			running.add(program);
			return program;
		}
	};
}
