import type { DiagnosticCode } from '../../contract/diagnostic.ts';
import { comparing, counting, inJavaScript, NAME, PARAMS } from './elsewhere.ts';
import {
	isSign,
	isWord,
	replacing,
	touch,
	type ErrorPlace,
	type ErrorRule,
	type Mistake,
	type SuspicionRule
} from './mistake.ts';

/** A piece of a line as learners know it from elsewhere, and how JavaScript writes it. */
type Form = [typed: RegExp, instead: string | ((...groups: string[]) => string)];
/** `NAME` in a pattern is a name, `PARAMS` are brackets with their content. */
const form = (typed: string, instead: Form[1]): Form => [
	new RegExp(`^${typed.replaceAll('NAME', NAME).replaceAll('PARAMS', PARAMS)}`, 'u'),
	instead
];

const IF = '[iI]f|[sS]i|[aA]ls|[iI]ndien';
const ELSE_IF = 'elif|elsif|elseif|else if|sinon si|sinonsi|anders als';
const WHILE = '[wW]hile|[tT]antque|[tT]ant que|[zZ]olang';
const FOR = '[fF]or|foreach|[pP]our|[vV]oor';
const FUNCTION = 'def|function|fonction|functie|func|fun';
const THEN = '(?: then| do| alors| faire| dan| doe)?';

/** The first line of a block of Python: its colon tells. Where the block ends, only its writer knows. */
const BLOCKS: readonly Form[] = [
	form(String.raw`(?:${FOR}) NAME in range\((.+)\)\s*:$`, (name, inside) => `${counting(name, inside)} {`),
	form(
		String.raw`(?:${FOR}) NAME in (.+?)\s*:$`,
		(name, list) => `for (const ${name} of ${inJavaScript(list)}) {`
	),
	form(String.raw`for\s*(\(.+\))\s*:$`, 'for $1 {'),
	form(String.raw`switch\s*(\(.+\))\s*:$`, 'switch $1 {'),
	form(String.raw`(?:${FUNCTION}) NAME\s*(\([^:>]*\))\s*:$`, 'function $1$2 {'),
	form(String.raw`(?:${FUNCTION}) NAME\s*\(.*:$`, 'function $1(…) {'),
	form(String.raw`class NAME\s*(?:\(\))?:$`, 'class $1 {'),
	form(String.raw`class NAME\s*\(NAME\)\s*:$`, 'class $1 extends $2 {'),
	form(String.raw`(?:${ELSE_IF})\b(.+?)${THEN}\s*:$`, (condition) => `} else if ${comparing(condition)} {`),
	form(String.raw`(?:${IF})\b(.+?)${THEN}\s*:$`, (condition) => `if ${comparing(condition)} {`),
	form(String.raw`(?:${WHILE})\b(.+?)${THEN}\s*:$`, (condition) => `while ${comparing(condition)} {`),
	form(String.raw`(?:[eE]lse|[sS]inon|[aA]nders)\s*:$`, '} else {'),
	form(String.raw`try\s*:$`, 'try {'),
	form(String.raw`except\b[^:]*:$`, '} catch (error) {'),
	form(String.raw`finally\s*:$`, '} finally {')
];
const BRACE = String.raw`\s*\{$`;
/** The same words and values, with other signs between them. */
const FORMS: readonly Form[] = [
	form(String.raw`function\s*=\s*NAME\s*PARAMS\s*\{`, 'function $1$2 {'),
	form(String.raw`function NAME\s*=\s*(?:function\s*)?PARAMS\s*(?:=>\s*)?\{`, 'function $1$2 {'),
	form(String.raw`function NAME\s*PARAMS\s*(?:=>|=|:)\s*\{`, 'function $1$2 {'),
	form(String.raw`function NAME\s*(?:\[\])?\s*\{`, 'function $1() {'),
	form(String.raw`function\s*PARAMS\s*=>`, '$1 =>'),
	form(String.raw`(?:const|let|var) (?:function )?NAME\s*PARAMS\s*(?:=>\s*)?\{`, 'function $1$2 {'),
	form(String.raw`(const|let|var) NAME\s*PARAMS\s*=>(?=\s*[^\s{])`, '$1 $2 = $3 =>'),
	form(String.raw`async NAME\s*PARAMS\s*\{`, 'async function $1$2 {'),
	form(String.raw`(const|let|var) NAME\s*=\s*(async\s*)?PARAMS\s*\{`, '$1 $2 = $3$4 => {'),
	form(
		String.raw`(?:void|int|float|double|boolean|string) NAME\s*(\((?:\s*NAME\s*,?)*\s*\))\s*\{`,
		'function $1$2 {'
	),
	form(String.raw`for each\s*\(`, 'for ('),
	form(String.raw`for(?:each)?\s*\(\s*([^()]+) as \$?NAME\s*\)`, 'for (const $2 of $1)'),
	form(String.raw`foreach\s*\(\s*(?:const |let |var )?NAME\s*(?:in|of|:) ([^()]+)\)`, 'for (const $1 of $2)'),
	form(String.raw`for\s*\(\s*(?:const |let |var )?NAME\s*: ([^(){}=]+)\)`, 'for (const $1 of $2)'),
	form(
		String.raw`(?:${FOR}) NAME (?:in|of) range\((.+)\)${BRACE}`,
		(name, inside) => `${counting(name, inside)} {`
	),
	form(String.raw`(?:for|foreach) NAME (?:in|of) ([^{:]+?)${BRACE}`, 'for (const $1 of $2) {'),
	form(
		String.raw`(?:${FOR})\s*\(?\s*(?:const |let |var )?NAME\s*(?:=|from|de|van)\s*([\w.]+) (?:to|à|tot|until) ([\w.]+)\s*\)?${THEN}${BRACE}`,
		'for (let $1 = $2; $1 <= $3; $1++) {'
	),
	form(
		String.raw`for ((?:const |let |var )NAME (?:of|in) [^{};]+?|[^(;{}\s][^;{}]*;[^;{}]+;[^;{}]+?)${BRACE}`,
		'for ($1) {'
	),
	form(
		String.raw`(?:repeat|loop|répéter|répète|répètes|herhaal)\s*\(?\s*([\p{L}\p{N}_.]+)\s*\)?(?: times| fois| keer)?${THEN}${BRACE}`,
		'for (let i = 0; i < $1; i++) {'
	),
	form(String.raw`tant que (.+?)${THEN}${BRACE}`, (condition) => `while ${comparing(condition)} {`),
	form(String.raw`catch \(?\s*NAME NAME\s*\)?${BRACE}`, 'catch ($2) {'),
	form(String.raw`catch NAME${BRACE}`, 'catch ($1) {')
];
/** What is said, and not repaired. */
const SAID: readonly Form[] = [
	form(String.raw`lambda\s*([^:()]*):`, '($1) => …'),
	form(
		String.raw`((?:const |let |var )?NAME\s*=\s*|return )(.{1,40}?) if (.{1,40}?) else (.{1,40}?);?$`,
		(start, _name, yes, condition, no) => `${start}${inJavaScript(condition)} ? ${yes} : ${no}`
	),
	form(
		String.raw`from NAME import ([\p{L}\p{N}_$]+(?:\s*,\s*[\p{L}\p{N}_$]+)*)`,
		'import { $2 } from "./$1.js"'
	)
];

