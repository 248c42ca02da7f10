/** Where an offset of a text is: line from 1, column from 0. */
export function placeAt(text: string, offset: number): { line: number; column: number } {
	const before = text.slice(0, offset).split('\n');
	return { line: before.length, column: (before.at(-1) ?? '').length };
}
