import { flushSync } from 'svelte';

/**
 * Whether the page is about to be printed: what only paper needs is made then, and not before. Call while a component is being set up.
 * Where a browser tells nothing (without scripts), paper gets what the screen has.
 */
export function printing(): { readonly now: boolean } {
	let now = $state(false);
	$effect(() => {
		const left = new AbortController();
		const { signal } = left;
		// At once: the browser takes its picture when the handlers return.
		window.addEventListener('beforeprint', () => flushSync(() => (now = true)), { signal });
		window.addEventListener('afterprint', () => (now = false), { signal });
		return () => left.abort();
	});
	return {
		get now() {
			return now;
		}
	};
}
