import type { Fix } from '../../contract/diagnostic.ts';
import { indexLines } from './source-text.ts';

/** The text after a fix that was made for it. */
export function applyFix(text: string, { edits }: Fix): string {
	const lines = indexLines(text);
	let result = '';
	let from = 0;
	for (const { line, column, length, text: instead } of edits) {
		const start = lines.offsetOf(line, column);
		result += text.slice(from, start) + instead;
		from = start + length;
	}
	return result + text.slice(from);
}
