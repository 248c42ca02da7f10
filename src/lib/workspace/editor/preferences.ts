import type { KeyValue } from '../storage/journal.ts';

const FONT_SIZES = [14, 16, 18, 20, 24, 28] as const;
const DEFAULT_SIZE = 16;
/** Of the page's letters where nobody changed the browser's; see `html` in base.css. */
const ROOT_PX = 17;
const KEY = 'passerelle.editor';

/** A textarea; CodeMirror, for fingers and slow devices; Monaco, with suggestions. */
const EDITOR_KINDS = ['plain', 'light', 'full'] as const;
export type EditorKind = (typeof EDITOR_KINDS)[number];

/** How this learner likes the editor; kept on the device. */
export interface EditorPreferences {
	fontSize: number;
	/** Null: never chosen, so the device decides. */
	kind: EditorKind | null;
	/** Tab moves on in an editor that takes it, instead of writing. */
	tabMoves: boolean;
}

interface Kept {
	fontSize?: unknown;
	kind?: unknown;
	tabMoves?: unknown;
	/** Of earlier versions, which had two kinds. */
	simple?: unknown;
}

export function readPreferences(store: Pick<KeyValue, 'getItem'> | null): EditorPreferences {
	const kept = parse(store);
	return {
		fontSize: FONT_SIZES.find((known) => known === kept?.fontSize) ?? DEFAULT_SIZE,
		kind: kindOf(kept),
		tabMoves: kept?.tabMoves === true
	};
}

function kindOf(kept: Kept | null): EditorKind | null {
	if (typeof kept?.simple === 'boolean' && kept.kind === undefined) return kept.simple ? 'light' : 'full';
	return EDITOR_KINDS.find((known) => known === kept?.kind) ?? null;
}

function parse(store: Pick<KeyValue, 'getItem'> | null): Kept | null {
	try {
		return JSON.parse(store?.getItem(KEY) ?? 'null') as Kept | null;
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

/** A size that follows the browser's own size of letters, which pixels would ignore. */
export const inRem = (px: number): string => `${px / ROOT_PX}rem`;
