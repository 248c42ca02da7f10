import {
	isSign,
	isWord,
	MAX_EDITS,
	openText,
	replacing,
	touch,
	type Edit,
	type ErrorPlace,
	type ErrorRule,
	type Mistake
} from './mistake.ts';
import {
	isClosingQuote,
	isDoubleQuote,
	isInvisibleInCode,
	isQuote,
	lookAlike,
	nameOf,
	signFor
} from './signs.ts';
import { chainStart } from './statements.ts';
import type { Token } from './tokens.ts';

const characterAt = (source: string, at: number): string =>
	at < source.length ? String.fromCodePoint(source.codePointAt(at) ?? 0) : '';

/** A text between typographic quotes with straight ones; null where its content has both kinds of straight quotes. */
function straighten({ text, start, end }: Token): Edit | null {
	const opener = text.charAt(0);
	let content = text.slice(1, -1);
	// « texte »: the spaces belong to the quotes.
	if ('«»‹›'.includes(opener)) content = content.replace(/^[ \u00a0\u202f]|[ \u00a0\u202f]$/g, '');
	const wanted = isDoubleQuote(opener) ? '"' : "'";
	// What is put into a text is put in only between backticks.
	if (content.includes('${')) return /[`\\]/.test(content) ? null : { start, end, text: `\`${content}\`` };
	const quote = content.includes(wanted) ? (wanted === '"' ? "'" : '"') : wanted;
	if (content.includes(quote) || content.includes('\\')) return null;
	return { start, end, text: quote + content + quote };
}

/** The same repair for all of the source: where there is one such sign, there are more. */
const everywhere = (tokens: readonly Token[], edit: (token: Token) => Edit | null): Edit[] =>
	tokens.flatMap((token) => edit(token) ?? []).slice(0, MAX_EDITS);

/** The quote that was meant to close an unclosed text: the last one on the line that code could follow. */
function closingQuote(place: ErrorPlace): Mistake | null {
	const text = openText(place);
	if (!text) return null;
	const quote = text.text.charAt(0);
	for (let at = text.text.length - 1; at > 0; at -= 1) {
		const character = text.text.charAt(at);
		if (!isClosingQuote(character) && !'“‘'.includes(character)) continue;
		if ((quote === '"') !== isDoubleQuote(character)) continue;
		const start = text.start + at;
		const rest = text.text.slice(at + 1);
		const edits = /^\s*(?:[);,+\]}:]|$)/.test(rest) ? [{ start, end: start + 1, text: quote }] : undefined;
		return { code: 'typographic-quote', params: { found: character }, start, end: start + 1, edits };
	}
	return null;
}

export const typographicQuote: ErrorRule = (place) => {
	const { source, offset, tokens, index } = place;
	if (place.code === 'unterminated-string') return closingQuote(place);
	const found = characterAt(source, offset);
	if (!isQuote(found)) return null;
	const token = tokens[index];
	const fixable = token?.kind === 'quoted' && straighten(token);
	return {
		code: 'typographic-quote',
		params: { found },
		start: offset,
		end: token?.kind === 'quoted' ? token.end : offset + found.length,
		edits: fixable ? everywhere(tokens, (one) => (one.kind === 'quoted' ? straighten(one) : null)) : undefined
	};
};

export const invisibleCharacter: ErrorRule = ({ source, offset, tokens }) => {
	const found = characterAt(source, offset);
	if (found === '' || !isInvisibleInCode(found)) return null;
	return {
		code: 'invisible-character',
		params: { found: nameOf(found) },
		start: offset,
		end: offset + found.length,
		edits: everywhere(tokens, ({ kind, text, start, end }) =>
			kind === 'odd' && isInvisibleInCode(text) ? { start, end, text: '' } : null
		)
	};
};

/** A dash that a phone made of two hyphens: `i—` where nothing follows that could be subtracted. */
const isTwoHyphens = (source: string, { text, start, end }: Token): boolean =>
	text === '—' && /[\w$]/.test(source.charAt(start - 1)) && /^(?:[);,}]|$)/.test(source.charAt(end));

const replacement = (source: string, token: Token): string | null => {
	if (token.kind !== 'odd') return null;
	return isTwoHyphens(source, token) ? '--' : (signFor(token.text) ?? lookAlike(token.text));
};

export const wrongSign: ErrorRule = ({ source, offset, tokens, index }): Mistake | null => {
	const token = tokens[index];
	if (!token || token.kind !== 'odd' || token.start !== offset) return null;
	const instead = replacement(source, token);
	const { text: found, start, end } = token;
	if (instead === null) return { code: 'odd-sign', params: { found }, start, end };
	return {
		code: lookAlike(found) === null ? 'wrong-sign' : 'look-alike',
		params: { found, instead },
		start,
		end,
		edits: everywhere(tokens, (one) => {
			const text = replacement(source, one);
			return text === null ? null : { start: one.start, end: one.end, text };
		})
	};
};

/** Signs of the keyboard that JavaScript writes in another order, or as one: `=<`, `> =`, `->`, `<>`. */
const PIECES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'=': { '<': '<=', '>': '=>', '=': '===' },
	'<': { '=': '<=', '>': '!==' },
	'>': { '=': '>=' },
	'!': { '=': '!==', '==': '!==' },
	'-': { '>': '=>' },
	'==': { '=': '===' },
	'&': { '&': '&&' },
	'|': { '|': '||' },
	':': { '=': '=' }
};

