import { LEARNER_SCRIPT } from '../protocol.ts';

type Remove = () => void;

/** Frames of a learner's script, or of code in a page. */
const PROGRAM = new RegExp(`${LEARNER_SCRIPT.replaceAll('.', '\\.')}|\\blearner:`);
const isProgram = (): boolean => PROGRAM.test(new Error('whose').stack ?? '');

/** What a page leaves behind in its window, so that the next one begins without it. */
export interface PageTraces {
	/**
	 * Removes the listeners on window and document, the timers and the animation frames since the last call; `program`: only
	 * the program's timers, because a suite waits for its own while the page is loaded again; `listeners`: no timers.
	 */
	clear(whose?: 'all' | 'program' | 'listeners'): void;
	/** Runs code of ours whose listeners stay. */
	keeping<T>(run: () => T): T;
}

/**
 * Begins to record what pages register on the window and the document. Replaces `addEventListener`, the timers and
 * `requestAnimationFrame` by ones that remember; call it once, before anything is frozen.
 */
export function trackPage(window: Window & typeof globalThis): PageTraces {
	const { document } = window;
	const realm = globalThis as unknown as Record<string, (...args: unknown[]) => unknown>;
	const listeners: Remove[] = [];
	const pending = new Map<unknown, { stop: Remove; program: boolean }>();
	let kept = 0;

	const { prototype } = window.EventTarget;
	const add = prototype.addEventListener;
	const remove = prototype.removeEventListener;
	const onShared = function (this: unknown, ...args: Parameters<typeof add>): void {
		const target = (this ?? window) as EventTarget;
		const [type, listener, options] = args;
		Reflect.apply(add, target, args);
		if (kept === 0 && listener && (target === window || target === document))
			listeners.push(() => Reflect.apply(remove, target, [type, listener, options]));
	};
	const described = { addEventListener: onShared }.addEventListener;
	const owners = new Set<object>([prototype, window]);
	// happy-dom's document does not inherit from the EventTarget that its window shows.
	for (let at: object | null = document; at; at = Object.getPrototypeOf(at) as object | null) owners.add(at);
	for (const owner of owners) {
		const property = Object.getOwnPropertyDescriptor(owner, 'addEventListener');
		if (property) Object.defineProperty(owner, 'addEventListener', { ...property, value: described });
	}

	for (const [start, stop, once] of [
		['setTimeout', 'clearTimeout', true],
		['setInterval', 'clearInterval', false],
		['requestAnimationFrame', 'cancelAnimationFrame', true]
	] as const) {
		const [nativeStart, nativeStop] = [realm[start]!, realm[stop]!];
		const replace = (name: string, value: (...args: unknown[]) => unknown) =>
			Object.defineProperty(globalThis, name, {
				value,
				writable: true,
				enumerable: true,
				configurable: true
			});
		replace(start, (callback: unknown, ...rest: unknown[]) => {
			const run = (...args: unknown[]) => {
				if (once) pending.delete(id);
				return (callback as (...args: unknown[]) => unknown)(...args);
			};
			const id: unknown = nativeStart(typeof callback === 'function' ? run : callback, ...rest);
			pending.set(id, { stop: () => nativeStop(id), program: isProgram() });
			return id;
		});
		replace(stop, (id: unknown) => {
			pending.delete(id);
			nativeStop(id);
		});
	}

	return {
		clear(whose = 'all') {
			for (const [id, { stop, program }] of pending) {
				if (whose === 'listeners' || (whose === 'program' && !program)) continue;
				stop();
				pending.delete(id);
			}
			for (const stop of listeners.splice(0)) stop();
		},
		keeping(run) {
			kept += 1;
			try {
				return run();
			} finally {
				kept -= 1;
			}
		}
	};
}
