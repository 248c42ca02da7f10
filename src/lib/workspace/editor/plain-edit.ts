import type { TextEdit } from '../../contract/diagnostic.ts';
import { offsetOf } from './plain-position.ts';

/** One replacement for several: from the first to the last of them. */
export function asOneEdit(
	text: string,
	edits: readonly TextEdit[]
): { start: number; end: number; text: string } {
	const places = edits.map(({ line, column, length, text: instead }) => {
		const start = offsetOf(text, line, column);
		return { start, end: Math.min(start + length, text.length), instead };
	});
	const start = places[0]?.start ?? 0;
	let result = '';
	let from = start;
	for (const place of places) {
		result += text.slice(from, place.start) + place.instead;
		from = place.end;
	}
	return { start, end: from, text: result };
}

/**
 * Changes a textarea so that its own undo takes all of it back at once: only `execCommand`, deprecated
 * or not, leaves that intact.
 */
export function editIn(area: HTMLTextAreaElement, edits: readonly TextEdit[]): void {
	const { start, end, text } = asOneEdit(area.value, edits);
	area.focus({ preventScroll: true });
	area.setSelectionRange(start, end);
	insertIn(area, text);
}

/** Writes a text where the cursor is, in place of what is selected, as if it was typed. */
export function insertIn(area: HTMLTextAreaElement, text: string): void {
	area.focus({ preventScroll: true });
	const command = text === '' ? 'delete' : 'insertText';
	if (document.execCommand(command, false, text)) return;
	area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
	area.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
