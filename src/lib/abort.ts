/*
 * Waiting that can be given up. Every promise here rejects with the signal's reason as soon as the signal is aborted, and
 * leaves no listener and no timer behind.
 */

/** Settles like `work`, which itself goes on for others who wait for it. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	return new Promise((resolve, reject) => {
		const stop = () => reject(signal.reason);
		if (signal.aborted) {
			work.catch(() => {});
			return stop();
		}
		signal.addEventListener('abort', stop, { once: true });
		work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
	});
}

/** Milliseconds; resolves when they have passed. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const passed = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
	return signal ? untilAborted(passed, signal).finally(() => clearTimeout(timer)) : passed;
}

/** The next turn of the event loop: what was taken apart in this one is gone by then. */
export const nextTurn = (): Promise<void> => sleep(0);

/** Settles like `work`; rejects with `late()` once the limit has passed. */
export async function within<T>(
	work: Promise<T>,
	{ limitMs, late, signal }: { limitMs: number; late: () => Error; signal?: AbortSignal }
): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const limit = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(late()), limitMs);
	});
	const first = Promise.race([work, limit]);
	try {
		return await (signal ? untilAborted(first, signal) : first);
	} finally {
		clearTimeout(timer);
	}
}
