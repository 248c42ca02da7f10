/** What a guard needs from the page. */
export interface GuardPorts {
	online(): boolean;
	/** Rejects where the address cannot be reached. */
	reach(href: string): Promise<unknown>;
	/** Resolves when the browser is back at the page that it was about to leave by a step in the history. */
	undone(): Promise<unknown>;
	/** `delta`: steps in the history; null for a link. */
	go(href: string, delta: number | null): void;
	onBlocked(): void;
}

/** A wish to go somewhere, as the router tells of it. */
export interface Leaving {
	/** Null where the page is left for another site, or closed. */
	to: { url: URL } | null;
	/** The browser leaves by itself: nothing can be done. */
	willUnload: boolean;
	/** Of a step in the history. */
	delta?: number;
	cancel(): void;
}

/**
 * Without a network a link would end on the browser's own error page, with the learner's work out of sight: so the page
 * stays, and says why. A server on this very machine answers without a network: so it is asked first.
 */
export function createOfflineGuard(ports: GuardPorts): (leaving: Leaving) => Promise<void> {
	let reachable = '';
	return async ({ to, willUnload, delta, cancel }) => {
		if (ports.online() || willUnload || !to || to.url.href === reachable) return;
		const { href } = to.url;
		// A step that is wished for before the last one is undone is lost.
		const undone = delta ? ports.undone() : null;
		cancel();
		try {
			await ports.reach(href);
		} catch {
			return ports.onBlocked();
		}
		await undone;
		reachable = href;
		ports.go(href, delta || null);
	};
}
