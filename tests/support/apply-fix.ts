import type { Fix } from '../../src/lib/contract/diagnostic.ts';
import { asOneEdit } from '../../src/lib/workspace/editor/plain-edit.ts';

/** A text after a fix that was made for it. */
export function applyFix(text: string, { edits }: Fix): string {
	const one = asOneEdit(text, edits);
	return text.slice(0, one.start) + one.text + text.slice(one.end);
}
