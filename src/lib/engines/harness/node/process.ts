import { Buffer } from 'node:buffer';
import { EventEmitter } from 'node:events';
import { posix } from 'node:path';
import * as nodeProcess from 'node:process';
import { Readable, Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { now } from '../natives.ts';
import { EXIT, type Channel, type Program, type Programs } from './programs.ts';

const { resolve } = posix;
const { nextTick } = nodeProcess;
const VERSION = '22.22.0';

/** What a program prints goes through here. Throws where the program has ended. */
export type Print = (program: Program, channel: Channel, text: string) => void;

type StreamCallback = (error?: Error | null) => void;

/** `process.stdout` of one program: what is written is printed at once, also after `end`. */
function outputStream(program: Program, channel: Channel, print: Print): Writable {
	const decoder = new StringDecoder('utf8');
	const write = (chunk: unknown) =>
		print(
			program,
			channel,
			typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk as Uint8Array))
		);
	const stream = new Writable({
		decodeStrings: false,
		write(chunk: unknown, _encoding, done) {
			write(chunk);
			done();
		}
	});
	// Not through the stream's queue: `console.log` and `write` keep their order.
	const direct = (chunk: unknown, encoding?: unknown, done?: unknown): boolean => {
		if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) {
			const error = new TypeError(
				'The "chunk" argument must be of type string or an instance of Buffer, TypedArray, or DataView.'
			);
			throw Object.assign(error, { code: 'ERR_INVALID_ARG_TYPE' });
		}
		write(chunk);
		const callback = (typeof encoding === 'function' ? encoding : done) as StreamCallback | undefined;
		if (callback) nextTick(callback);
		return true;
	};
	return Object.assign(stream, { write: direct, fd: channel === 'stdout' ? 1 : 2, isTTY: false });
}

function inputStream(program: Program): Readable {
	const stream = new Readable({ read() {} });
	if (program.input !== '') stream.push(program.input, 'utf8');
	stream.push(null);
	return Object.assign(stream, { fd: 0, isTTY: false });
}

/** Calls the program's `exit` listeners and ends it. Where it has ended already, the first code stays. */
export function endProgram(program: Program, code: number): void {
	if (program.ended) return;
	program.exitCode = code;
	const listeners = program.events.listeners('exit');
	program.events.removeAllListeners('exit');
	for (const listener of listeners) {
		try {
			(listener as (code: number) => void)(program.exitCode);
		} catch (thrown) {
			if (thrown !== EXIT) program.exitCode = 1;
		}
		// A listener may call `process.exit` itself.
		if (program.ended) return;
	}
	program.finish(program.exitCode);
}

/** `process.exit` of Node takes numbers and texts that are numbers. */
function toExitCode(code: unknown): number {
	const number = typeof code === 'string' && code.trim() !== '' ? Number(code) : code;
	if (typeof number === 'number' && Number.isInteger(number)) return number & 255;
	const error = new TypeError('The "code" argument must be of type number.');
	throw Object.assign(error, { code: 'ERR_INVALID_ARG_TYPE' });
}

const memory = { rss: 48e6, heapTotal: 8e6, heapUsed: 6e6, external: 2e6, arrayBuffers: 16_384 };

/** `process`: one object for everybody in the realm; what it says and does is the running program's. */
export function createProcess(programs: Programs, print: Print): object {
	const streams = new WeakMap<Program, { stdout: Writable; stderr: Writable; stdin: Readable }>();
	const streamsOf = (program: Program) => {
		let all = streams.get(program);
		if (!all) {
			all = {
				stdout: outputStream(program, 'stdout', print),
				stderr: outputStream(program, 'stderr', print),
				stdin: inputStream(program)
			};
			streams.set(program, all);
		}
		return all;
	};
	const started = now();
	const hrtime = (before?: readonly [number, number]): [number, number] => {
		const ms = now() - (before ? before[0] * 1e3 + before[1] / 1e6 : 0);
		return [Math.floor(ms / 1e3), Math.floor((ms % 1e3) * 1e6)];
	};
	hrtime.bigint = () => BigInt(Math.floor(now() * 1e6));

	const process: Record<string | symbol, unknown> = {
		title: 'node',
		version: `v${VERSION}`,
		versions: { node: VERSION },
		release: { name: 'node' },
		arch: 'x64',
		platform: 'linux',
		pid: 4242,
		ppid: 1,
		argv0: 'node',
		execPath: '/usr/bin/node',
		execArgv: [],
		features: {},
		config: {},
		cwd: () => programs.current().cwd,
		chdir(path: string) {
			const program = programs.current();
			program.cwd = resolve(program.cwd, String(path));
		},
		exit(code?: unknown): never {
			const program = programs.current();
			const value = code === undefined || code === null ? (program.exitCode ?? 0) : toExitCode(code);
			// What a suite imports is no program: its test fails, with the words of Vitest.
			if (program.isBase) throw new Error(`process.exit unexpectedly called with "${value}"`);
			endProgram(program, value);
			throw EXIT;
		},
		nextTick: (callback: (...args: unknown[]) => void, ...args: unknown[]) => nextTick(callback, ...args),
		hrtime,
		uptime: () => (now() - started) / 1000,
		memoryUsage: Object.assign(() => ({ ...memory }), { rss: () => memory.rss }),
		cpuUsage: () => ({ user: Math.floor(now() * 1000), system: 0 }),
		umask: () => 0o22,
		getuid: () => 1000,
		getgid: () => 1000,
		emitWarning(warning: unknown) {
			const text =
				warning instanceof Error ? `${warning.name}: ${warning.message}` : `Warning: ${String(warning)}`;
			print(programs.current(), 'stderr', `(node:4242) ${text}\n`);
		},
		[Symbol.toStringTag]: 'process'
	};
	const accessor = (name: string, get: () => unknown, set?: (value: unknown) => void) =>
		// Fixed: where a suite asks, a program is not to answer. What it does (`exit`, `on`, `stdout.write`) can be spied on.
		Object.defineProperty(process, name, { get, set, enumerable: true, configurable: false });
	accessor(
		'argv',
		() => programs.current().argv,
		(value) => void (programs.current().argv = value as string[])
	);
	accessor(
		'env',
		() => programs.current().env,
		(value) => void (programs.current().env = value as Program['env'])
	);
	accessor(
		'exitCode',
		() => programs.current().exitCode,
		(value) =>
			void (programs.current().exitCode =
				value === undefined || value === null ? undefined : toExitCode(value))
	);
	for (const name of ['stdin', 'stdout', 'stderr'] as const)
		accessor(name, () => streamsOf(programs.current())[name]);

	for (const name of ['cwd', 'chdir'])
		Object.defineProperty(process, name, { writable: false, configurable: false });

	type Method = (...args: unknown[]) => unknown;
	for (const name of Object.getOwnPropertyNames(EventEmitter.prototype)) {
		if (name === 'constructor' || name.startsWith('_')) continue;
		const method = Reflect.get(EventEmitter.prototype, name) as unknown;
		if (typeof method !== 'function') continue;
		process[name] = (...args: unknown[]) => {
			const { events } = programs.current();
			const result = (method as Method).apply(events, args);
			return result === events ? process : result;
		};
	}
	return process;
}
