import { online } from 'svelte/reactivity/window';
import { beforeNavigate, goto } from '$app/navigation';
import { createOfflineGuard } from './offline-guard.ts';

/** The guard of this page's links. Call while a component is being set up. */
export function offlineGuard(): { readonly blocked: boolean } {
	let blocked = $state(false);

	$effect(() => {
		if (online.current) blocked = false;
	});

	const guard = createOfflineGuard({
		online: () => navigator.onLine,
		reach: (href) => fetch(href, { method: 'HEAD' }),
		undone: () => new Promise((resolve) => addEventListener('popstate', resolve, { once: true })),
		go: (href, delta) => (delta === null ? void goto(href) : history.go(delta)),
		onBlocked: () => (blocked = true)
	});
	beforeNavigate((leaving) => void guard(leaving));

	return {
		get blocked() {
			return blocked;
		}
	};
}
