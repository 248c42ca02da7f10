import { core } from './deno.ts';

type Callback = (...args: unknown[]) => void;

/**
 * Deno's own timers are Node's: they would bring 20 modules along, 8 ms in every process. These are a browser's, with
 * numbers; and there is no `setImmediate`, as in a browser.
 */
export function replaceTimers(): void {
	const { createTimer, cancelTimer } = core;
	const { apply } = Reflect;
	const timers = new Map<number, object>();
	let lastTimer = 0;
	// Taken now: a program in an open realm may replace what maps inherit.
	const keep = timers.set.bind(timers);
	const forget = timers.delete.bind(timers);
	const find = timers.get.bind(timers);

	function start(name: string, callback: unknown, delay: unknown, args: unknown[], repeat: boolean): number {
		if (typeof callback !== 'function') throw new TypeError(`${name} needs a function`);
		const id = ++lastTimer;
		const call = () => {
			if (!repeat) forget(id);
			apply(callback, undefined, args);
		};
		// As in a browser: what is no number, and what is too large for one of 32 bits, is no delay.
		const wait = (delay as number) | 0;
		keep(id, createTimer(call, wait > 0 ? wait : 0, undefined, repeat, true));
		return id;
	}

	function clear(id: unknown): void {
		const timer = find(Number(id));
		if (!timer) return;
		forget(Number(id));
		cancelTimer(timer);
	}

	const replaced = {
		setTimeout(callback: Callback, delay?: number, ...args: unknown[]) {
			return start('setTimeout', callback, delay, args, false);
		},
		setInterval(callback: Callback, delay?: number, ...args: unknown[]) {
			return start('setInterval', callback, delay, args, true);
		},
		clearTimeout(id?: unknown) {
			clear(id);
		},
		clearInterval(id?: unknown) {
			clear(id);
		}
	};
	for (const [name, value] of Object.entries(replaced))
		Object.defineProperty(globalThis, name, { value, writable: true, enumerable: true, configurable: true });
	for (const name of ['setImmediate', 'clearImmediate']) Reflect.deleteProperty(globalThis, name);
}
