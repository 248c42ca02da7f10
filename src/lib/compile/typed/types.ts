import {
	endsValue,
	isSign,
	isWord,
	KEYWORDS,
	touch,
	type Edit,
	type ErrorPlace,
	type ErrorRule,
	type Mistake,
	type Suspicion,
	type SuspicionRule
} from './mistake.ts';
import type { SourceText } from './source-text.ts';

const BASIC = /^(?:string|number|boolean|any|unknown|never|void|null|undefined|object|bigint|symbol)$/;
/** Tokens between `<` and `>`: longer is no list of types. */
const LONGEST_LIST = 40;

/** The index behind the `>` of a `<`; -1 where it is none of types. */
function listEnd({ tokens }: SourceText, open: number): number {
	let depth = 0;
	for (let at = open; at < open + LONGEST_LIST; at += 1) {
		const token = tokens[at];
		if (isSign(token, '<')) depth += 1;
		else if (isSign(token, '>', '>>')) depth -= token?.text.length ?? 0;
		else if (!token || (token.kind === 'sign' && !/^[,.|&[\]{}:]$/.test(token.text))) return -1;
		if (depth <= 0) return at + 1;
	}
	return -1;
}

/** Where a type ends that begins at a token: the index behind it, or `at` where none does. */
function typeEnd(read: SourceText, at: number): number {
	const { tokens, partner } = read;
	let end = at;
	for (;;) {
		if (isWord(tokens[end], 'typeof', 'keyof', 'readonly')) end += 1;
		const token = tokens[end];
		const isName = isWord(token) && (!KEYWORDS.has(token?.text ?? '') || BASIC.test(token?.text ?? ''));
		if (isName || token?.kind === 'text' || token?.kind === 'number') end += 1;
		else if (isSign(token, '{', '(', '[') && (partner[end] ?? -1) > end) end = partner[end]! + 1;
		else return at;
		while (isSign(tokens[end], '.') && isWord(tokens[end + 1])) end += 2;
		if (isSign(tokens[end], '<')) end = Math.max(end, listEnd(read, end));
		while (isSign(tokens[end], '[') && isSign(tokens[end + 1], ']')) end += 2;
		if (!isSign(tokens[end], '|', '&') && !(isSign(tokens[end], '=>') && isSign(token, '('))) return end;
		end += 1;
	}
}

interface Annotation {
	/** The index of its `:`, or of the `?` or `!` before it, and the one behind it. */
	from: number;
	to: number;
}

/** `: number` */
function annotationAt(read: SourceText, from: number): Annotation | null {
	const { tokens } = read;
	const colon = isSign(tokens[from], '?', '!') ? from + 1 : from;
	const to = isSign(tokens[colon], ':') ? typeEnd(read, colon + 1) : colon + 1;
	return to > colon + 1 ? { from, to } : null;
}

const isFunctionHead = (read: SourceText, open: number): boolean => {
	const { tokens, partner } = read;
	const after = tokens[(partner[open] ?? -2) + 1];
	const before = tokens[open - 1];
	return (
		isSign(tokens[open], '(') &&
		isSign(after, '{', '=>', ':') &&
		!isWord(before, 'if', 'for', 'foreach', 'each', 'while', 'switch')
	);
};

/** What the function returns, behind the bracket that closes its parameters. */
function returnType(read: SourceText, close: number): Annotation[] {
	const type = annotationAt(read, close + 1);
	// `value is string`
	const found =
		type && isWord(read.tokens[type.to], 'is') ? { ...type, to: typeEnd(read, type.to + 1) } : type;
	return found && isSign(read.tokens[found.to], '{', '=>') ? [found] : [];
}

/** All annotations of a function's parameters, and of what it returns. */
function inFunctionHead(read: SourceText, open: number): Annotation[] {
	const { tokens, partner, around } = read;
	const close = partner[open] ?? -1;
	const found: Annotation[] = [];
	for (let at = open + 2; at < close; at += 1) {
		if (around[at] !== open || !isSign(tokens[at], ':', '?')) continue;
		const start = /^[\]}]$/.test(tokens[at - 1]?.text ?? '') ? (partner[at - 1] ?? at) : at - 1;
		const annotation = isSign(tokens[start - 1], '(', ',', '...') ? annotationAt(read, at) : null;
		if (!annotation) continue;
		found.push(annotation);
		at = annotation.to - 1;
	}
	return [...found, ...returnType(read, close)];
}

