import type { DiagnosticCode } from '../../contract/diagnostic.ts';
import {
	isSign,
	isWord,
	replacing,
	touch,
	type ErrorPlace,
	type ErrorRule,
	type Mistake
} from './mistake.ts';

/** A piece of a line as learners know it from elsewhere, and how JavaScript writes it. */
type Form = [typed: RegExp, instead: string];
/** `NAME` in a pattern is a name. */
const form = (typed: string, instead: string): Form => [
	new RegExp(`^${typed.replaceAll('NAME', String.raw`([\p{L}_$][\p{L}\p{N}_$]*)`)}`, 'u'),
	instead
];

/** The first line of a block of Python: its colon tells. Where the block ends, only its writer knows. */
const BLOCKS: readonly Form[] = [
	form(String.raw`for NAME in range\(([^,()]+)\)\s*:$`, 'for (let $1 = 0; $1 < $2; $1++) {'),
	form(String.raw`for NAME in ([^:]+?)\s*:$`, 'for (const $1 of $2) {'),
	form(String.raw`(?:def|function|func|fun) NAME\s*(\([^:]*\))\s*:$`, 'function $1$2 {'),
	form(String.raw`class NAME\s*(?:\(\))?:$`, 'class $1 {'),
	form(String.raw`(if|while)\s*\((.+)\)\s*:$`, '$1 ($2) {'),
	form(String.raw`(if|while) (.+?)\s*:$`, '$1 ($2) {'),
	form(String.raw`(?:elif|else if)\s*\((.+)\)\s*:$`, '} else if ($1) {'),
	form(String.raw`(?:elif|else if) (.+?)\s*:$`, '} else if ($1) {'),
	form(String.raw`else\s*:$`, '} else {'),
	form(String.raw`try\s*:$`, 'try {'),
	form(String.raw`except\b[^:]*:$`, '} catch (error) {')
];
/** A condition without brackets, or with more than one pair. */
const CONDITIONS: readonly Form[] = [
	form(String.raw`(if|while) ([^\s({][^{}]*?)(?: then| alors| dan)?\s*\{$`, '$1 ($2) {'),
	form(String.raw`(if|while)\s*(\(.+\)\s*(?:&&?|\|\|?)\s*[^{}]+?)\s*\{$`, '$1 ($2) {')
];
/** The same words and values, with other signs between them. */
const FORMS: readonly Form[] = [
	form(String.raw`function\s*=\s*NAME\s*(\([^()]*\))\s*\{`, 'function $1$2 {'),
	form(String.raw`function NAME\s*=\s*(?:function\s*)?(\([^()]*\))\s*(?:=>\s*)?\{`, 'function $1$2 {'),
	form(String.raw`function NAME\s*(\([^()]*\))\s*(?:=>|=|:)\s*\{`, 'function $1$2 {'),
	form(String.raw`function\s*(\([^()]*\))\s*=>`, '$1 =>'),
	form(String.raw`(?:const|let|var) (?:function )?NAME\s*(\([^()]*\))\s*(?:=>\s*)?\{`, 'function $1$2 {'),
	form(String.raw`async NAME\s*(\([^()]*\))\s*\{`, 'async function $1$2 {'),
	form(String.raw`(const|let|var) NAME\s*=\s*(async )?(\([^()]*\))\s*\{`, '$1 $2 = $3$4 => {'),
	form(String.raw`for each\s*\(`, 'for ('),
	form(String.raw`for(?:each)?\s*\(\s*([^()]+) as \$?NAME\s*\)`, 'for (const $2 of $1)'),
	form(String.raw`foreach\s*\(\s*(?:const |let |var )?NAME (?:in|of|:) ([^()]+)\)`, 'for (const $1 of $2)'),
	form(String.raw`for NAME (?:in|of) ([^{:]+?)\s*\{$`, 'for (const $1 of $2) {'),
	form(String.raw`for ((?:const |let |var )[^{}]+?|[^(;{}\s][^;{}]*;[^;{}]+;[^;{}]+?)\s*\{$`, 'for ($1) {'),
	form('from NAME import NAME', 'import { $2 } from "./$1.js"')
];
/** What is said, and not repaired. */
const SAID: readonly Form[] = [
	form(String.raw`lambda NAME\s*:`, '($1) => …'),
	form(
		String.raw`((?:const |let |var )?NAME\s*=\s*)(.{1,40}?) if (.{1,40}?) else (.{1,40}?);?$`,
		'$1$4 ? $3 : $5'
	)
];

