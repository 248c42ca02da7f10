import {
	beginsValue,
	endsValue,
	isSign,
	isWord,
	KEYWORDS,
	type ErrorPlace,
	type ErrorRule
} from './mistake.ts';
import { lineStartOf, PAIRS } from './source-text.ts';
import type { Token } from './tokens.ts';

/** Whitespace at the beginning of the line of an offset; a tab counts as one. */
function indentAt(source: string, offset: number): number {
	const start = lineStartOf(source, offset);
	let at = start;
	while (/[ \t]/.test(source.charAt(at))) at += 1;
	return at - start;
}

/**
 * Which bracket nobody closed. Counted, it is always the outer one: `}` closes what is open. Where the lines are indented,
 * the first brace whose `}` stands further left than its own line is the one that was forgotten.
 */
function unclosedIndex({ source, tokens, unclosed, partner }: ErrorPlace): number | undefined {
	const outer = unclosed.at(-1);
	if (outer === undefined || tokens[outer]?.text !== '{') return outer;
	let lineStart = -1;
	for (const [index, token] of tokens.entries()) {
		if (token.first) lineStart = token.start;
		const other = partner[index] ?? -1;
		if (index <= outer || !token.first || !isSign(token, '}') || other < outer) continue;
		if (indentAt(source, token.start) < indentAt(source, tokens[other]?.start ?? 0)) return other;
	}
	return lineStart < 0 ? undefined : outer;
}

/** A file that ends too soon. */
export const unclosedBracket: ErrorRule = (place) => {
	const { code, text, tokens } = place;
	if (code !== 'unexpected-end' || text.includes('multi-line comment')) return null;
	const token = tokens[unclosedIndex(place) ?? -1];
	if (!token) return null;
	const found = token.kind === 'template' ? '${' : token.text;
	const end = token.end;
	return {
		code: 'unclosed-bracket',
		params: { found, instead: PAIRS[found] ?? '' },
		start: end - found.length,
		end
	};
};

/** A closing bracket that nothing opened. */
export const extraBracket: ErrorRule = ({ tokens, index, partner, around }) => {
	const token = tokens[index];
	if (!token || !isSign(token, ')', ']', '}') || (partner[index] ?? -1) >= 0) return null;
	// Inside another bracket it is the other one that is missing something.
	if ((around[index] ?? -1) >= 0 && !isSign(tokens[around[index] ?? -1], '{')) return null;
	return { code: 'extra-bracket', params: { found: token.text }, start: token.start, end: token.end };
};

/** `console.log "x"` */
export const bracketsForCall: ErrorRule = ({ code, source, tokens, index }) => {
	const [name, value] = [tokens[index - 1], tokens[index]];
	if (code !== 'expected-token' || !name || !isWord(name) || KEYWORDS.has(name.text)) return null;
	if (!value || value.first || name.end === value.start || !beginsValue(value) || isSign(value, '(', '['))
		return null;
	const dotted = isSign(tokens[index - 2], '.') && isWord(tokens[index - 3]);
	const first = dotted ? tokens[index - 3]! : name;
	if (!first.first && !isSign(tokens[index - (dotted ? 4 : 2)], ';', '{', '}')) return null;
	if (!dotted && value.kind === 'word') return null;
	return {
		code: 'brackets-for-call',
		params: { name: source.slice(first.start, name.end) },
		start: first.start,
		end: name.end
	};
};

const isText = ({ kind }: Token): boolean => kind === 'text' || kind === 'template';

/** `f("a" "b")`, `[1 2]`, `"Price: " 5` */
export const missingBetween: ErrorRule = ({ code, params, tokens, index }) => {
	const [before, after] = [tokens[index - 1], tokens[index]];
	const { expected = '' } = params;
	if (code !== 'expected-token' || !/^[)\]};]$/.test(expected)) return null;
	if (!before || !after || !endsValue(before) || !beginsValue(after)) return null;
	// Of a list or an object, each value can have a line of its own.
	if (isSign(after, '(', '[') || (after.first && !/^[\]}]$/.test(expected))) return null;
	// Where a statement could end, only a text says that more was meant.
	if (expected === ';' && !isText(before) && !isText(after)) return null;
	return {
		code: 'missing-between',
		params: { before: before.text, after: after.text },
		start: after.start,
		end: after.end
	};
};
