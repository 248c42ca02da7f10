import { endsValue, isSign, isWord, replacing, type SuspicionRule } from './mistake.ts';
import { endsBefore } from './statements.ts';
import type { SourceText } from './source-text.ts';
import type { Token } from './tokens.ts';

const COMPARES = /^(?:[=!]==?|[<>]=?)$/;

const isLiteral = (token: Token | undefined): boolean =>
	token?.kind === 'number' || (token?.kind === 'text' && token.closed);

/** More values than these are a list. */
const MOST_VALUES = 10;

/** The values of `'a' || 'b' || 'c'` from a token on, all of one kind, and the index behind them. */
function valuesFrom({ tokens }: SourceText, at: number): { values: string[]; joins: string[]; end: number } {
	const values: string[] = [];
	const joins: string[] = [];
	let end = at;
	while (isLiteral(tokens[end]) && tokens[end]?.kind === tokens[at]?.kind && values.length < MOST_VALUES) {
		values.push(tokens[end]!.text);
		end += 1;
		if (!isSign(tokens[end], '||', '&&') || !isLiteral(tokens[end + 1])) break;
		joins.push(tokens[end]!.text);
		end += 1;
	}
	return { values, joins, end };
}

/** Brackets in one another that are looked through. */
const MOST_BRACKETS = 10;

/** Whether a token stands in the condition of `if`, `while` or `?`, in whatever brackets of its own. */
function isInCondition({ tokens, around }: SourceText, index: number, end: number): boolean {
	if (isSign(tokens[end], '?')) return true;
	let at = around[index] ?? -1;
	for (let left = MOST_BRACKETS; left > 0 && isSign(tokens[at - 1], '(', '&&', '||', '!'); left -= 1)
		at = around[at] ?? -1;
	return isSign(tokens[at], '(') && isWord(tokens[at - 1], 'if', 'while');
}

/** Where the value begins that ends before an index: `a.b`, `a[i]`, `a.b(c)`. */
function valueStart(read: SourceText, end: number): number {
	const { tokens, partner } = read;
	let at = end - 1;
	for (;;) {
		while (isSign(tokens[at], ']', ')') && (partner[at] ?? -1) >= 0 && endsValue(tokens[partner[at]! - 1]))
			at = partner[at]! - 1;
		if (!isWord(tokens[at])) return -1;
		if (!isSign(tokens[at - 1], '.')) return at;
		at -= 2;
	}
}

/** `city === 'Gent' || 'Luik'`, `city === ('Gent' || 'Luik')`, `city !== 'Gent' && 'Luik'`, `if (age > 1 || 2)` */
export const halfComparison: SuspicionRule = (read, index) => {
	const { source, tokens } = read;
	const sign = tokens[index];
	if (sign?.kind !== 'sign' || !COMPARES.test(sign.text)) return null;
	const isOrder = /^[<>]/.test(sign.text);
	const isEqual = sign.text.startsWith('=');
	const inBrackets = isSign(tokens[index + 1], '(');
	const { values, joins, end } = valuesFrom(read, index + (inBrackets ? 2 : 1));
	const [join] = joins;
	if (!join || joins.some((one) => one !== join) || (inBrackets && !isSign(tokens[end], ')'))) return null;
	// `|| 'b' === other` and `|| 2 + x` say what they mean.
	if (!endsBefore(read, end) && !isSign(tokens[end], ')', ',', '?', '||', '&&')) return null;
	// `open !== true && 'closed'` gives a value; `x === 'a' && 'b'` and `x !== '' || 'needed'` too.
	const isCondition = isInCondition(read, index, end);
	const found = values.at(-1)!;
	if (
		isOrder ? !isCondition || inBrackets : join === '&&' ? isEqual || !isCondition : !isEqual && !isCondition
	)
		return null;
	if (!isCondition && !inBrackets && /^(?:0|""|'')$/.test(found)) return null;
	const begin = valueStart(read, index);
	const from = tokens[begin];
	if (!from) return null;
	const name = source.slice(from.start, tokens[index - 1]!.end);
	const between = isOrder ? join : isEqual ? '||' : '&&';
	const each = values.map((value) => `${name} ${sign.text} ${value}`).join(` ${between} `);
	const range = { start: from.start, end: tokens[inBrackets ? end : end - 1]!.end };
	const instead = inBrackets ? `(${each})` : each;
	// What was `||` and has to be `&&` can stand among others; what is called would be called again.
	const isSafe = (inBrackets || join === between) && !name.includes('(');
	const mistake = replacing('half-comparison', range, found, instead);
	return {
		...mistake,
		params: { found, instead: each },
		edits: isSafe ? mistake.edits : undefined,
		text: `${found} alone is compared with nothing: ${each}`
	};
};
