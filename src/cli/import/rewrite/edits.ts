interface Edit {
	start: number;
	end: number;
	text: string;
	/** Where the whole range goes, edits inside it mean nothing any more. */
	removal: boolean;
}

/** Changes to a text by position in the original, so that everything between them stays as it was written. */
export interface Edits {
	replace(start: number, end: number, text: string): void;
	insert(at: number, text: string): void;
	/** Takes the range away, with all edits in it. */
	remove(start: number, end: number): void;
	removes(position: number): boolean;
	apply(): string;
}

export function createEdits(original: string): Edits {
	const edits: Edit[] = [];
	const removals = (): Edit[] => edits.filter(({ removal }) => removal);
	const inside = (edit: Edit, range: Edit): boolean =>
		edit !== range &&
		// What is put before a range stays.
		(edit.start > range.start || (edit.start === range.start && edit.end > edit.start)) &&
		edit.end <= range.end &&
		(!edit.removal || edit.start > range.start || edit.end < range.end);
	return {
		replace: (start, end, text) => void edits.push({ start, end, text, removal: false }),
		insert: (at, text) => void edits.push({ start: at, end: at, text, removal: false }),
		remove: (start, end) => void edits.push({ start, end, text: '', removal: true }),
		removes: (position) => removals().some(({ start, end }) => position >= start && position < end),
		apply() {
			const gone = removals();
			const kept = edits.filter((edit) => !gone.some((range) => inside(edit, range)));
			// Stable: insertions at one place stay in the order in which they were asked for.
			kept.sort((a, b) => a.start - b.start || a.end - b.end);
			let result = '';
			let at = 0;
			for (const { start, end, text } of kept) {
				if (start < at) continue;
				result += original.slice(at, start) + text;
				at = end;
			}
			return result + original.slice(at);
		}
	};
}

/** The range of a statement together with its line and the empty one after it, where nothing else stands on it. */
export function wholeLines(text: string, start: number, end: number): { start: number; end: number } {
	const lineStart = text.lastIndexOf('\n', start - 1) + 1;
	const lineEnd = text.indexOf('\n', end);
	const before = text.slice(lineStart, start);
	const after = text.slice(end, lineEnd < 0 ? text.length : lineEnd);
	if (before.trim() !== '' || after.trim() !== '') return { start, end };
	if (lineEnd < 0) return { start: lineStart, end: text.length };
	// The empty line after it goes too, so that no hole remains.
	const blank = /^[ \t]*\r?\n/.exec(text.slice(lineEnd + 1));
	return { start: lineStart, end: lineEnd + 1 + (blank?.[0].length ?? 0) };
}