/** Characters of a line that are looked at, and words where a form can begin: it is short. */
const LINE_CHARS = 200;
const WORDS = 12;

/** The words on the line of the error where a form can begin, with the rest of the line, without a comment. */
function* linePieces({ source, tokens, index }: ErrorPlace): Generator<{ start: number; text: string }> {
	let first = Math.min(index, tokens.length - 1);
	// A brace on a line of its own belongs to what stands before it.
	if (isSign(tokens[first], '{') && first > 0) first -= 1;
	while (first > 0 && !tokens[first]?.first) first -= 1;
	let last = first;
	while (tokens[last + 1]?.first === false && last - first < LINE_CHARS) last += 1;
	const [end, next] = [tokens[last]?.end ?? 0, tokens[last + 1]];
	const isBrace = isSign(next, '{') && /^\s*$/.test(source.slice(end, next?.start));
	for (let at = first; at <= Math.min(last, first + WORDS); at += 1) {
		const start = tokens[at]?.start ?? 0;
		if (isWord(tokens[at]) && !isSign(tokens[at - 1], '.'))
			yield { start, text: source.slice(start, Math.min(isBrace ? next!.end : end, start + LINE_CHARS)) };
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
			const match = typed.exec(text);
			if (!match) continue;
			const [found] = match;
			const end = start + found.length;
			if (place.source.slice(end, place.offset).trim() !== '') continue;
			const written =
				typeof instead === 'string'
					? text.replace(typed, instead).slice(0, found.length - text.length || undefined)
					: instead(...match.slice(1).map((one) => one ?? ''));
			const edits = isSafe && !written.includes('…') ? [{ start, end, text: written }] : undefined;
			return { code, params: { found, instead: written }, start, end, edits };
		}
	}
	return null;
}

