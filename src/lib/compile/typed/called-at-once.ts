import { isSign, isWord, type Edit, type SuspicionRule } from './mistake.ts';
import type { SourceText } from './source-text.ts';
import { chainStart } from './statements.ts';

/** What prints gives nothing that could be called. */
const PRINTS = /^(?:log|info|warn|error|alert)$/;

const known = new WeakMap<SourceText, ReadonlySet<string>>();

/** The functions of a file that return nothing. */
function withoutResult(read: SourceText): ReadonlySet<string> {
	const before = known.get(read);
	if (before) return before;
	const { tokens, partner } = read;
	const names = new Set<string>();
	/** For each token, how many `return` stand before it. */
	let count = 0;
	const returns = tokens.map((token) => (isWord(token, 'return') ? count++ : count));
	for (const [index, token] of tokens.entries()) {
		if (!isWord(token) || !isWord(tokens[index - 1], 'function', 'const', 'let', 'var')) continue;
		let open = index + 1;
		if (isSign(tokens[open], '=')) open += isWord(tokens[open + 1], 'function') ? 2 : 1;
		const close = isSign(tokens[open], '(') ? (partner[open] ?? -1) : -1;
		const body = isSign(tokens[close + 1], '=>') ? close + 2 : close + 1;
		const end = close > 0 && isSign(tokens[body], '{') ? (partner[body] ?? -1) : -1;
		if (end > 0 && returns[body] === returns[end]) names.add(token.text);
	}
	known.set(read, names);
	return names;
}

/** Whether a function is expected at an index: behind `'click', `, the first argument of a timer, or behind `.onclick =`. */
function isExpected({ tokens, around }: SourceText, from: number): boolean {
	if (isSign(tokens[from - 1], '='))
		return isSign(tokens[from - 3], '.') && /^on[a-z]+$/.test(tokens[from - 2]?.text ?? '');
	const open = around[from] ?? -1;
	if (isWord(tokens[open - 1], 'setTimeout', 'setInterval')) return from === open + 1;
	return isWord(tokens[open - 1], 'addEventListener') && from === open + 3 && isSign(tokens[from - 1], ',');
}

/** `addEventListener('click', save())`, `setTimeout(save(), 100)`, `button.onclick = save()` */
export const calledAtOnce: SuspicionRule = (read, index) => {
	const { source, tokens, partner } = read;
	const name = tokens[index - 1];
	if (!isSign(tokens[index], '(') || !name || !isWord(name)) return null;
	const from = chainStart(read, index);
	const close = partner[index] ?? -1;
	if (
		close < 0 ||
		!isExpected(read, from) ||
		(!isSign(tokens[close + 1], ')', ',', ';') && !tokens[close + 1]?.first)
	)
		return null;
	const isPrint = PRINTS.test(name.text) && (from === index - 1 || isWord(tokens[from], 'console'));
	if (!isPrint && (from !== index - 1 || !withoutResult(read).has(name.text))) return null;
	const [start, end] = [tokens[from]!.start, tokens[close]!.end];
	const found = source.slice(start, end);
	const isBare = close === index + 1 && !isPrint;
	const edit: Edit = isBare ? { start: name.end, end, text: '' } : { start, end: start, text: '() => ' };
	return {
		code: 'called-at-once',
		params: { found, instead: isBare ? name.text : `() => ${found}` },
		text: `${found} is called at once`,
		start,
		end,
		edits: /\bawait\b/.test(found) ? undefined : [edit]
	};
};
