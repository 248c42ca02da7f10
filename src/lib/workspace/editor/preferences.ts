import type { KeyValue } from '../storage/journal.ts';

const FONT_SIZES = [14, 16, 18, 20, 24, 28] as const;
const DEFAULT_SIZE = 16;
const KEY = 'passerelle.editor';

/** How this learner likes the editor; kept on the device. */
export interface EditorPreferences {
	fontSize: number;
	/** Null: never chosen, so the device decides. */
	simple: boolean | null;
	/** Tab moves on in the full editor, instead of writing. */
	tabMoves: boolean;
}

export function readPreferences(store: Pick<KeyValue, 'getItem'> | null): EditorPreferences {
	const kept = parse(store);
	const size = FONT_SIZES.find((known) => known === kept?.fontSize);
	return {
		fontSize: size ?? DEFAULT_SIZE,
		simple: typeof kept?.simple === 'boolean' ? kept.simple : null,
		tabMoves: kept?.tabMoves === true
	};
}

type Kept = Partial<Record<keyof EditorPreferences, unknown>> | null;

function parse(store: Pick<KeyValue, 'getItem'> | null): Kept {
	try {
		return JSON.parse(store?.getItem(KEY) ?? 'null') as Kept;
	} catch {
		// Not ours, or forbidden: as if never chosen.
		return null;
	}
}

export function writePreferences(
	store: Pick<KeyValue, 'setItem'> | null,
	preferences: EditorPreferences
): void {
	try {
		store?.setItem(KEY, JSON.stringify(preferences));
	} catch {
		// Forbidden or full: it then holds until the page is left.
	}
}

/** The next size in a direction; the same at either end. */
export function resized(size: number, step: 1 | -1): number {
	const at = FONT_SIZES.findIndex((known) => known === size);
	return FONT_SIZES[at + step] ?? size;
}
