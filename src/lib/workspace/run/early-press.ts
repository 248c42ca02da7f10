import type { Mode } from './run-state.ts';

type Root = { dataset: Record<string, string | undefined> };

/** What was pressed before the page's scripts were there, as the script in src/app.html noted it; null where nothing was. */
export function earlyPress({ dataset: { pressed } }: Root): Mode | null {
	return pressed === 'check' || pressed === 'run' ? pressed : null;
}

/** `earlyPress`, which can be taken once. */
export function takeEarlyPress(root: Root): Mode | null {
	const pressed = earlyPress(root);
	delete root.dataset.pressed;
	return pressed;
}
