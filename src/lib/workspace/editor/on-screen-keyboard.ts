/** Less than this is a bar of the browser. */
const LEAST_PX = 80;
/** More than this is a page that somebody has pinched to read it: what is out of sight is so on purpose. */
const ZOOMED = 1.05;

type Visible = Pick<VisualViewport, 'height' | 'offsetTop' | 'scale'>;

/** How much of the page's lower end a keyboard of the screen covers, in CSS pixels; 0 where the browser makes the page smaller for it. */
export function coveredBelow(pageHeight: number, { height, offsetTop, scale }: Visible): number {
	if (scale > ZOOMED) return 0;
	const covered = Math.round(pageHeight - height - offsetTop);
	return covered < LEAST_PX ? 0 : covered;
}

/** A window, as far as it is needed. */
export interface KeyboardWindow {
	readonly innerHeight: number;
	readonly visualViewport: (Visible & EventTarget) | null;
}

/**
 * Says in `--keyboard` how much of the page a keyboard of the screen covers, and marks `root` while it does: for browsers that do not
 * make the page smaller, as Safari.
 * @param onChange what is in sight has changed
 * @returns what ends it
 */
export function followKeyboard(page: KeyboardWindow, root: HTMLElement, onChange: () => void): () => void {
	const { visualViewport } = page;
	if (!visualViewport) return () => undefined;
	const follow = (): void => {
		const covered = coveredBelow(page.innerHeight, visualViewport);
		root.style.setProperty('--keyboard', `${covered}px`);
		root.toggleAttribute('data-keyboard', covered > 0);
		onChange();
	};
	const left = new AbortController();
	for (const event of ['resize', 'scroll'])
		visualViewport.addEventListener(event, follow, { signal: left.signal });
	return () => {
		left.abort();
		root.style.removeProperty('--keyboard');
		root.removeAttribute('data-keyboard');
	};
}
