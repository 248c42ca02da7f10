import { closersOf } from './signs.ts';

/**
 * - `text`: between straight quotes. `quoted`: between typographic ones, which JavaScript does not know.
 * - `template`: a part of one, from ` or } to ` or ${. `odd`: a character that JavaScript does not know.
 */
export type TokenKind = 'word' | 'number' | 'text' | 'template' | 'regex' | 'sign' | 'quoted' | 'odd';

export interface Token {
	kind: TokenKind;
	text: string;
	/** Offsets in UTF-16 units. */
	start: number;
	end: number;
	/** The first of its line. */
	first: boolean;
	/** False for a text, a template or a regular expression that does not end. */
	closed: boolean;
}

const SPACE = /[\s\ufeff]+/y;
const WORD = /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy;
const NUMBER = /0[xob][\da-f_]+n?|(?:\d[\d_]*(?:\.(?!\.)[\d_]*)?|\.\d[\d_]*)(?:e[+-]?\d+)?n?/iy;
const SIGN =
	/>>>=|\.\.\.|===|!==|\*\*=|<<=|>>=|>>>|&&=|\|\|=|\?\?=|=>|==|!=|<=|>=|&&|\|\||\?\?|\?\.(?!\d)|\+\+|--|[-+*/%&|^]=|\*\*|<<|>>|[\u0021-\u007e]/y;
const LETTER = /[\p{L}\p{N}]/u;
const ENDS_LINE = /[\n\r\u2028\u2029]/;

/** Words after which a `/` begins a regular expression. */
const BEFORE_VALUE = new Set(
	'return typeof case in of delete void throw new else do await yield instanceof'.split(' ')
);

function matchAt(pattern: RegExp, source: string, at: number): string | null {
	pattern.lastIndex = at;
	return pattern.exec(source)?.[0] ?? null;
}

/**
 * The tokens of a source as JavaScript reads it, without comments; also of a source that does not compile. The time
 * grows with its length: what is looked for in vain on a line is not looked for again there.
 */
export function tokensOf(source: string): Token[] {
	const tokens: Token[] = [];
	/** For each template that is open: how many braces are open inside its `${`. */
	const templates: number[] = [];
	/** What was looked for in vain → the end of the line where it was. */
	const missed = new Map<string, number>();
	let at = 0;
	let first = true;

	const add = (kind: TokenKind, end: number, closed = true): void => {
		tokens.push({ kind, text: source.slice(at, end), start: at, end, first, closed });
		first = false;
		at = end;
	};
	const lineEnd = (from: number): number => {
		const known = missed.get('end') ?? -1;
		if (known >= from) return known;
		let end = from;
		while (end < source.length && !ENDS_LINE.test(source.charAt(end))) end += 1;
		missed.set('end', end);
		return end;
	};
	const readText = (quote: string): void => {
		let end = at + 1;
		for (; end < source.length; end += 1) {
			const character = source.charAt(end);
			if (character === '\\') end += source.startsWith('\r\n', end + 1) ? 2 : 1;
			else if (character === quote) return add('text', end + 1);
			else if (character === '\n' || character === '\r') break;
		}
		add('text', Math.min(end, source.length), false);
	};
	const readTemplate = (): void => {
		for (let end = at + 1; end < source.length; end += 1) {
			const character = source.charAt(end);
			if (character === '\\') end += 1;
			else if (character === '`') return add('template', end + 1);
			else if (character === '$' && source.charAt(end + 1) === '{') {
				templates.push(0);
				return add('template', end + 2);
			}
		}
		add('template', source.length, false);
	};
	const readRegex = (): boolean => {
		const last = lineEnd(at);
		if ((missed.get('/') ?? -1) >= at) return false;
		let inClass = false;
		for (let end = at + 1; end < last; end += 1) {
			const character = source.charAt(end);
			if (character === '\\') end += 1;
			else if (character === '[') inClass = true;
			else if (character === ']') inClass = false;
			else if (character === '/' && !inClass) {
				const flags = matchAt(WORD, source, end + 1) ?? '';
				add('regex', end + 1 + flags.length);
				return true;
			}
		}
		missed.set('/', last);
		return false;
	};
	const readQuoted = (opener: string): boolean => {
		const closers = closersOf(opener);
		if (closers === null || (missed.get(opener) ?? -1) >= at) return false;
		const last = lineEnd(at);
		for (let end = at + 1; end < last; end += 1) {
			const isApostrophe =
				/['’]/.test(source.charAt(end)) &&
				LETTER.test(source.charAt(end - 1)) &&
				LETTER.test(source.charAt(end + 1));
			if (!closers.includes(source.charAt(end)) || isApostrophe) continue;
			// A straight quote can stand inside; what ends the text is followed by code.
			if (
				/["'`]/.test(source.charAt(end)) &&
				!/^(?:[)\]};,+.:]|$)/.test(source.slice(end + 1, end + 2).trim())
			)
				continue;
			add('quoted', end + 1);
			return true;
		}
		missed.set(opener, last);
		return false;
	};
	const beginsValue = (): boolean => {
		const before = tokens.at(-1);
		if (!before) return true;
		if (before.kind === 'word') return BEFORE_VALUE.has(before.text);
		if (before.kind === 'template') return before.text.endsWith('${');
		return before.kind === 'sign' && (before.text === '}' ? first : !/^(?:[)\]]|\+\+|--)$/.test(before.text));
	};

	while (at < source.length) {
		const character = source.charAt(at);
		const space = matchAt(SPACE, source, at);
		if (space !== null) {
			if (ENDS_LINE.test(space)) first = true;
			at += space.length;
		} else if (source.startsWith('//', at) || (at === 0 && source.startsWith('#!'))) at = lineEnd(at);
		else if (source.startsWith('/*', at)) {
			const end = source.indexOf('*/', at + 2);
			const next = end < 0 ? source.length : end + 2;
			if (ENDS_LINE.test(source.slice(at, next))) first = true;
			at = next;
		} else if (character === '"' || character === "'") readText(character);
		else if (character === '`') readTemplate();
		else if (character === '}' && templates.at(-1) === 0) {
			templates.pop();
			readTemplate();
		} else if (character === '/' && beginsValue() && readRegex()) continue;
		else {
			const word = matchAt(WORD, source, at);
			const number = word === null ? matchAt(NUMBER, source, at) : null;
			const sign = word === null && number === null ? matchAt(SIGN, source, at) : null;
			const open = templates.length - 1;
			if (word !== null) add('word', at + word.length);
			else if (number !== null) add('number', at + number.length);
			else if (sign !== null) {
				if (open >= 0 && sign === '{') templates[open] = (templates[open] ?? 0) + 1;
				if (open >= 0 && sign === '}') templates[open] = (templates[open] ?? 0) - 1;
				add('sign', at + sign.length);
			} else if (LETTER.test(source.charAt(at - 1)) && character === '’') add('odd', at + 1);
			else if (!readQuoted(character))
				add('odd', at + String.fromCodePoint(source.codePointAt(at) ?? 0).length);
		}
	}
	return tokens;
}
