import { isNear } from './exported-names.ts';
import {
	endsValue,
	isSign,
	isWord,
	KEYWORDS,
	replacing,
	touch,
	type ErrorPlace,
	type ErrorRule,
	type Mistake
} from './mistake.ts';

/** Words of other languages, and of other programming languages, that stand where a word of JavaScript belongs. */
const STATEMENTS: Readonly<Record<string, string>> = {
	elseif: 'else if',
	elsif: 'else if',
	elif: 'else if',
	sinon: 'else',
	sinonsi: 'else if',
	anders: 'else',
	si: 'if',
	als: 'if',
	indien: 'if',
	tantque: 'while',
	zolang: 'while',
	pour: 'for',
	voor: 'for',
	foreach: 'for',
	fonction: 'function',
	functie: 'function',
	func: 'function',
	fun: 'function',
	def: 'function',
	retourne: 'return',
	retourner: 'return',
	renvoie: 'return',
	importer: 'import',
	importeer: 'import',
	exporter: 'export',
	exporteer: 'export',
	include: 'import',
	raise: 'throw',
	except: 'catch',
	int: 'let',
	integer: 'let',
	float: 'let',
	double: 'let',
	bool: 'let',
	boolean: 'let',
	string: 'let',
	char: 'let',
	dim: 'let',
	final: 'const'
};
/** What other languages print with. */
const PRINTS = ['print', 'println', 'printf', 'echo', 'puts', 'affiche', 'afficher', 'toon', 'schrijf'];
/** Keywords that a statement begins with, and long enough to be recognised with a letter too many or too few. */
const MISSPELT =
	'const let var function return while for switch import export class async throw break else'.split(' ');
export const OPERATORS: Readonly<Record<string, string>> = {
	and: '&&',
	et: '&&',
	en: '&&',
	or: '||',
	ou: '||',
	of: '||',
	not: '!',
	niet: '!',
	non: '!',
	is: '==='
};
const lookUp = (table: Readonly<Record<string, string>>, word: string): string | undefined =>
	Object.hasOwn(table, word) ? table[word] : undefined;

/** Before the error, but not further: the word that made it stands near. */
const LOOK_BACK = 40;

/** Where a statement, or what belongs to one, can begin. */
function beginsStatement({ tokens }: ErrorPlace, at: number): boolean {
	const token = tokens[at];
	const before = tokens[at - 1];
	if (!token || token.first || !before) return true;
	return isSign(before, ';', '{', '}', ')') || isWord(before, 'export', 'async', 'else', 'default');
}

/** The words up to the error, from there back, on the line of the error. */
export function* wordsBefore(place: ErrorPlace): Generator<number> {
	const { tokens, index } = place;
	for (let at = Math.min(index, tokens.length - 1); at >= 0 && index - at < LOOK_BACK; at -= 1) {
		if (tokens[at]?.kind === 'word') yield at;
		// The token of the error can be the first of the next line.
		if (tokens[at]?.first && at < index) return;
		if (tokens[at]?.first && tokens[at]?.kind === 'word') return;
	}
}

const rangeOf = ({ tokens }: ErrorPlace, at: number): { start: number; end: number } => {
	const { start, end } = tokens[at]!;
	return { start, end };
};

function replaceWord({ tokens }: ErrorPlace, at: number, code: Mistake['code'], instead: string): Mistake {
	const token = tokens[at]!;
	const mistake = replacing(code, token, token.text, instead);
	// A word of another language can have been meant as a name.
	const safe = code === 'keyword-capital' || instead === 'else if' || OPERATORS[token.text] !== undefined;
	return safe ? mistake : { ...mistake, edits: undefined };
}

/** `If (…)`, `Let price`, `Return 3`: a phone begins every line with a capital. */
export const keywordCapital: ErrorRule = (place) => {
	for (const at of wordsBefore(place)) {
		const word = place.tokens[at]?.text ?? '';
		const small = word.toLowerCase();
		if (word === small || !KEYWORDS.has(small)) continue;
		const isNear = place.index - at <= 1;
		if (isSign(place.tokens[at - 1], '.') || !(isNear || beginsStatement(place, at))) continue;
		return replaceWord(place, at, 'keyword-capital', small);
	}
	return null;
};

/** `elseif`, `sinon {`, `als (…) {`, `def f():` */
export const otherWord: ErrorRule = (place) => {
	for (const at of wordsBefore(place)) {
		const instead = lookUp(STATEMENTS, place.tokens[at]?.text.toLowerCase() ?? '');
		const [before, next, behind] = [at - 1, at + 1, at + 2].map((one) => place.tokens[one]);
		const declares = instead === 'let' || instead === 'const';
		const inLoop = declares && isSign(before, '(') && isWord(place.tokens[at - 2], 'for');
		if (!instead || !(inLoop || beginsStatement(place, at)) || isSign(next, '.', '=')) continue;
		// `int a`: a function can well be called double.
		if (declares && !isWord(next)) continue;
		const mistake = replaceWord(place, at, 'other-word', instead);
		const isSafe = declares && (isSign(behind, '=', ';') || isWord(behind, 'of', 'in'));
		return isSafe ? { ...mistake, edits: [{ ...rangeOf(place, at), text: instead }] } : mistake;
	}
	return null;
};

