/** Long enough for a slow device to have drawn the page; then it is done all the same. */
const AT_MOST_MS = 2000;

/** Resolves when the browser has nothing better to do; never where the signal aborts first. */
export function whenIdle(signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const go = (): void => {
			if (!signal.aborted) resolve();
		};
		// Safari has no requestIdleCallback.
		if (typeof requestIdleCallback === 'function') requestIdleCallback(go, { timeout: AT_MOST_MS });
		else setTimeout(go, 200);
	});
}
