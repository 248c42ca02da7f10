import { isSign, isWord, replacing, type Edit, type Suspicion } from './mistake.ts';
import type { SourceText } from './source-text.ts';
import { neverDeclared } from './statements.ts';

const byLetters = (names: string): ReadonlyMap<string, string> =>
	new Map(names.split(' ').map((name) => [name.toLowerCase(), name]));

/** Objects that every program has. */
const OBJECTS = byLetters('console document Math JSON');
const LITERALS = byLetters('true false null undefined');
/** Methods and properties that are misspelt most: only names that nobody gives to something of their own. */
const MEMBERS = byLetters(
	'toUpperCase toLowerCase toFixed toString forEach indexOf querySelector querySelectorAll getElementById ' +
		'addEventListener length textContent innerHTML preventDefault startsWith endsWith'
);
/** What is written into most, and misspelt most while it is. */
const WRITTEN = /^(?:textContent|innerHTML)$/;
const LENGTH = /^(?:lenght|lengt|lenth|legnth|lentgh|lengh)$/i;
/** `Console.WriteLine` is C#. */
const OF_CONSOLE = new Map([...byLetters('log error warn info'), ['writeline', 'log']]);

/** `Console.log`, `console.Log`, `True`, `name.toUppercase()`: right but for the capitals. */
export function wrongCase(read: SourceText): Suspicion[] {
	const { source, tokens } = read;
	const strangers = neverDeclared(read);
	const named = new Set(
		tokens.flatMap((token, at) => (isWord(token) && !isSign(tokens[at - 1], '.') ? token.text : []))
	);
	const declared = new Set(
		tokens.flatMap((token, at) =>
			isWord(tokens[at - 1], 'const', 'let', 'var', 'function', 'class') || isSign(tokens[at + 1], ':', '=')
				? token.text
				: []
		)
	);
	const found: Suspicion[] = [];
	for (const [index, token] of tokens.entries()) {
		if (token.kind !== 'word') continue;
		const letters = token.text.toLowerCase();
		const isMember = isSign(tokens[index - 1], '.');
		let right: string | undefined;
		if (!isMember && strangers.has(token.text) && !isWord(tokens[index + 2], 'prototype'))
			right = OBJECTS.get(letters);
		else if (!isMember && !declared.has(token.text)) right = LITERALS.get(letters);
		else if (isMember && isWord(tokens[index - 2], 'console', 'Console')) right = OF_CONSOLE.get(letters);
		else if (isMember && !named.has(token.text)) {
			right = MEMBERS.get(letters);
			if (isSign(tokens[index + 1], '=') && !WRITTEN.test(right ?? '')) right = undefined;
		}
		const { start, end } = token;
		if (isMember && !declared.has(token.text) && LENGTH.test(letters)) {
			const text = `${token.text} does not exist: length does`;
			found.push({ ...replacing('other-word', token, token.text, 'length'), text });
		}
		if (right === undefined || right === token.text) continue;
		// `Console.Log` is one mistake: the first of the two words has mended both.
		if (isMember && isWord(tokens[index - 2], 'Console') && found.at(-1)?.end === end) continue;
		const method = tokens[index + 2];
		const other =
			right === 'console' && isWord(method) ? OF_CONSOLE.get(method!.text.toLowerCase()) : undefined;
		const edits: Edit[] = [{ start, end, text: right }];
		if (other && other !== method?.text) edits.push({ start: method!.start, end: method!.end, text: other });
		const [from, to] = [
			isMember ? index - 2 : index,
			!isMember && isSign(tokens[index + 1], '.') ? index + 2 : index
		];
		const whole = { start: tokens[from]?.start ?? start, end: tokens[to]?.end ?? end };
		const text = source.slice(whole.start, whole.end);
		const isShort = isWord(tokens[from]);
		const said = isShort ? text : token.text;
		const offset = isShort ? start - whole.start : 0;
		const rest = said.slice(offset + token.text.length);
		const instead = said.slice(0, offset) + right + (other && rest ? `.${other}` : rest);
		found.push({
			code: 'wrong-case',
			text: `${said} does not exist: ${instead} does`,
			params: { found: said, instead },
			...(isShort ? whole : { start, end }),
			edits
		});
	}
	return found;
}
