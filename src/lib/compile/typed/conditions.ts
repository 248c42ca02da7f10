import {
	beginsValue,
	endsValue,
	isSign,
	isWord,
	type Edit,
	type ErrorPlace,
	type ErrorRule,
	type Mistake,
	type SuspicionRule
} from './mistake.ts';
import type { SourceText } from './source-text.ts';
import { endsBefore } from './statements.ts';
import { OPERATORS } from './words.ts';

/** What other languages, and people, write behind a condition. */
const THEN = /^(?:then|alors|dan|doe|do|faire|fais)$/i;
const hasThen = ({ tokens }: SourceText, at: number): boolean =>
	isWord(tokens[at]) && THEN.test(tokens[at]?.text ?? '');

/** Tokens of a condition that are looked at, before the error and behind it. */
const LOOK_AROUND = 40;
/** What joins two comparisons, or two values to one. */
const JOINS = ['&&', '||', '&', '|', '===', '==', '!==', '!=', '<', '>', '<=', '>='];

/** The operator that a word stands for where it does: `and` between two values, `not` before one. */
function operatorAt({ tokens }: SourceText, at: number): string | undefined {
	const word = tokens[at]?.kind === 'word' ? tokens[at].text.toLowerCase() : '';
	const operator = Object.hasOwn(OPERATORS, word) ? OPERATORS[word] : undefined;
	const before = tokens[at - 1];
	if (operator === undefined || !beginsValue(tokens[at + 1])) return undefined;
	const isAfterWord = isWord(before) && Object.hasOwn(OPERATORS, before?.text.toLowerCase() ?? '');
	if (operator === '!') return !endsValue(before) || isAfterWord ? '!' : undefined;
	return endsValue(before) ? operator : undefined;
}

const endsValueAt = (read: SourceText, at: number): boolean =>
	endsValue(read.tokens[at]) && operatorAt(read, at) === undefined;

/** The index behind a condition that begins at a token, without the brackets that would show it. */
function conditionEnd(read: SourceText, from: number): number {
	const { tokens, partner } = read;
	let at = from;
	for (; at < tokens.length && at - from < LOOK_AROUND; at += 1) {
		const token = tokens[at]!;
		if (isSign(token, '{', '}', ';', ':')) break;
		const isNext = !isSign(token, '(', '[') && beginsValue(token) && operatorAt(read, at) === undefined;
		if (at > from && endsValueAt(read, at - 1) && (isNext || token.first || hasThen(read, at))) break;
		if (isSign(token, '(', '[')) at = Math.max(at, partner[at] ?? at);
	}
	return at;
}

/** The operators that are words, as signs. */
function operatorEdits(read: SourceText, from: number, to: number): Edit[] {
	const { tokens } = read;
	const edits: Edit[] = [];
	for (let at = from; at < to; at += 1) {
		const operator = operatorAt(read, at);
		if (operator === undefined) continue;
		const isNot = operator === '===' && operatorAt(read, at + 1) === '!';
		const [first, last, next] = [tokens[at]!, tokens[isNot ? at + 1 : at]!, tokens[at + 1]!];
		edits.push({
			start: first.start,
			end: operator === '!' ? next.start : last.end,
			text: isNot ? '!==' : operator
		});
		if (isNot) at += 1;
	}
	return edits;
}

/** Brackets around a condition, where one or both are missing, or are of another kind. */
function bracketEdits({ tokens, partner }: SourceText, from: number, to: number): Edit[] {
	const [first, last] = [tokens[from]!, tokens[to - 1]!];
	const at = (start: number, end: number, text: string): Edit => ({ start, end, text });
	if (isSign(first, '[') && partner[from] === to - 1)
		return [at(first.start, first.end, '('), at(last.start, last.end, ')')];
	const open = at(first.start, first.start, '(');
	if (isSign(last, ')') && (partner[to - 1] ?? -1) < from) return [open];
	return [open, at(last.end, last.end, ')')];
}

/** `if`, `while` or `switch` before the error. */
function conditionWord({ tokens, index }: ErrorPlace): number {
	for (let at = Math.min(index, tokens.length) - 1; at >= 0 && index - at < LOOK_AROUND; at -= 1) {
		if (isWord(tokens[at], 'if', 'while', 'switch') && !isSign(tokens[at - 1], '.')) return at;
		if (isSign(tokens[at], ';', '{', '}')) break;
	}
	return -1;
}

