/** The offset of a 1-based line and column in a text; past the end of a line, its end. */
export function offsetOf(text: string, line: number, column: number): number {
	const lines = text.split('\n');
	const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
	return Math.min(before + Math.min(column - 1, lines[line - 1]?.length ?? 0), text.length);
}

/** Shows a place in a plain editor and puts the cursor there. */
export function revealIn(area: HTMLTextAreaElement, line: number, column: number): void {
	const offset = offsetOf(area.value, line, column);
	area.focus({ preventScroll: true });
	area.setSelectionRange(offset, offset);
	const lineHeight = Number.parseFloat(getComputedStyle(area).lineHeight);
	area.scrollTop = Math.max(0, (line - 1) * lineHeight - area.clientHeight / 3);
	area.scrollIntoView({ block: 'nearest' });
}

/** Scrolls a plain editor to its cursor, where less of it is left than before. */
export function showCursorIn(area: HTMLTextAreaElement): void {
	const { lineHeight, paddingTop } = getComputedStyle(area);
	const height = Number.parseFloat(lineHeight);
	const line = area.value.slice(0, area.selectionEnd).split('\n').length - 1;
	const top = Number.parseFloat(paddingTop) + line * height;
	if (top < area.scrollTop) area.scrollTop = top;
	else area.scrollTop = Math.max(area.scrollTop, top + 2 * height - area.clientHeight);
}