export const signInPieces: ErrorRule = ({ source, tokens, index }) => {
	// `let a := 2` is refused at its first sign.
	const at = isSign(tokens[index], ':') && touch(tokens[index], tokens[index + 1]) ? index + 1 : index;
	const [first, second] = [tokens[at - 1], tokens[at]];
	if (first?.kind !== 'sign' || second?.kind !== 'sign' || second.first) return null;
	// `let a: = 2` of TypeScript lacks its type.
	if (first.text === ':' && !touch(first, second)) return null;
	const known = Object.hasOwn(PIECES, first.text) ? PIECES[first.text] : undefined;
	const instead = known && Object.hasOwn(known, second.text) ? known[second.text] : undefined;
	if (!instead) return null;
	const range = { start: first.start, end: second.end };
	return replacing('wrong-sign', range, source.slice(range.start, range.end), instead);
};

const COMPARES = ['<', '>', '<=', '>=', '==', '===', '!=', '!=='];

/** `hour >= 9 && < 12`: the name is said once, and has to be said twice. */
export const comparisonWithoutName: ErrorRule = (place) => {
	const { source, tokens, index } = place;
	const [and, sign, last] = [tokens[index - 1], tokens[index], tokens[index + 1]];
	if (!isSign(and, '&&', '||') || !sign || !isSign(sign, ...COMPARES) || !last) return null;
	// Before it stands a whole comparison: a name, a sign, and one value.
	const at = index - 3;
	const from = tokens[chainStart(place, at)];
	if (!isSign(tokens[at], ...COMPARES) || !isWord(from) || !from) return null;
	const name = source.slice(from.start, tokens[at - 1]?.end);
	const before = source.slice(from.start, sign.start).trimEnd();
	return {
		code: 'chained-comparison',
		params: { instead: `${before} ${name} ${sign.text} ${last.text}` },
		start: sign.start,
		end: sign.end,
		edits: [{ start: sign.start, end: sign.start, text: `${name} ` }]
	};
};

/** `if (a + 1 = 3)`: in a condition, the sign was meant to compare. */
export const comparedOnTheLeft: ErrorRule = ({ code, tokens, index, around, partner }) => {
	const open = around[index] ?? -1;
	if (code !== 'wrong-side' || !isSign(tokens[open], '(') || !isWord(tokens[open - 1], 'if', 'while'))
		return null;
	const close = partner[open] ?? -1;
	let at = index;
	while (at < close && !(around[at] === open && isSign(tokens[at], '='))) at += 1;
	const sign = tokens[at];
	if (at >= close || !sign) return null;
	const { start } = tokens[index]!;
	// `!a = b` can mean `a !== b`, and `!a === b` does not.
	const edits = isSign(tokens[index], '!') ? undefined : [{ start: sign.start, end: sign.end, text: '===' }];
	return { code, params: {}, start, end: sign.end, edits };
};

/** `[1; 2]`, `f(a; b)`, `{ a: 1; b: 2 }`, `{ a = 1 }`: where the other bracket is there, it is the sign that is wrong. */
export const signInList: ErrorRule = ({ tokens, index, around, partner }) => {
	const token = tokens[index];
	const opener = around[index] ?? -1;
	const open = tokens[opener];
	const next = tokens[index + 1];
	if (!token || !open || (partner[opener] ?? -1) < index || !next || next.first) return null;
	if (isWord(tokens[opener - 1], 'for') || isSign(next, ')', ']', '}')) return null;
	if (isSign(token, ';') && isSign(open, '[', '(')) return replacing('wrong-sign', token, ';', ',');
	const before = tokens[opener - 1];
	const isObject = isSign(open, '{') && isSign(before, '=', '(', ',', '[', ':');
	if (!isObject) return null;
	if (isSign(token, ';')) return replacing('wrong-sign', token, ';', ',');
	const isKey = isWord(tokens[index - 1]) && isSign(tokens[index - 2], '{', ',');
	return isSign(token, '=') && isKey ? replacing('wrong-sign', token, '=', ':') : null;
};

/** `const a == 1`, `let a: 1`, `5 x 3`, and an arrow where a comparison belongs. */
export const otherSign: ErrorRule = ({ tokens, index, around }) => {
	const token = tokens[index];
	if (!token) return null;
	const { text: found } = token;
	const say = (instead: string): Mistake => replacing('wrong-sign', token, found, instead);
	const before = tokens[index - 1];
	const after = tokens[index + 1];
	if (/^={2,3}$/.test(found) && /^(?:const|let|var)$/.test(tokens[index - 2]?.text ?? '')) return say('=');
	const isValue = after?.kind === 'number' || after?.kind === 'text';
	const isTyped = isSign(tokens[index + 2], '=');
	if (found === ':' && isValue && !isTyped && isWord(tokens[index - 2], 'const', 'let', 'var')) {
		const space = touch(before, token) ? ' ' : '';
		return { ...say('='), edits: [{ start: token.start, end: token.end, text: `${space}=` }] };
	}
	if (/^[xX]$/.test(found) && !token.first && (before?.kind === 'number' || after?.kind === 'number')) {
		return say('*');
	}
	const opener = around[index] ?? -1;
	const isCondition = tokens[opener]?.text === '(' && /^(?:if|while)$/.test(tokens[opener - 1]?.text ?? '');
	return found === '=>' && isCondition ? say('>=') : null;
};
