import { counting } from './elsewhere.ts';
import { isSign, isWord, replacing, type Suspicion } from './mistake.ts';
import type { SourceText } from './source-text.ts';
import { chainEnd } from './statements.ts';

/** Functions of other languages, called as there. */
const CALLS: Readonly<Record<string, string>> = {
	print: 'console.log',
	println: 'console.log',
	printf: 'console.log',
	str: 'String',
	int: 'Number',
	float: 'Number',
	affiche: 'console.log',
	afficher: 'console.log',
	écrire: 'console.log',
	ecrire: 'console.log',
	toon: 'console.log',
	schrijf: 'console.log',
	echo: 'console.log',
	puts: 'console.log'
};

/** Whether a name is nowhere but where it is called, with something between its brackets. */
function onlyCalled({ tokens, partner }: SourceText): Set<string> {
	const [called, other] = [new Set<string>(), new Set<string>()];
	for (const [index, token] of tokens.entries()) {
		if (token.kind !== 'word' || isSign(tokens[index - 1], '.', '?.')) continue;
		const close = isSign(tokens[index + 1], '(') ? (partner[index + 1] ?? -1) : -1;
		const isCall =
			close > index + 2 && !isSign(tokens[close + 1], '{') && !isWord(tokens[index - 1], 'function', 'new');
		(isCall ? called : other).add(token.text);
	}
	return new Set([...called].filter((name) => !other.has(name)));
}

/** `len(list)` */
function lengthOf(read: SourceText, index: number): Suspicion {
	const { source, tokens, partner } = read;
	const close = partner[index + 1]!;
	const [start, end] = [tokens[index]!.start, tokens[close]!.end];
	const value = source.slice(tokens[index + 2]!.start, tokens[close - 1]!.end);
	const isName = chainEnd(read, index + 2) === close;
	const instead = isName ? `${value}.length` : '(…).length';
	const mistake = replacing('other-word', { start, end }, 'len', instead);
	return {
		...mistake,
		edits: isName ? mistake.edits : undefined,
		text: `len does not exist: ${instead} does`
	};
}

/** `for (i of range(10)) {`, which only Python counts with */
function rangeLoop({ source, tokens, partner, around }: SourceText, index: number): Suspicion | null {
	const open = around[index] ?? -1;
	const close = partner[open] ?? -1;
	const [name, word] = [tokens[index - 2], tokens[index - 1]];
	if (!isWord(tokens[open - 1], 'for') || !isWord(name) || !isWord(word, 'of', 'in')) return null;
	if (partner[index + 1] !== close - 1) return null;
	const range = { start: tokens[open - 1]!.start, end: tokens[close]!.end };
	const inside = source.slice(tokens[index + 1]!.end, tokens[close - 1]!.start);
	const instead = counting(name!.text, inside);
	const found = source.slice(range.start, range.end);
	return {
		...replacing('other-form', range, found, instead),
		text: `range does not exist: ${instead} counts`
	};
}

/** `print(x)`, `len(x)`, `None`: names that no file of the learner (`isOwn`) makes. */
export function foreignNames(read: SourceText, isOwn: (name: string) => boolean): Suspicion[] {
	const { tokens } = read;
	const strangers = onlyCalled(read);
	const found: Suspicion[] = [];
	for (const [index, token] of tokens.entries()) {
		const { kind, text } = token;
		if (kind !== 'word' || isSign(tokens[index - 1], '.', '?.')) continue;
		const loop = text === 'range' && strangers.has(text) && !isOwn(text) ? rangeLoop(read, index) : null;
		if (loop) found.push(loop);
		const isLength = text === 'len' && strangers.has(text);
		const call = strangers.has(text) && Object.hasOwn(CALLS, text) ? CALLS[text] : undefined;
		const isValue = text === 'None' && !isSign(tokens[index + 1], '=', ':', '.', '(', ',');
		const instead = call ?? (isValue ? 'null' : undefined);
		if ((!isLength && instead === undefined) || isOwn(text)) continue;
		if (isLength) found.push(lengthOf(read, index));
		else if (instead)
			found.push({
				...replacing('other-word', token, text, instead),
				text: `${text} does not exist: ${instead} does`
			});
	}
	return found;
}
