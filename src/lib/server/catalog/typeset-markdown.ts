import type { Token, Tokens } from 'marked';
import { typesetPieces, type Typography } from '../../exercise/typography.ts';

/** A text that is shown, or null for what nobody may change: code, an address, a picture. */
type Leaf = { text: string } | null;

/** Code, pictures, and words in a language that has other rules. */
const UNTOUCHED: ReadonlySet<string> = new Set(['codespan', 'image', 'other-language']);

/** `<https://…>` and a bare `https://…` show their address. */
const isAddress = (token: Token): boolean => token.type === 'link' && !token.raw.startsWith('[');

function leavesOf(tokens: readonly Token[]): Leaf[] {
	return tokens.flatMap((token): Leaf[] => {
		if (token.type === 'br') return [{ text: '\n' }];
		if (UNTOUCHED.has(token.type) || isAddress(token)) return [null];
		if ('tokens' in token && token.tokens) return leavesOf(token.tokens);
		return token.type === 'text' || token.type === 'escape' ? [token as Tokens.Text] : [null];
	});
}

function typesetInline(tokens: readonly Token[], typography: Typography): void {
	const leaves = leavesOf(tokens);
	const set = typesetPieces(
		leaves.map((leaf) => leaf && leaf.text),
		typography
	);
	for (const [index, leaf] of leaves.entries()) if (leaf) leaf.text = set[index] ?? leaf.text;
}

/** Sets what Markdown says, paragraph by paragraph, in place; its code, addresses and signs of Markdown stay as they are. */
export function typesetMarkdown(tokens: readonly Token[], typography: Typography): void {
	for (const token of tokens) {
		if (token.type === 'list') {
			for (const item of (token as Tokens.List).items) typesetMarkdown(item.tokens, typography);
		} else if (token.type === 'table') {
			const { header, rows } = token as Tokens.Table;
			for (const cell of [...header, ...rows.flat()]) typesetInline(cell.tokens, typography);
		} else if (token.type === 'blockquote') typesetMarkdown((token as Tokens.Blockquote).tokens, typography);
		else if ('tokens' in token && token.tokens) typesetInline(token.tokens, typography);
	}
}
