import type { Mode } from './run-state.ts';

/**
 * What was pressed before the page's scripts were there, as the script in src/app.html noted it; null where nothing was.
 * It can be taken once.
 */
export function takeEarlyPress(root: { dataset: Record<string, string | undefined> }): Mode | null {
	const { pressed } = root.dataset;
	delete root.dataset.pressed;
	return pressed === 'check' || pressed === 'run' ? pressed : null;
}
