import { endsValue, isSign, isWord, KEYWORDS } from './mistake.ts';
import type { SourceText } from './source-text.ts';

/** Whether a statement begins at a token of a block, or of the module. */
export function beginsStatement({ tokens, around }: SourceText, index: number): boolean {
	const before = tokens[index - 1];
	const opener = tokens[around[index] ?? -1];
	if (opener && opener.text !== '{') return false;
	if (!before || isSign(before, ';', '{', '}')) return true;
	// Without a semicolon: on a line of its own, behind a line that is complete. `if (…)` is not.
	return tokens[index]?.first === true && endsValue(before) && !isSign(before, ')');
}

/** Whether a statement is over before a token: there is none, or it begins the next one. */
export function endsBefore({ tokens }: SourceText, index: number): boolean {
	const token = tokens[index];
	if (!token || isSign(token, ';', '}')) return true;
	return (
		token.first && (token.kind === 'word' || token.kind === 'number') && !isWord(token, 'in', 'instanceof')
	);
}

/** Where `a.b.c` ends: the index behind it. */
export function chainEnd({ tokens }: SourceText, index: number): number {
	if (!isWord(tokens[index])) return index;
	let end = index + 1;
	while (isSign(tokens[end], '.') && isWord(tokens[end + 1])) end += 2;
	return end;
}

/** Where `a.b.c` begins that ends before an index. */
export function chainStart({ tokens }: SourceText, end: number): number {
	let start = end - 1;
	while (isWord(tokens[start]) && isSign(tokens[start - 1], '.') && isWord(tokens[start - 2])) start -= 2;
	return start;
}

/** The word before the bracket around a token: `if` of `if (…)`. */
export function wordBeforeBracket({ tokens, around }: SourceText, index: number): string {
	const opener = around[index] ?? -1;
	const before = tokens[opener - 1];
	return isSign(tokens[opener], '(') && isWord(before) ? (before?.text ?? '') : '';
}

/** Names that only ever stand before a dot: nothing in the source can have made them. */
export function neverDeclared({ tokens }: SourceText): Set<string> {
	const only = new Set<string>();
	const other = new Set<string>();
	for (const [index, token] of tokens.entries()) {
		if (token.kind !== 'word' || KEYWORDS.has(token.text) || isSign(tokens[index - 1], '.', '?.')) continue;
		(isSign(tokens[index + 1], '.') ? only : other).add(token.text);
	}
	return new Set([...only].filter((name) => !other.has(name)));
}
