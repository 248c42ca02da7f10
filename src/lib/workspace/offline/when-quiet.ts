/** After the page has loaded: its engine, its compiler and a first check come first, also on a slow line. */
const QUIET_MS = 8000;

let quiet: Promise<void> | null = null;

/** Resolves when the visit's first page has what it needs; at once for the pages after it. */
export function whenQuiet(): Promise<void> {
	// By itself: what others wait with lies in a script of the exercise page, and every page would load it.
	quiet ??= loaded().then(() => new Promise((resolve) => setTimeout(resolve, QUIET_MS)));
	return quiet;
}

const loaded = (): Promise<void> =>
	new Promise((resolve) => {
		if (document.readyState === 'complete') resolve();
		else window.addEventListener('load', () => resolve(), { once: true });
	});
