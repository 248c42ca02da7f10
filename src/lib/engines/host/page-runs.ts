const BEGINS = 'passerelle:page-run-begins';
const ENDED = 'passerelle:page-run-ended';

/**
 * Says to everyone on this page who has a sandboxed frame that a page is about to be checked; what is returned says that
 * it was. A frame that loops meanwhile would hang the check's, which is in the same process.
 */
export function announcePageRun(): () => void {
	window.dispatchEvent(new Event(BEGINS));
	let over = false;
	return () => {
		if (over) return;
		over = true;
		window.dispatchEvent(new Event(ENDED));
	};
}

/** Calls as page checks begin and end, until `signal` is aborted. */
export function onPageRuns(listeners: { begins(): void; ended(): void }, signal: AbortSignal): void {
	window.addEventListener(BEGINS, listeners.begins, { signal });
	window.addEventListener(ENDED, listeners.ended, { signal });
}
