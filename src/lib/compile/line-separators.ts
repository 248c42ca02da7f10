import type { Program } from 'acorn';
import type MagicString from 'magic-string';
import { freeNames } from './scopes.ts';

const SEPARATORS = /[\u2028\u2029]/g;
const escaped = (separator: string): string => `\\u${separator.charCodeAt(0).toString(16)}`;

/** A value as JSON on one line, for V8 too. */
export const jsonLine = (value: unknown): string => JSON.stringify(value).replace(SEPARATORS, escaped);

/**
 * JavaScript ends a line at U+2028 and U+2029, editors and source maps do not: every line behind one would be named wrong.
 * In a text they are written as an escape, elsewhere as the line break that they are.
 */
export function writeSeparators(edit: MagicString, program: Program): void {
	const text = edit.original;
	if (text.search(SEPARATORS) < 0) return;
	const inTexts = new Set<number>();
	freeNames(program, ({ node: { type, start, end } }) => {
		if (type !== 'Literal' && type !== 'TemplateElement') return;
		for (const { index } of text.slice(start, end).matchAll(SEPARATORS)) inTexts.add(start + index);
	});
	for (const { index: at } of text.matchAll(SEPARATORS)) {
		// What stands behind a backslash in a text is left out of it.
		const [slashes] = /\\*$/.exec(text.slice(0, at))!;
		const isBreak = !inTexts.has(at) || slashes.length % 2 === 1;
		edit.overwrite(at, at + 1, isBreak ? '\n' : escaped(text.charAt(at)));
	}
}
