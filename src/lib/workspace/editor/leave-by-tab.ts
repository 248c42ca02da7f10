/** What Escape closes first. */
const OPEN = '.suggest-widget.visible, .parameter-hints-widget.visible';

/** In an editor where Tab writes, Escape and then Tab leaves it, as it leaves the terminal. Returns what ends that. */
export function leaveByTab(host: HTMLElement): () => void {
	let escaped = false;
	const onkeydown = (event: KeyboardEvent): void => {
		// The editor never hears of it: the browser moves on. Shift goes back, and is pressed first.
		if (escaped && event.key === 'Tab') event.stopImmediatePropagation();
		if (event.key !== 'Shift') escaped = event.key === 'Escape' && !host.ownerDocument.querySelector(OPEN);
	};
	host.addEventListener('keydown', onkeydown, true);
	return () => host.removeEventListener('keydown', onkeydown, true);
}
