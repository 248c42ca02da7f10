/** After the first failure; twice as long after each further one. */
const FIRST_PAUSE_MS = 30_000;
/** A machine on which no browser starts is asked twice an hour: each time costs it some seconds of a processor. */
const LONGEST_PAUSE_MS = 30 * 60_000;
/** Where somebody needs it the next try comes sooner than planned, but strangers who ask all the time cost one in this time. */
const ASKED_PAUSE_MS = 2 * 60_000;

/** What is planned after failures. */
export interface RetryState {
	/** Failures one after another. */
	failures: number;
	/** Until the next try; 0 while one is under way. */
	nextInSeconds: number;
}

/** When something that failed is tried again: `again` is called after pauses that grow, and must tell how it went. */
export function createRetries(again: () => void) {
	let failures = 0;
	let failedAt = 0;
	let nextAt: number | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let stopped = false;

	function cancel(): void {
		clearTimeout(timer);
		nextAt = null;
	}
	function begin(): void {
		cancel();
		again();
	}

	return {
		state: (): RetryState => ({
			failures,
			nextInSeconds: nextAt === null ? 0 : Math.max(0, Math.ceil((nextAt - performance.now()) / 1000))
		}),
		failed(): void {
			cancel();
			if (stopped) return;
			const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
			failures += 1;
			failedAt = performance.now();
			nextAt = failedAt + pause;
			timer = setTimeout(begin, pause);
			// Nobody waits for it: a server or a command that ends, ends.
			timer.unref();
		},
		/** It works, as far as one can see: nothing is planned, and the next failure has a longer pause all the same. */
		seemsWell: cancel,
		/** It has done its work: the next failure is a first one. */
		worked(): void {
			failures = 0;
		},
		/** Somebody needs it now. */
		asked(): void {
			if (nextAt !== null && performance.now() - failedAt >= ASKED_PAUSE_MS) begin();
		},
		stop(): void {
			stopped = true;
			cancel();
		}
	};
}
