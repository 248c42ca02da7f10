import type { Mode } from '$lib/workspace/run/run-state.ts';

const isShortcut = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
	key === 'Enter' && (ctrlKey || metaKey);

/** Ctrl+Enter checks, Ctrl+Shift+Enter runs, wherever the focus is. */
export const checkShortcut = (start: (mode: Mode) => void) => ({
	/** Keys held down ask once; in the full editor too, whose commands do not tell. */
	onkeydowncapture(event: KeyboardEvent): void {
		if (!event.repeat || !isShortcut(event)) return;
		event.preventDefault();
		event.stopPropagation();
	},
	onkeydown(event: KeyboardEvent): void {
		if (!isShortcut(event) || event.defaultPrevented) return;
		event.preventDefault();
		start(event.shiftKey ? 'run' : 'check');
	}
});
