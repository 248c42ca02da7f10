import { isSign, isWord, RESERVED, touch, type ErrorRule } from './mistake.ts';

const DECLARES = ['const', 'let', 'var', 'function', 'class'];
/** Parts of a name that are put together: more are a sentence, and no name. */
const MAX_PIECES = 6;

/** ["mijn", "taal"] → "mijnTaal" */
const joined = (pieces: readonly string[]): string =>
	pieces
		.map((piece, index) => (index === 0 ? piece : piece.charAt(0).toUpperCase() + piece.slice(1)))
		.join('');

/** `const mijn taal`, `let my-name`, `let l'âge` */
export const nameInPieces: ErrorRule = ({ source, tokens, index }) => {
	// The compiler stops at the second piece, at the sign between the two, or behind the text that an apostrophe begins.
	const first = [index - 1, index, index - 2].find(
		(one) =>
			isWord(tokens[one]) && isWord(tokens[one - 1], ...DECLARES) && !RESERVED.has(tokens[one]?.text ?? '')
	);
	if (first === undefined) return null;
	const pieces = [tokens[first]!];
	let next = first + 1;
	while (pieces.length < MAX_PIECES) {
		const token = tokens[next];
		const glued = touch(pieces.at(-1), token);
		if (isWord(token) && !token?.first && !RESERVED.has(token?.text ?? '')) next += 1;
		else if (glued && (isSign(token, '-') || token?.text === '’') && isWord(tokens[next + 1])) next += 2;
		else if (glued && token?.kind === 'text' && !token.closed && token.text.startsWith("'")) {
			const rest = /^'([\p{L}\p{N}_$]+)/u.exec(token.text.slice(0, 60))?.[1];
			if (!rest || pieces.length > 1) return null;
			const { start } = pieces[0]!;
			const end = token.start + 1 + rest.length;
			const instead = joined([pieces[0]!.text, rest]);
			return { code: 'name-in-pieces', params: { found: source.slice(start, end), instead }, start, end };
		} else break;
		pieces.push(tokens[next - 1]!);
	}
	const after = tokens[next];
	const ends = !after || after.first || isSign(after, '=', ';', '(', ')', '{', ',');
	if (pieces.length < 2 || !ends) return null;
	const { start } = pieces[0]!;
	const { end } = pieces.at(-1)!;
	const instead = joined(pieces.map(({ text }) => text));
	return { code: 'name-in-pieces', params: { found: source.slice(start, end), instead }, start, end };
};

/** `const 2prix`; also `5px` without quotes */
export const nameBeginsWithDigit: ErrorRule = ({ source, text, tokens, index }) => {
	const at = [index, index + 1].find(
		(one) => isWord(tokens[one]) && tokens[one - 1]?.kind === 'number' && touch(tokens[one - 1], tokens[one])
	);
	if (at === undefined || !text.startsWith('Syntax error')) return null;
	const start = tokens[at - 1]!.start;
	const { end } = tokens[at]!;
	return { code: 'name-begins-with-digit', params: { found: source.slice(start, end) }, start, end };
};

/** `const class`, `function f(new)` */
export const reservedName: ErrorRule = ({ code, tokens, index }) => {
	const token = tokens[index];
	if (!token || !isWord(token) || !RESERVED.has(token.text)) return null;
	if (code !== 'invalid-name' && !isWord(tokens[index - 1], ...DECLARES)) return null;
	return { code: 'reserved-name', params: { name: token.text }, start: token.start, end: token.end };
};

/** `const price;`: with `let` where it gets its value later; `const { a };` */
export const constWithoutValue: ErrorRule = ({ code, text, params, source, tokens, index, partner }) => {
	const isPattern = text.startsWith('This constant must be initialized');
	const name = tokens[index];
	if ((code !== 'const-without-value' && !isPattern) || !name) return null;
	const last = tokens[isPattern ? (partner[index] ?? index) : index]!;
	const found = source.slice(name.start, last.end);
	const word = tokens[index - 1];
	const next = tokens[index + 1];
	const isAlone = isWord(word, 'const') && (!next || next.first || isSign(next, ';'));
	const isLater = tokens.some(
		(token, at) =>
			at > index && token.text === found && isSign(tokens[at + 1], '=') && !isSign(tokens[at - 1], '.')
	);
	return {
		code: 'const-without-value',
		params: { ...params, name: found },
		start: name.start,
		end: last.end,
		edits: isAlone && isLater ? [{ start: word!.start, end: word!.end, text: 'let' }] : undefined
	};
};