/** Whether it is a variable, or a field of a class, that gets a type at the token; `{ a: 1 }` has no error. */
function isDeclared({ tokens, partner, around }: ErrorPlace, { from, to }: Annotation): boolean {
	const start = /^[\]}]$/.test(tokens[from - 1]?.text ?? '') ? (partner[from - 1] ?? from) : from - 1;
	const opener = around[from] ?? -1;
	const inClass = isSign(tokens[opener], '{') && isWord(tokens[opener - 2], 'class', 'extends');
	if (!inClass && !isWord(tokens[start - 1], 'const', 'let', 'var') && !isSign(tokens[start - 1], ','))
		return false;
	const type = tokens[from + (isSign(tokens[from], ':') ? 1 : 2)]?.text ?? '';
	return BASIC.test(type) || /^[\p{Lu}{([]/u.test(type) || isSign(tokens[to], '=', '[');
}

function annotationsAt(place: ErrorPlace): Annotation[] {
	const { tokens, index, around } = place;
	const here = annotationAt(place, index);
	if (!here) return [];
	if (isSign(tokens[index - 1], ')')) {
		const open = place.partner[index - 1] ?? -1;
		return isFunctionHead(place, open) && returnType(place, index - 1).length > 0
			? inFunctionHead(place, open)
			: [];
	}
	const opener = around[index] ?? -1;
	if (isFunctionHead(place, opener)) return inFunctionHead(place, opener);
	return isDeclared(place, here) ? [here] : [];
}

/** Without what stands from one token to before another, and without the space before it, or behind it. */
function without(
	{ source, tokens }: SourceText,
	from: number,
	to: number,
	space: 'before' | 'behind' = 'before'
): Edit {
	const [first, last] = [tokens[from]!, tokens[to - 1]!];
	const start = space === 'before' ? (tokens[from - 1]?.end ?? 0) : first.start;
	const end = space === 'behind' ? (tokens[to]?.start ?? source.length) : last.end;
	return { start, end, text: '' };
}

const say = ({ source, tokens }: SourceText, from: number, to: number, edits?: readonly Edit[]): Mistake => {
	const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end];
	return { code: 'typescript', params: { found: source.slice(start, end) }, start, end, edits };
};

/** `const a: number = 1`, `function f(a: string): number {`, `let a?: string` */
export const typeAnnotation: ErrorRule = (place) => {
	const all = annotationsAt(place);
	const [first] = all;
	return first
		? say(
				place,
				first.from,
				first.to,
				all.map(({ from, to }) => without(place, from, to))
			)
		: null;
};

/** Types of other languages, which stand before the name. */
const TYPE_BEFORE = /^(?:int|integer|float|double|bool|boolean|string|char|String|Integer|Boolean)$/;

/** `const int a`, `function f(int a, string b) {` */
function typesBefore(place: ErrorPlace): Mistake | null {
	const { tokens, index, around, partner } = place;
	const isType = (at: number): boolean =>
		isWord(tokens[at]) &&
		TYPE_BEFORE.test(tokens[at]?.text ?? '') &&
		isWord(tokens[at + 1]) &&
		!tokens[at + 1]?.first;
	if (!isType(index - 1)) return null;
	if (isWord(tokens[index - 2], 'const', 'let', 'var'))
		return say(place, index - 1, index, [without(place, index - 1, index, 'behind')]);
	const open = around[index] ?? -1;
	if (!isSign(tokens[index - 2], '(', ',') || !isFunctionHead(place, open)) return null;
	const edits: Edit[] = [];
	for (let at = open + 1; at < (partner[open] ?? -1); at += 1)
		if (isType(at) && isSign(tokens[at - 1], '(', ',')) edits.push(without(place, at, at + 1, 'behind'));
	return say(place, index - 1, index, edits);
}

const MODIFIERS = ['private', 'public', 'protected', 'readonly', 'abstract', 'declare', 'override'];
const DECLARATIONS = ['interface', 'type', 'enum', 'namespace'];

/** `interface A {`, `a as string`, `private b`, `class A implements B`, `b!.c`, `f<T>()` */
export const typeWord: ErrorRule = (place) => {
	const { tokens, index } = place;
	const [before, token, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
	const sameLine = token !== undefined && !token.first;
	if (isWord(token, 'enum') && isWord(after)) return say(place, index, index + 1);
	if (isWord(before, 'type') && isWord(tokens[index - 2], 'import')) return say(place, index - 1, index);
	if (
		isWord(before, 'type') &&
		isWord(token) &&
		sameLine &&
		isSign(tokens[index - 2], '{', ',') &&
		isSign(after, ',', '}')
	)
		return say(place, index - 1, index, [without(place, index - 1, index, 'behind')]);
	if (isWord(before, ...DECLARATIONS) && sameLine && isWord(token)) {
		return isSign(after, '{', '=', '<') || isWord(after, 'extends') ? say(place, index - 1, index) : null;
	}
	if (isWord(before, 'export') && sameLine && isWord(token, ...DECLARATIONS) && isWord(after))
		return say(place, index, index + 1);
	if (isWord(before, ...MODIFIERS) && sameLine && isWord(token)) {
		const isSafe = !isWord(before, 'declare') && !isWord(token, 'static', 'void');
		const edits = isSafe ? [without(place, index - 1, index, 'behind')] : undefined;
		return say(place, index - 1, index, edits);
	}
	const ofOther = typesBefore(place);
	if (ofOther) return ofOther;
	const isPhp = isWord(tokens[(place.around[index] ?? 0) - 1], 'for', 'foreach');
	if (
		isWord(token, 'as', 'satisfies', 'implements') &&
		sameLine &&
		!isPhp &&
		(endsValue(before) || isSign(before, '}'))
	) {
		let end = isWord(after, 'const') ? index + 2 : typeEnd(place, index + 1);
		while (isWord(token, 'implements') && isSign(tokens[end], ',')) end = typeEnd(place, end + 1);
		return end > index + 1 ? say(place, index, end, [without(place, index, end)]) : null;
	}
	// `Bonjour!` is a text without quotes.
	if (
		isSign(token, '!') &&
		touch(before, token) &&
		endsValue(before) &&
		(isSign(before, ')') || isSign(after, '.'))
	)
		return say(place, index, index + 1, [without(place, index, index + 1)]);
	const open =
		isSign(token, '<') && isWord(tokens[index - 2], 'function', 'class') ? index : openOfList(place);
	const end = open < 0 ? -1 : listEnd(place, open);
	return end > 0 ? say(place, open, end, [without(place, open, end)]) : null;
};

/** The `<` of `new Map<string, number>()`, where the `>` is refused. */
function openOfList({ tokens, index }: ErrorPlace): number {
	// Of `new Set<string>()`, the empty brackets are.
	const isEmpty = isSign(tokens[index], ')') && isSign(tokens[index - 1], '(');
	const close = isEmpty ? index - 2 : index;
	if (!isSign(tokens[close], '>') || !touch(tokens[close], tokens[close + 1])) return -1;
	for (let at = close - 1; at > close - LONGEST_LIST; at -= 1)
		if (isSign(tokens[at], '<') && touch(tokens[at - 1], tokens[at]) && isWord(tokens[at - 1])) return at;
	return -1;
}

const OF_PAGE = /^(?:HTML\w*|Element|Node|Event)$/;

/** `<string>a`, which the compiler takes for a page's */
export const typeAssertion: ErrorRule = (place) => {
	const { tokens, index } = place;
	const type = tokens[index + 1]?.text ?? '';
	const isType =
		isSign(tokens[index], '<') && isSign(tokens[index + 2], '>') && (BASIC.test(type) || OF_PAGE.test(type));
	return isType ? say(place, index, index + 3, [without(place, index, index + 3, 'behind')]) : null;
};

/** `querySelector<HTMLElement>("a")`: two comparisons */
export const typeArgument: SuspicionRule = (read, index): Suspicion | null => {
	const { tokens } = read;
	if (tokens[index + 1]?.text !== '<') return null;
	const parts = [0, 1, 2, 3, 4].map((step) => tokens[index + step]);
	const [name, open, type, close, call] = parts;
	if (!isSign(open, '<') || !isSign(close, '>') || !isSign(call, '(') || !isWord(name) || !isWord(type))
		return null;
	// `a<b>(c)` compares.
	if (!BASIC.test(type!.text) && !/^\p{Lu}/u.test(type!.text)) return null;
	if (parts.slice(1).some((part, step) => !touch(parts[step], part))) return null;
	const mistake = say(read, index + 1, index + 4, [without(read, index + 1, index + 4)]);
	return { ...mistake, text: `${mistake.params['found']} is no JavaScript` };
};