/** A piece of the source after the edits. */
function edited(source: string, start: number, end: number, edits: readonly Edit[]): string {
	let [text, at] = ['', start];
	for (const edit of edits) {
		text += source.slice(at, edit.start) + edit.text;
		at = edit.end;
	}
	return text + source.slice(at, end);
}

/** `if a > 1 {`, `if (a > 1) && (b > 2) {`, `if a and b then`, `if [a > 1] {` */
export const conditionInBrackets: ErrorRule = (place): Mistake | null => {
	const { source, tokens, partner, index } = place;
	const at = conditionWord(place);
	const word = tokens[at];
	const close = isSign(tokens[at + 1], '(') ? (partner[at + 1] ?? -1) : -1;
	const isJoined = isSign(tokens[close + 1], ...JOINS) || operatorAt(place, close + 1) !== undefined;
	if (!word || (close > 0 ? index <= close || !isJoined : index !== at + 1 || isSign(tokens[at + 1], '(')))
		return null;
	const from = at + 1;
	const to = conditionEnd(place, from);
	const { start } = word;
	const unknown = `${word.text} (…) {`;
	if (to === from)
		return {
			code: 'condition-in-brackets',
			params: { found: word.text, instead: unknown },
			start,
			end: word.end
		};
	const operators = operatorEdits(place, from, to);
	// `not a == b` is the opposite of the whole comparison, and `!a == b` is not.
	const isClear =
		!operators.some(({ text }) => text === '!') ||
		!tokens.slice(from, to).some((one) => isSign(one, ...JOINS.slice(4)));
	const last = tokens[to - 1]!;
	const extra = hasThen(place, to) || isSign(tokens[to], ':') ? tokens[to] : undefined;
	const edits = [...bracketEdits(place, from, to), ...operators].sort((a, b) => a.start - b.start);
	if (extra) edits.push({ start: last.end, end: extra.end, text: '' });
	const brace = tokens[extra ? to + 1 : to];
	const end = isSign(brace, '{') && !brace?.first ? brace!.end : (extra ?? last).end;
	return {
		code: 'condition-in-brackets',
		params: {
			found: source.slice(start, end),
			instead: isClear ? edited(source, start, end, edits) : unknown
		},
		start,
		end,
		edits: isClear ? edits : undefined
	};
};

/** The word before the condition that a token follows: `if` of `if (…) then`. */
const wordBefore = ({ tokens, partner }: SourceText, at: number): string => {
	const word = isSign(tokens[at - 1], ')') ? tokens[(partner[at - 1] ?? 0) - 1] : undefined;
	return isWord(word, 'if', 'while', 'for') ? (word?.text ?? '') : '';
};

function without(read: SourceText, at: number): Mistake {
	const { text: found, start, end } = read.tokens[at]!;
	const edits = [{ start: read.tokens[at - 1]!.end, end, text: '' }];
	return { code: 'no-then', params: { found, word: wordBefore(read, at) }, start, end, edits };
}

/** `if (…) then {`, `while (…) do {` */
export const noThen: ErrorRule = (place) => {
	const { text, index, partner } = place;
	const isDo = text.startsWith('Expected "while"');
	// After the block of a `do`, the compiler misses its `while`.
	const places = isDo ? [(partner[index - 1] ?? 0) - 1] : [index - 1, index];
	const at = places.find((one) => hasThen(place, one) && wordBefore(place, one) !== '');
	return at === undefined ? null : without(place, at);
};

/** `if (…) then` at the end of its line: a statement of one name */
export const thenAlone: SuspicionRule = (read, index) => {
	const { tokens } = read;
	const next = tokens[index + 1];
	if (!hasThen(read, index) || isWord(tokens[index], 'do') || wordBefore(read, index) === '') return null;
	if (!endsBefore(read, index + 1) && !(isSign(next, '{') && next?.first)) return null;
	const mistake = without(read, index);
	return {
		...mistake,
		edits: next ? mistake.edits : undefined,
		text: `${mistake.params['found']} is not a word of JavaScript`
	};
};