/** Words that a block follows, and those that brackets and a block follow. */
const BEFORE_BLOCK = 'else finally catch try'.split(' ');
const BEFORE_BRACKETS = 'while switch catch'.split(' ');

/** `} esle {`, `whlie (a) {` */
function misspeltBeforeBlock(place: ErrorPlace): Mistake | null {
	const { tokens, index, partner, params } = place;
	const found = tokens[index];
	if (params['expected'] === 'finally' && found && isWord(found)) {
		const meant = ['catch', 'finally'].find((one) => isNear(one, found.text));
		return meant ? replacing('other-word', found, found.text, meant) : null;
	}
	const open = isSign(tokens[index - 1], ')') ? (partner[index - 1] ?? -1) : index;
	const word = tokens[open - 1];
	if (!isSign(tokens[index], '{') || !word || !isWord(word) || KEYWORDS.has(word.text)) return null;
	if (!beginsStatement(place, open - 1)) return null;
	const names = open === index ? BEFORE_BLOCK : BEFORE_BRACKETS;
	const instead = names.find((one) => isNear(one, word.text));
	return instead ? replacing('other-word', word, word.text, instead) : null;
}

/** `functoin f() {}`, `cosnt a = 1`; `print "x"` */
export const misspeltWord: ErrorRule = (place) => {
	const { code, tokens, index } = place;
	const beforeBlock = code === 'expected-token' ? misspeltBeforeBlock(place) : null;
	if (beforeBlock) return beforeBlock;
	const [word, next] = [tokens[index - 1], tokens[index]];
	if (code !== 'expected-token' || !word || !isWord(word) || !next || next.first || KEYWORDS.has(word.text))
		return null;
	if (!beginsStatement(place, index - 1) || touch(word, next)) return null;
	if (PRINTS.includes(word.text.toLowerCase()))
		return { ...replaceWord(place, index - 1, 'other-word', 'console.log(…)'), edits: undefined };
	const instead = isWord(next) ? MISSPELT.find((one) => isNear(one, word.text)) : undefined;
	return instead ? replacing('other-word', word, word.text, instead) : null;
};

/** `a and b`, `not a`, `a is not b` */
export const otherOperator: ErrorRule = (place) => {
	const { tokens, index } = place;
	const [before, token] = [tokens[index - 1], tokens[index]];
	const instead = token?.kind === 'word' ? lookUp(OPERATORS, token.text.toLowerCase()) : undefined;
	if (instead && instead !== '!' && !token?.first && endsValue(before)) {
		const not = tokens[index + 1];
		if (instead === '===' && isWord(not, 'not'))
			return replacing('other-word', { start: token!.start, end: not!.end }, 'is not', '!==');
		return replaceWord(place, index, 'other-word', instead);
	}
	const negation = before?.kind === 'word' ? lookUp(OPERATORS, before.text.toLowerCase()) : undefined;
	if (negation !== '!' || token?.kind !== 'word') return null;
	const mistake = replaceWord(place, index - 1, 'other-word', negation);
	return { ...mistake, edits: undefined };
};

const COMPARES = ['<', '>', '<=', '>=', '==', '===', '!=', '!=='];

/** `else (age > 12) {`, `else age > 12 {` */
export const elseWithCondition: ErrorRule = (place) => {
	const { tokens, index, partner } = place;
	if (!isSign(tokens[index], '{')) return null;
	const open = partner[index - 1] ?? -1;
	const bare = [...wordsBefore(place)].find((at) => isWord(tokens[at], 'else')) ?? -1;
	const compares = tokens.slice(bare + 1, index).some((token) => isSign(token, ...COMPARES));
	const word = isWord(tokens[open - 1], 'else') ? tokens[open - 1] : compares ? tokens[bare] : undefined;
	if (!word) return null;
	return { code: 'else-with-condition', params: {}, start: word.start, end: word.end };
};

/** `for (let i = 0, i < 3, i++)` */
export const forCommas: ErrorRule = ({ code, tokens, index, around }) => {
	const comma = tokens[index - 1];
	const open = around[index] ?? -1;
	if (code !== 'already-declared' || !isSign(comma, ',') || !isWord(tokens[open - 1], 'for')) return null;
	return { code: 'for-commas', params: {}, start: comma!.start, end: comma!.end };
};
