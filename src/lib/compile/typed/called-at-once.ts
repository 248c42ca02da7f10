import { isSign, isWord, type Edit, type SuspicionRule } from './mistake.ts';
import type { SourceText } from './source-text.ts';
import { chainStart, endsBefore } from './statements.ts';

/** What prints gives nothing that could be called. */
const PRINTS = /^(?:log|info|warn|error)$/;

/** What a page calls by itself. */
const HANDLERS =
	/^on(?:(?:dbl)?click|input|change|submit|reset|invalid|select|(?:un)?load|beforeunload|key\w+|mouse\w+|pointer\w+|touch\w+|drag\w*|drop|focus\w*|blur|scroll\w*|resize|error|message|wheel|contextmenu|copy|cut|paste|play|pause|ended|toggle|hashchange|popstate|animation\w+|transition\w+)$/;

/** The names of a file: those of functions that return nothing, and all that it makes itself. */
interface Names {
	withoutResult: ReadonlySet<string>;
	own: ReadonlySet<string>;
}
const known = new WeakMap<SourceText, Names>();

/** Whether a token is a parameter, or one of the names that a pattern makes. */
function isParameter({ tokens, partner, around }: SourceText, index: number): boolean {
	const open = around[index] ?? -1;
	const close = partner[open] ?? -1;
	if (isSign(tokens[open], '{')) return isSign(tokens[close + 1], '=') || isWord(tokens[close + 1], 'from');
	if (!isSign(tokens[open], '(') || isWord(tokens[open - 1], 'if', 'while', 'for', 'switch')) return false;
	return isSign(tokens[close + 1], '{', '=>');
}

/** The brace of the function that a name is given to: `function f() {`, `f = async () => {`; -1 where there is none. */
function bodyOf({ tokens, partner }: SourceText, index: number): number {
	let open = index + 1;
	if (isSign(tokens[open], '=')) {
		open += isWord(tokens[open + 1], 'async') ? 2 : 1;
		if (isWord(tokens[open], 'function')) open += 1;
	}
	const close = isSign(tokens[open], '(') ? (partner[open] ?? -1) : -1;
	const body = isSign(tokens[close + 1], '=>') ? close + 2 : close + 1;
	return close > 0 && isSign(tokens[body], '{') ? body : -1;
}

function namesOf(read: SourceText): Names {
	const before = known.get(read);
	if (before) return before;
	const { tokens, partner } = read;
	const withoutResult = new Set<string>();
	/** How often each is made, or made something else. */
	const made = new Map<string, number>();
	/** For each token, how many `return` with a value stand before it. */
	let count = 0;
	const returns = tokens.map((token, at) =>
		isWord(token, 'return') && !endsBefore(read, at + 1) ? count++ : count
	);
	for (const [index, token] of tokens.entries()) {
		if (!isWord(token)) continue;
		const isDeclared = isWord(tokens[index - 1], 'function', 'const', 'let', 'var', 'class');
		const isGiven = isSign(tokens[index + 1], '=') && !isSign(tokens[index - 1], '.');
		if (isDeclared || isGiven || isParameter(read, index))
			made.set(token.text, (made.get(token.text) ?? 0) + 1);
		const body = isDeclared ? bodyOf(read, index) : -1;
		const end = body < 0 ? -1 : (partner[body] ?? -1);
		if (end > 0 && returns[body] === returns[end]) withoutResult.add(token.text);
	}
	for (const [name, times] of made) if (times > 1) withoutResult.delete(name);
	const names = { withoutResult, own: new Set(made.keys()) };
	known.set(read, names);
	return names;
}

/** Whether a function is expected at an index: behind `'click', `, the first argument of a timer, or behind `.onclick =`. */
function isExpected({ tokens, around }: SourceText, from: number): boolean {
	if (isSign(tokens[from - 1], '='))
		return isSign(tokens[from - 3], '.') && HANDLERS.test(tokens[from - 2]?.text ?? '');
	const open = around[from] ?? -1;
	if (isWord(tokens[open - 1], 'setTimeout', 'setInterval', 'requestAnimationFrame'))
		return from === open + 1;
	if (isWord(tokens[open - 1], 'forEach', 'then') && isSign(tokens[open - 2], '.')) return from === open + 1;
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
	const { withoutResult, own } = namesOf(read);
	const isPrint =
		from === index - 1
			? name.text === 'alert' && !own.has('alert')
			: from === index - 3 &&
				isWord(tokens[from], 'console') &&
				PRINTS.test(name.text) &&
				!own.has('console');
	if (!isPrint && (from !== index - 1 || !withoutResult.has(name.text))) return null;
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
