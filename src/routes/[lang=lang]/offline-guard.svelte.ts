import { online } from 'svelte/reactivity/window';
import { beforeNavigate, goto } from '$app/navigation';

/**
 * Without a network a link would end on the browser's own error page, with the learner's work out of sight: so the
 * page stays, and says why. Call while a component is being set up.
 */
export function offlineGuard(): { readonly blocked: boolean } {
	let blocked = $state(false);
	let reachable = '';

	$effect(() => {
		if (online.current) blocked = false;
	});

	beforeNavigate(({ to, willUnload, delta, cancel }) => {
		if (navigator.onLine || willUnload || !to || to.url.href === reachable) return;
		const { href } = to.url;
		cancel();
		// A server on this very machine answers without a network.
		fetch(href, { method: 'HEAD' }).then(
			() => {
				reachable = href;
				if (delta) history.go(delta);
				else void goto(href);
			},
			() => (blocked = true)
		);
	});

	return {
		get blocked() {
			return blocked;
		}
	};
}
