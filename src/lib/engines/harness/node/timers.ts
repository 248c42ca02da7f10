import * as nativeTimers from 'node:timers';
import { promisify } from 'node:util';
import type { Program, Programs } from './programs.ts';

type Callback = (...args: unknown[]) => void;
/** A timer of Node, or the number that a browser would give. */
type Handle = ReturnType<typeof nativeTimers.setTimeout>;

const { setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate } = nativeTimers;
const hasRef = (handle: Handle | NodeJS.Immediate): boolean => handle.hasRef();

export interface NodeTimers {
	/** `node:timers`. */
	module: Record<string, unknown>;
	/** `node:timers/promises`. */
	promises: Record<string, unknown>;
	/** Puts them on the global object. */
	install(): void;
}

const abortError = (signal: AbortSignal) =>
	Object.assign(new Error('The operation was aborted', { cause: signal.reason }), {
		name: 'AbortError',
		code: 'ABORT_ERR'
	});

/**
 * Timers that belong to the program that started them: it runs on as long as one is pending, they end with it, and
 * what they throw ends it. `crash` gets what was thrown.
 */
export function createTimers(
	programs: Programs,
	crash: (program: Program, thrown: unknown) => void
): NodeTimers {
	function start<T extends Handle | NodeJS.Immediate>(
		name: string,
		callback: unknown,
		begin: (run: () => void) => T,
		clear: (handle: never) => void,
		args: unknown[],
		repeats: boolean
	): T {
		if (typeof callback !== 'function') {
			const error = new TypeError('The "callback" argument must be of type function.');
			throw Object.assign(error, { code: 'ERR_INVALID_ARG_TYPE', source: name });
		}
		const program = programs.current();
		if (program.isBase) return begin(() => (callback as Callback)(...args));
		const entry = {
			done: false,
			alive: () => !entry.done && hasRef(handle),
			clear() {
				entry.done = true;
				clear(handle as never);
			}
		};
		const handle = begin(() => {
			if (!repeats) {
				entry.done = true;
				program.timers.delete(entry);
			}
			if (program.ended) return;
			try {
				(callback as Callback)(...args);
			} catch (thrown) {
				crash(program, thrown);
			}
		});
		program.timers.add(entry);
		entries.set(handle, { entry, program });
		return handle;
	}
	const entries = new WeakMap<object, { entry: { clear(): void }; program: Program }>();
	const stop = (native: (handle: never) => void) => (handle?: unknown) => {
		// A timer's number is as good as the timer, as in Node.
		const known = typeof handle === 'object' && handle !== null ? entries.get(handle) : undefined;
		if (known) {
			known.entry.clear();
			known.program.timers.delete(known.entry as never);
		} else native(handle as never);
	};

	const module: Record<string, unknown> = {
		setTimeout: (callback: unknown, delay?: number, ...args: unknown[]) =>
			start('setTimeout', callback, (run) => setTimeout(run, delay), clearTimeout, args, false),
		setInterval: (callback: unknown, delay?: number, ...args: unknown[]) =>
			start('setInterval', callback, (run) => setInterval(run, delay), clearInterval, args, true),
		setImmediate: (callback: unknown, ...args: unknown[]) =>
			start('setImmediate', callback, (run) => setImmediate(run), clearImmediate, args, false),
		clearTimeout: stop(clearTimeout),
		clearInterval: stop(clearInterval),
		clearImmediate: stop(clearImmediate)
	};

	type Options = { signal?: AbortSignal; ref?: boolean };
	const later =
		(begin: (run: () => void) => unknown, clear: (handle: unknown) => void) =>
		(value: unknown, { signal }: Options = {}) =>
			new Promise((resolve, reject) => {
				if (signal?.aborted) return reject(abortError(signal));
				const abort = () => {
					clear(handle);
					reject(abortError(signal!));
				};
				const handle = begin(() => {
					signal?.removeEventListener('abort', abort);
					resolve(value);
				});
				signal?.addEventListener('abort', abort, { once: true });
			});
	const call = (name: string, ...args: unknown[]) =>
		(module[name] as (...args: unknown[]) => unknown)(...args);
	const after = (delay?: number, value?: unknown, options?: Options) =>
		later(
			(run) => call('setTimeout', run, delay),
			(handle) => call('clearTimeout', handle)
		)(value, options);
	const immediate = (value?: unknown, options?: Options) =>
		later(
			(run) => call('setImmediate', run),
			(handle) => call('clearImmediate', handle)
		)(value, options);
	const promises = {
		setTimeout: after,
		setImmediate: immediate,
		async *setInterval(delay?: number, value?: unknown, options?: Options) {
			for (;;) yield await after(delay, value, options);
		},
		scheduler: {
			wait: (delay: number, options?: Options) => after(delay, undefined, options),
			yield: () => immediate()
		}
	};
	Object.defineProperty(module.setTimeout, promisify.custom, { value: promises.setTimeout });
	Object.defineProperty(module.setImmediate, promisify.custom, { value: promises.setImmediate });

	return {
		module,
		promises,
		install() {
			for (const [name, value] of Object.entries(module)) {
				Object.defineProperty(globalThis, name, {
					value,
					writable: true,
					enumerable: true,
					configurable: true
				});
			}
		}
	};
}
