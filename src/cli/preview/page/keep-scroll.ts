/** What scrolls on the exercise page: its panes where there is room, the window where there is not. */
const PANES = '#pane-brief, #pane-results';

/** Remembers where the coach was reading. Returns what goes back there, in a page that was written anew. */
export function keepScroll(): () => void {
	const tops = new Map([...document.querySelectorAll(PANES)].map(({ id, scrollTop }) => [id, scrollTop]));
	const { scrollY } = window;
	return () => {
		for (const [id, top] of tops) document.getElementById(id)?.scrollTo({ top });
		window.scrollTo({ top: scrollY });
	};
}
