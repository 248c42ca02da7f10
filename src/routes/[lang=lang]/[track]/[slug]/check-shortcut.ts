import type { Mode } from '$lib/workspace/run/run-state.ts';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'getModifierState'>;

/** AltGr may still be down after a `{`: it is no Ctrl, whatever Windows says. */
export const isShortcut = (event: Pressed): boolean =>
	event.key === 'Enter' &&
	(event.ctrlKey || event.metaKey) &&
	!event.altKey &&
	!event.getModifierState('AltGraph');

/**
 * Whether keys write a sign, as AltGr + 9 writes `{` on a Belgian keyboard: then they are no shortcut of anybody. AltGr is a state of
 * its own, or Ctrl + Alt, as Windows sends it; on a Mac it is Option.
 */
export function writesSign(event: Pressed, isMac: boolean): boolean {
	const { key, ctrlKey, metaKey, altKey } = event;
	const printable = key === 'Dead' || [...key].length === 1;
	if (!printable || metaKey) return false;
	if (event.getModifierState('AltGraph')) return true;
	// With a letter or a digit they are what they seem: somebody's shortcut.
	return altKey && (ctrlKey || isMac) && !/^[a-z0-9 ]$/i.test(key);
}

/** Ctrl+Enter checks, Ctrl+Shift+Enter runs, wherever the focus is. */
export const checkShortcut = (start: (mode: Mode) => void, isMac: () => boolean) => ({
	/** Keys held down ask once; in the full editor too, whose commands do not tell. Signs are written, and command nothing. */
	onkeydowncapture(event: KeyboardEvent): void {
		if (writesSign(event, isMac())) return event.stopPropagation();
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
