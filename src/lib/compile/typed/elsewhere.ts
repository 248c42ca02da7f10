/** Parts of what other languages write, for `forms.ts`. */

/** Patterns: a name, and brackets with what is in them, each as one group. */
export const NAME = String.raw`([\p{L}_$][\p{L}\p{N}_$]*)`;
export const PARAMS = String.raw`(\((?:[^()]|\([^()]*\))*\))`;

const WORDS: Readonly<Record<string, string>> = {
	True: 'true',
	False: 'false',
	None: 'null',
	and: '&&',
	et: '&&',
	en: '&&',
	or: '||',
	ou: '||',
	'is not': '!==',
	is: '===',
	'not ': '!'
};
const TEXT_OR_WORD = new RegExp(
	String.raw`(["'\`])(?:\\.|(?!\1).)*\1|\b(?:not |(?:True|False|None|and|et|en|or|ou|is not|is)\b)`,
	'g'
);

/** The words of a condition or a value of Python as signs and words of JavaScript, outside of texts. */
export const inJavaScript = (text: string): string =>
	text.replace(TEXT_OR_WORD, (found) => WORDS[found] ?? found).replace(/\blen\(([\w.]+)\)/g, '$1.length');

/** Whether a pair of brackets stands around all of it. */
function isInBrackets(text: string): boolean {
	let depth = 0;
	for (let at = 0; at < text.length; at += 1) {
		if (text.charAt(at) === '(') depth += 1;
		else if (text.charAt(at) === ')') depth -= 1;
		if (depth === 0) return at > 0 && at === text.length - 1;
	}
	return false;
}

/** A condition as JavaScript writes it, in brackets; `(…)` where `not` could mean the whole comparison. */
export function comparing(condition: string): string {
	const typed = condition.trim();
	if (/\bnot /.test(typed) && /[<>=]/.test(typed)) return '(…)';
	return `(${inJavaScript(isInBrackets(typed) ? typed.slice(1, -1) : typed)})`;
}

/** `range(1, len(a))`: what stands between its commas. */
function partsOf(inside: string): string[] {
	const parts = [''];
	let depth = 0;
	for (const sign of inside) {
		if ('(['.includes(sign)) depth += 1;
		else if (')]'.includes(sign)) depth -= 1;
		if (sign === ',' && depth === 0) parts.push('');
		else parts[parts.length - 1] += sign;
	}
	return parts.map((part) => part.trim());
}

/** The loop of `for name in range(inside)`, without its brace. */
export function counting(name: string, inside: string): string {
	const parts = partsOf(inJavaScript(inside));
	const [from, to, step = '1'] = parts.length === 1 ? ['0', ...parts] : parts;
	const down = step.startsWith('-');
	const size = down ? step.slice(1) : step;
	const next = size === '1' ? (down ? '--' : '++') : ` ${down ? '-' : '+'}= ${size}`;
	return `for (let ${name} = ${from}; ${name} ${down ? '>' : '<'} ${to}; ${name}${next})`;
}
