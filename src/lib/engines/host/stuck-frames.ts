const STUCK = 'passerelle:frames-stuck';

/**
 * Says to everyone on this page who has a sandboxed frame that one of them hangs. Chromium runs all sandboxed frames of
 * a site in one process: an endless loop in one stops the others, and ends only when the last of them is removed.
 */
export const announceStuck = (): void => void window.dispatchEvent(new Event(STUCK));

/** Calls when a frame hangs, until `signal` is aborted: who hears it removes its own frames at once. */
export const onStuck = (listener: () => void, signal: AbortSignal): void =>
	window.addEventListener(STUCK, listener, { signal });