/** Characters of a line that are looked at, and words where a form can begin: it is short. */
const LINE_CHARS = 200;
const WORDS = 12;

/** The words on the line of the error where a form can begin, with the rest of the line, without a comment. */
function* linePieces({ source, tokens, index }: ErrorPlace): Generator<{ start: number; text: string }> {
	let first = Math.min(index, tokens.length - 1);
	while (first > 0 && !tokens[first]?.first) first -= 1;
	let last = first;
	while (tokens[last + 1]?.first === false && last - first < LINE_CHARS) last += 1;
	const end = tokens[last]?.end ?? 0;
	for (let at = first; at <= Math.min(last, first + WORDS); at += 1) {
		const start = tokens[at]?.start ?? 0;
		if (isWord(tokens[at]) && !isSign(tokens[at - 1], '.'))
			yield { start, text: source.slice(start, Math.min(end, start + LINE_CHARS)) };
	}
}

function formAt(
	place: ErrorPlace,
	forms: readonly Form[],
	code: DiagnosticCode,
	isSafe: boolean
): Mistake | null {
	for (const { start, text } of linePieces(place)) {
		for (const [typed, instead] of forms) {
			const found = typed.exec(text)?.[0];
			if (!found) continue;
			const end = start + found.length;
			if (place.source.slice(end, place.offset).trim() !== '') continue;
			const written = found.replace(typed, instead);
			const edits = isSafe ? [{ start, end, text: written }] : undefined;
			return { code, params: { found, instead: written }, start, end, edits };
		}
	}
	return null;
}

/** `if a > 1:`, `def f():`, `for x in list:` */
export const blockColon: ErrorRule = (place) => formAt(place, BLOCKS, 'block-colon', false);

/** `if a > 1 {`, `if (a > 1) && (b > 2) {` */
export const conditionInBrackets: ErrorRule = (place) => {
	const mistake = formAt(place, CONDITIONS, 'condition-in-brackets', true);
	if (mistake) return mistake;
	const word = place.tokens[place.index - 1];
	if (place.params['expected'] !== '(' || !word || !isWord(word, 'if', 'while')) return null;
	const { text: found, start, end } = word;
	return { code: 'condition-in-brackets', params: { found, instead: `${found} (…) {` }, start, end };
};

/** `const f() {`, `function f() => {`, `foreach (list as x)`, `lambda x: x` */
export const otherForm: ErrorRule = (place) =>
	formAt(place, FORMS, 'other-form', true) ?? formAt(place, SAID, 'other-form', false);

/** `f"Hello {name}"`, `$"Hello {name}"` */
export const formattedText: ErrorRule = ({ tokens, index }) => {
	const [letter, text] = [tokens[index - 1], tokens[index]];
	if (!isWord(letter, 'f', 'F', '$') || !touch(letter, text) || text?.kind !== 'text' || !text.closed)
		return null;
	const inside = text.text.slice(1, -1);
	const instead = `\`${inside.replaceAll('{', '${')}\``;
	const range = { start: letter!.start, end: text.end };
	const mistake = replacing('other-form', range, letter!.text + text.text, instead);
	return /[`\\]|\$\{/.test(inside) ? { ...mistake, edits: undefined } : mistake;
};

/** `if (…) then {` */
export const noThen: ErrorRule = ({ tokens, index, partner }) => {
	const word = [index - 1, index].find((at) => isWord(tokens[at], 'then', 'alors', 'dan'));
	const before = word === undefined ? undefined : tokens[(partner[word - 1] ?? 0) - 1];
	if (word === undefined || !isWord(before, 'if', 'while', 'for')) return null;
	const { text: found, start, end } = tokens[word]!;
	return {
		code: 'no-then',
		params: { found, word: before!.text },
		start,
		end,
		edits: [{ start: tokens[word - 1]!.end, end, text: '' }]
	};
};
