/** How long to wait for something, and what to say when it took longer. */
export interface Patience {
	signal: AbortSignal;
	limitMs: number;
	late: () => Error;
}

/** What a promise settles with; rejects with the signal's reason, or with `late()` once the limit has passed. */
export async function until<T>(promise: Promise<T>, { signal, limitMs, late }: Patience): Promise<T> {
	signal.throwIfAborted();
	let timer: ReturnType<typeof setTimeout> | undefined;
	let abort = () => {};
	try {
		return await Promise.race([
			promise,
			new Promise<never>((_, reject) => {
				timer = setTimeout(() => reject(late()), limitMs);
				abort = () => reject(signal.reason);
				signal.addEventListener('abort', abort, { once: true });
			})
		]);
	} finally {
		clearTimeout(timer);
		signal.removeEventListener('abort', abort);
	}
}
