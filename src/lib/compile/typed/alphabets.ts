import {
	isSign,
	isWord,
	MAX_EDITS,
	type Edit,
	type ErrorRule,
	type Mistake,
	type Suspicion
} from './mistake.ts';
import type { SourceText } from './source-text.ts';
import { wordsBefore } from './words.ts';

/** Letters of the Cyrillic and of the Greek alphabet, each before the Latin one that no eye tells it from. */
const PAIRS =
	'\u0410A\u0412B\u0415E\u0405S\u0406I\u0408J\u041aK\u041cM\u041dH\u041eO\u0420P\u0421C\u0422T\u0423Y\u0425X' +
	'\u0430a\u0435e\u043eo\u0440p\u0441c\u0443y\u0445x\u0456i\u0458j\u0455s\u04bbh' +
	'\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039aK\u039cM\u039dN\u039fO\u03a1P\u03a4T\u03a5Y\u03a7X\u03bfo';
const LATIN: ReadonlyMap<string, string> = new Map(
	(PAIRS.match(/../g) ?? []).map(([other, latin]) => [other!, latin!])
);
const OTHERS = new RegExp(`[${[...LATIN.keys()].join('')}]`, 'g');

/** The word in Latin letters; null where it has none of the others, or some that look like no Latin one. */
function latinOf(word: string): string | null {
	const latin = word.replace(OTHERS, (letter) => LATIN.get(letter) ?? letter);
	return latin !== word && /^[\p{Script=Latin}\d_$]+$/u.test(latin) ? latin : null;
}

/** Names that a source makes itself, and keys of its objects. */
const madeIn = ({ tokens }: SourceText): Set<string> =>
	new Set(
		tokens.flatMap((token, at) =>
			isWord(token) &&
			(isWord(tokens[at - 1], 'const', 'let', 'var', 'function', 'class') || isSign(tokens[at + 1], ':'))
				? token.text
				: []
		)
	);

/** The words of two alphabets, and those of one that stand beside the same word of the other. */
function mixedWords(read: SourceText): Map<number, Edit> {
	const { tokens } = read;
	if (!tokens.some(({ kind, text }) => kind === 'word' && latinOf(text) !== null)) return new Map();
	const made = madeIn(read);
	const words = new Set(tokens.flatMap(({ kind, text }) => (kind === 'word' ? text : [])));
	const found = new Map<number, Edit>();
	for (const [index, { kind, text, start, end }] of tokens.entries()) {
		const latin = kind === 'word' ? latinOf(text) : null;
		// Where both are made, they are two names, whatever they look like.
		if (latin === null || (made.has(text) && made.has(latin))) continue;
		if (/\p{Script=Latin}/u.test(text) || words.has(latin)) found.set(index, { start, end, text: latin });
	}
	return found;
}

function mistakeAt(
	{ source }: SourceText,
	{ start, end, text: instead }: Edit,
	all: Iterable<Edit>
): Mistake {
	const name = source.slice(start, end);
	const found = OTHERS[Symbol.match](name)?.[0] ?? '';
	const edits = [...all].slice(0, MAX_EDITS);
	return { code: 'other-alphabet', params: { found, name, instead }, start, end, edits };
}

/** `сonst a = 1;` with a Cyrillic с */
export const otherAlphabet: ErrorRule = (place) => {
	const mixed = mixedWords(place);
	for (const index of mixed.size > 0 ? wordsBefore(place) : []) {
		const edit = isWord(place.tokens[index]) ? mixed.get(index) : undefined;
		if (edit) return mistakeAt(place, edit, mixed.values());
	}
	return null;
};

/** One warning for all such names of a script, at the first. */
export function otherAlphabetInNames(read: SourceText): Suspicion[] {
	const mixed = mixedWords(read);
	const [first] = mixed.values();
	if (!first) return [];
	const mistake = mistakeAt(read, first, mixed.values());
	return [
		{
			...mistake,
			text: `${mistake.params['name']} has a letter of another alphabet: ${mistake.params['found']}`
		}
	];
}
