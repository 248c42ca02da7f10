import { endsValue, isSign, isWord, type SuspicionRule } from './mistake.ts';
import { beginsStatement } from './statements.ts';

/** Statements that begin a new branch, or that count wherever they stand. */
const REACHED = ['case', 'default', 'function', 'async', 'class', 'export', 'import'];

/** The code after `return`, in the same block. */
export const unreachable: SuspicionRule = (read, index) => {
	const { tokens, around, partner } = read;
	const word = tokens[index];
	if (!word || !isWord(word, 'return', 'throw', 'break', 'continue') || !beginsStatement(read, index))
		return null;
	if (isSign(tokens[index + 1], ':', '(') && word.text !== 'return' && word.text !== 'throw') return null;
	const block = around[index] ?? -1;
	let at = index + 1;
	// A line break after `return` ends it.
	while (at < tokens.length && (around[at] ?? -1) === block && !(at === index + 1 && tokens[at]?.first)) {
		const token = tokens[at]!;
		if (isSign(token, ';')) {
			at += 1;
			break;
		}
		if (token.first && token.kind === 'word' && endsValue(tokens[at - 1])) break;
		const other = partner[at] ?? -1;
		at = other > at ? other + 1 : at + 1;
	}
	const next = tokens[at];
	if (!next || (around[at] ?? -1) !== block || isSign(next, '}', ';') || isWord(next, ...REACHED))
		return null;
	if (next.kind === 'word' && isSign(tokens[at + 1], ':')) return null;
	return {
		code: 'unreachable',
		text: `Nothing after ${word.text} is run`,
		params: { word: word.text },
		start: next.start,
		end: next.end
	};
};
