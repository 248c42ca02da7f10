import type { DiagnosticCode } from '../../contract/diagnostic.ts';
import type { SourceText } from './source-text.ts';
import type { Token } from './tokens.ts';

/** Offsets in UTF-16 units. */
export interface Edit {
	start: number;
	end: number;
	text: string;
}

/** What somebody typed, and meant otherwise. */
export interface Mistake {
	code: DiagnosticCode;
	params: Record<string, string>;
	start: number;
	end: number;
	/** Only where the repair is safe. */
	edits?: readonly Edit[];
}

/** Edits of one fix: what was copied from elsewhere is full of the same sign. */
export const MAX_EDITS = 200;

/** A mistake in a part of the source that something else can safely stand for. */
export const replacing = (
	code: DiagnosticCode,
	{ start, end }: { start: number; end: number },
	found: string,
	instead: string
): Mistake => ({
	code,
	params: { found, instead },
	start,
	end,
	edits: [{ start, end, text: instead }]
});

/** Where the compiler refused a source. */
export interface ErrorPlace extends SourceText {
	/** What `describeMessage` made of the compiler's message. */
	code: DiagnosticCode | null;
	params: Readonly<Record<string, string>>;
	/** The compiler's own words. */
	text: string;
	offset: number;
	/** Of the token at the offset, else of the next one. */
	index: number;
}

/** One kind of mistake; null where it is not that one. */
export type ErrorRule = (place: ErrorPlace) => Mistake | null;

/** What compiles at a token, and was meant otherwise; with words of its own, as the compiler has none. */
export type Suspicion = Mistake & { text: string };
export type SuspicionRule = (source: SourceText, index: number) => Suspicion | null;

/** The text at the error, or before it, that nobody closed. */
export const openText = ({ tokens, index }: ErrorPlace): Token | undefined =>
	[tokens[index], tokens[index - 1]].find((token) => token?.kind === 'text' && !token.closed);

export const isWord = (token: Token | undefined, ...words: readonly string[]): boolean =>
	token?.kind === 'word' && (words.length === 0 || words.includes(token.text));
export const isSign = (token: Token | undefined, ...signs: readonly string[]): boolean =>
	token?.kind === 'sign' && signs.includes(token.text);
/** Nothing stands between the two. */
export const touch = (a: Token | undefined, b: Token | undefined): boolean =>
	a !== undefined && b !== undefined && a.end === b.start;

/** Words that are part of the language, and no names. */
export const KEYWORDS: ReadonlySet<string> = new Set(
	(
		'break case catch class const continue debugger default delete do else enum export extends false finally for function if import in ' +
		'instanceof new null return super switch this throw true try typeof var void while with let static yield await async of'
	).split(' ')
);
/** Those that can never be a name in a module. */
export const RESERVED: ReadonlySet<string> = new Set(
	[...KEYWORDS].filter((word) => !['async', 'of'].includes(word)).concat('interface', 'package', 'private')
);

/** Whether a value can end with the token: what follows it on the line is an operator, or a mistake. */
export const endsValue = (token: Token | undefined): boolean => {
	if (!token) return false;
	if (token.kind === 'word')
		return !KEYWORDS.has(token.text) || /^(?:this|true|false|null)$/.test(token.text);
	if (token.kind === 'template') return token.text.endsWith('`');
	if (token.kind === 'sign') return /^[)\]]$/.test(token.text);
	return token.kind !== 'odd';
};
export const beginsValue = (token: Token | undefined): boolean => {
	if (!token) return false;
	if (token.kind === 'word')
		return !KEYWORDS.has(token.text) || /^(?:this|true|false|null|new)$/.test(token.text);
	if (token.kind === 'template') return token.text.startsWith('`');
	if (token.kind === 'sign') return /^[([]$/.test(token.text);
	return token.kind !== 'odd';
};
