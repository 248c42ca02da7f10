/**
 * Keeps clicks on links from leaving a page that is being checked. Suites follow links themselves. A listener at the
 * window hears a click first, but must not prevent it, or a program's own `preventDefault()` could not be told apart:
 * it lets the link open in a window, which a sandbox never has, until the click is over.
 */
export function keepInPage(window: Window): void {
	const { queueMicrotask: soon } = globalThis;
	window.addEventListener(
		'click',
		(event) => {
			const link = event
				.composedPath()
				.find((target): target is HTMLAnchorElement => target instanceof HTMLAnchorElement);
			const address = link?.getAttribute('href');
			if (!link || address == null || address.startsWith('#')) return;
			const target = link.getAttribute('target');
			link.setAttribute('target', '_blank');
			soon(() => (target === null ? link.removeAttribute('target') : link.setAttribute('target', target)));
		},
		{ capture: true }
	);
}