/** `if a > 1:`, `def f():`, `for x in list:` */
export const blockColon: ErrorRule = (place) => formAt(place, BLOCKS, 'block-colon', false);

/** `const f() {`, `function f() => {`, `foreach (list as x)`, `lambda x: x` */
export const otherForm: ErrorRule = (place) =>
	formAt(place, FORMS, 'other-form', true) ?? formAt(place, SAID, 'other-form', false);

/** What can stand between the braces of a formatted text, and in a template. */
const PLACEHOLDERS = /\{[\p{L}\p{N}_$.()[\] +*/-]+\}/gu;

/** `f"Hello {name}"`, `$"Hello {name}"` */
export const formattedText: ErrorRule = ({ tokens, index }) => {
	const [letter, text] = [tokens[index - 1], tokens[index]];
	if (!isWord(letter, 'f', 'F', '$') || !touch(letter, text) || text?.kind !== 'text' || !text.closed)
		return null;
	const inside = text.text.slice(1, -1);
	const isPlain = !/[`\\]|\$\{/.test(inside) && !/[{}]/.test(inside.replace(PLACEHOLDERS, ''));
	const instead = isPlain ? `\`${inside.replace(PLACEHOLDERS, '$$$&')}\`` : '`… ${…} …`';
	const range = { start: letter!.start, end: text.end };
	const mistake = replacing('other-form', range, letter!.text + text.text, instead);
	return isPlain ? mistake : { ...mistake, edits: undefined };
};

/** `total() {` outside of a class: a function has its word */
export const functionWord: ErrorRule = ({ code, source, tokens, partner, index }) => {
	const open = isSign(tokens[index], '{') ? (partner[index - 1] ?? -1) : -1;
	const name = tokens[open - 1];
	if (code !== 'expected-token' || open < 0 || !isWord(name) || !name?.first || !touch(name, tokens[open]))
		return null;
	const isNames = tokens.slice(open + 1, index - 1).every((token) => isWord(token) || isSign(token, ','));
	if (!isNames || /^(?:until|unless|repeat|loop|when)$/i.test(name.text)) return null;
	const { start } = name;
	const end = tokens[index]!.end;
	const found = source.slice(start, end);
	return {
		code: 'other-form',
		params: { found, instead: `function ${found}` },
		start,
		end,
		edits: [{ start, end: start, text: 'function ' }]
	};
};

/** `list.map((x) {`: the arrow is missing */
export const arrowNeeded: ErrorRule = ({ code, source, tokens, partner, around, index }) => {
	const open = isSign(tokens[index], '{') ? (partner[index - 1] ?? -1) : -1;
	const outer = around[open] ?? -1;
	if (
		code !== 'expected-token' ||
		open < 0 ||
		!isSign(tokens[open - 1], '(', ',') ||
		!isSign(tokens[outer], '(')
	)
		return null;
	const isNames = tokens.slice(open + 1, index - 1).every((token) => isWord(token) || isSign(token, ','));
	if (!isNames || isWord(tokens[outer - 1], 'if', 'while', 'for', 'switch')) return null;
	const [{ start }, { end: behind }, { end }] = [tokens[open]!, tokens[index - 1]!, tokens[index]!];
	const params = source.slice(start, behind);
	return {
		code: 'other-form',
		params: { found: source.slice(start, end), instead: `${params} => {` },
		start,
		end,
		edits: [{ start: behind, end: behind, text: ' =>' }]
	};
};

/** Values of a `case`: more are no beginner's. */
const MOST_CASES = 10;

/** `case 1 || 2:` is `case 1:` */
export const casesInOne: SuspicionRule = ({ source, tokens }, index) => {
	if (!isWord(tokens[index], 'case') || isSign(tokens[index - 1], '.')) return null;
	const values: string[] = [];
	let at = index + 1;
	while (tokens[at]?.kind === 'number' || tokens[at]?.kind === 'text') {
		values.push(tokens[at]!.text);
		if (!isSign(tokens[at + 1], '||', ',') || values.length > MOST_CASES) break;
		at += 2;
	}
	if (values.length < 2 || !isSign(tokens[at + 1], ':')) return null;
	const range = { start: tokens[index]!.start, end: tokens[at + 1]!.end };
	const instead = values.map((value) => `case ${value}:`).join(' ');
	const found = source.slice(range.start, range.end);
	return { ...replacing('other-form', range, found, instead), text: `Two values are two cases: ${instead}` };
};
