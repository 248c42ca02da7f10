import { isSign, isWord, replacing, type SuspicionRule } from './mistake.ts';
import { chainStart } from './statements.ts';
import type { SourceText } from './source-text.ts';
import type { Token } from './tokens.ts';

const COMPARES = /^[=!]==?$/;

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

/** `city === 'Gent' || 'Luik'`, `city === ('Gent' || 'Luik')`, `city !== 'Gent' && 'Luik'` */
export const halfComparison: SuspicionRule = (read, index) => {
	const { source, tokens, around } = read;
	const sign = tokens[index];
	if (sign?.kind !== 'sign' || !COMPARES.test(sign.text) || !isWord(tokens[index - 1])) return null;
	const isEqual = sign.text.startsWith('=');
	const inBrackets = isSign(tokens[index + 1], '(');
	const { values, joins, end } = valuesFrom(read, index + (inBrackets ? 2 : 1));
	const [join] = joins;
	if (!join || joins.some((one) => one !== join) || (inBrackets && !isSign(tokens[end], ')'))) return null;
	const behind = tokens[end];
	// `|| 'b' === other` and `|| 2 + x` say what they mean.
	if (behind && !behind.first && !isSign(behind, ')', ';', ',', '?', '}', '||', '&&')) return null;
	const opener = around[index] ?? -1;
	const isCondition = isSign(tokens[opener], '(') && isWord(tokens[opener - 1], 'if', 'while');
	// `open !== true && 'closed'` gives a value; `x === 'a' && 'b'` too.
	if (join === '&&' && (isEqual || !isCondition)) return null;
	const from = tokens[chainStart(read, index)]!;
	const name = source.slice(from.start, tokens[index - 1]!.end);
	const each = values.map((value) => `${name} ${sign.text} ${value}`).join(isEqual ? ' || ' : ' && ');
	const range = { start: from.start, end: tokens[inBrackets ? end : end - 1]!.end };
	const found = values.at(-1)!;
	const instead = inBrackets ? `(${each})` : each;
	// What was `||` and has to be `&&` can stand among others.
	const isSafe = inBrackets || isEqual === (join === '||');
	const mistake = replacing('half-comparison', range, found, instead);
	return {
		...mistake,
		params: { found, instead: each },
		edits: isSafe ? mistake.edits : undefined,
		text: `${found} alone is compared with nothing: ${each}`
	};
};
