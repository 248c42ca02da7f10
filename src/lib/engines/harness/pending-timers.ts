type Callback = (...args: unknown[]) => void;

/**
 * Counts the timers a program has pending, so that Run shows what it prints later too.
 * An interval counts until it is cleared: a program that never clears it ends at the time limit.
 */
export function trackTimers() {
	const global = globalThis as unknown as Record<string, (...args: never[]) => unknown>;
	const names = ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] as const;
	const original = Object.fromEntries(names.map((name) => [name, global[name]!]));
	const native = (name: (typeof names)[number]) =>
		original[name] as unknown as (...args: unknown[]) => number;
	const pending = new Set<unknown>();
	let error: { thrown: unknown } | undefined;
	let wake = () => {};

	const end = (id: unknown) => {
		pending.delete(id);
		if (pending.size === 0) wake();
	};
	const start = (name: 'setTimeout' | 'setInterval') => {
		return (callback: unknown, delay?: number, ...args: unknown[]) => {
			if (typeof callback !== 'function') throw new TypeError(`${name} needs a function`);
			const id: number = native(name)(() => {
				try {
					(callback as Callback)(...args);
				} catch (thrown) {
					error ??= { thrown };
					pending.clear();
					wake();
				}
				if (name === 'setTimeout') end(id);
			}, delay);
			pending.add(id);
			return id;
		};
	};
	const stop = (name: 'clearTimeout' | 'clearInterval') => (id: unknown) => {
		native(name)(id);
		end(id);
	};
	const set = (name: string, value: unknown) => Object.assign(global, { [name]: value });
	set('setTimeout', start('setTimeout'));
	set('setInterval', start('setInterval'));
	set('clearTimeout', stop('clearTimeout'));
	set('clearInterval', stop('clearInterval'));

	return {
		get error() {
			return error;
		},
		/** Resolves when nothing is pending, also after promises have settled. */
		async idle(): Promise<void> {
			// A timer's promise may start the next one: look again after a turn of the event loop.
			do {
				if (pending.size > 0) await new Promise<void>((resolve) => (wake = resolve));
				await new Promise((resolve) => native('setTimeout')(resolve, 0));
			} while (pending.size > 0);
		},
		restore() {
			for (const name of names) set(name, original[name]);
		}
	};
}
