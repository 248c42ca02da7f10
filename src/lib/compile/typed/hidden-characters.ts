import { MAX_EDITS, type Edit, type Suspicion } from './mistake.ts';
import { closersOf, isInvisible, isInvisibleInCode, isOddSpace, isQuote, nameOf } from './signs.ts';
import type { SourceText } from './source-text.ts';

/** One warning for all hidden characters of a file, at the first. */
function hiddenAt(source: string, places: readonly number[]): Suspicion[] {
	const [first] = places;
	if (first === undefined) return [];
	const name = nameOf(source.charAt(first));
	const edits = places.slice(0, MAX_EDITS).map((start): Edit => {
		return { start, end: start + 1, text: isOddSpace(source.charAt(start)) ? ' ' : '' };
	});
	return [
		{
			code: 'invisible-character',
			text: `There is a hidden character (${name})`,
			params: { found: name },
			start: first,
			end: first + 1,
			edits
		}
	];
}

/** Hidden characters in the texts and names of a script: texts that look alike are not equal. */
export function hiddenInScript({ source, tokens }: SourceText): Suspicion[] {
	const places: number[] = [];
	for (const { kind, start, end } of tokens) {
		const isHidden =
			kind === 'word'
				? isInvisibleInCode
				: kind === 'text' || kind === 'template'
					? (character: string) => isInvisible(character) || isOddSpace(character)
					: null;
		if (!isHidden) continue;
		for (let at = start; at < end; at += 1) if (isHidden(source.charAt(at))) places.push(at);
	}
	return hiddenAt(source, places);
}

/** Where in a style sheet, or in the tags of a page, signs stand that are read as signs; texts and comments are left out. */
function* readAsSigns(source: string, isPage: boolean): Generator<number> {
	const lower = isPage ? source.toLowerCase() : '';
	const skipTo = (end: string, from: number): number => {
		const found = (isPage ? lower : source).indexOf(end, from);
		return found < 0 ? source.length : found;
	};
	let inTag = !isPage;
	for (let at = 0; at < source.length; at += 1) {
		const character = source.charAt(at);
		if (!isPage && character === '/' && source.charAt(at + 1) === '*') at = skipTo('*/', at + 2) + 1;
		else if (isPage && !inTag) {
			if (lower.startsWith('<!--', at)) at = skipTo('-->', at + 4);
			else if (/^<\/?[a-z]/.test(lower.slice(at, at + 3))) {
				inTag = true;
				const raw = /^<(script|style)\b/.exec(lower.slice(at, at + 8))?.[1];
				// Its own content is no page. What its tag says is not looked at.
				if (raw) at = skipTo(`</${raw}`, at) - 1;
				if (raw) inTag = false;
			}
		} else if (character === '"' || character === "'") {
			const end = source.indexOf(character, at + 1);
			if (end < 0) return;
			at = end;
		} else if (isPage && character === '>') inTag = false;
		else yield at;
	}
}

/** Hidden characters and typographic quotes in the tags of a page (`page`), or in a style sheet. */
export function oddInMarkup(source: string, isPage: boolean): Suspicion[] {
	const hidden: number[] = [];
	const quotes: number[] = [];
	for (const at of readAsSigns(source, isPage)) {
		const character = source.charAt(at);
		if (isInvisible(character) || isOddSpace(character)) hidden.push(at);
		else if (isQuote(character)) quotes.push(at);
	}
	const [first] = quotes;
	if (first === undefined) return hiddenAt(source, hidden);
	const found = source.charAt(first);
	const second = quotes[1];
	const isPair = second !== undefined && (closersOf(found) ?? '').includes(source.charAt(second));
	const even = isPair && quotes.length % 2 === 0 && quotes.length <= MAX_EDITS;
	return [
		{
			code: 'typographic-quote',
			text: `${found} is not read as a quote`,
			params: { found },
			start: first,
			end: first + 1,
			edits: even ? quotes.map((start): Edit => ({ start, end: start + 1, text: '"' })) : undefined
		},
		...hiddenAt(source, hidden)
	];
}
