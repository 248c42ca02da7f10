/** Typographic quotes of keyboards and word processors → what may close them on the same line. */
const QUOTES: Readonly<Record<string, string>> = {
	'«': '»',
	'»': '«»',
	'“': '”“"',
	'”': '”"',
	'„': '“”"',
	'‟': '”"',
	'‘': "’‘'",
	'’': "’'",
	'‚': "‘’'",
	'‛': "’'",
	'‹': '›',
	'›': '‹›',
	'″': '″"',
	'′': "′'",
	'´': "´`'",
	'＂': '＂"',
	'＇': "＇'"
};
const CLOSING = '»”’›';

/** Signs that JavaScript writes in another way, or that only look like its own. */
const SIGNS: Readonly<Record<string, string>> = {
	'×': '*',
	'∗': '*',
	'⋅': '*',
	'·': '*',
	'•': '*',
	'÷': '/',
	'∕': '/',
	'⁄': '/',
	'‐': '-',
	'‑': '-',
	'‒': '-',
	'–': '-',
	'—': '-',
	'―': '-',
	'−': '-',
	'≤': '<=',
	'⩽': '<=',
	'≥': '>=',
	'⩾': '>=',
	'≠': '!==',
	'…': '...',
	'→': '=>',
	'⇒': '=>',
	'¬': '!',
	'¦': '|'
};
const GREEK_QUESTION_MARK = '\u037e';

/** No effect on paper, none on the screen. Not the joiner and the selector, which emoji are made with. */
const INVISIBLE =
	/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufff9-\ufffc]/;
const JOINERS = /[\u200c\u200d\ufeff]/;
/** Spaces that are no ordinary ones; JavaScript takes them as spaces, but not where a text is compared. */
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/;

export const isQuote = (character: string): boolean => Object.hasOwn(QUOTES, character);
/** What closes a text that a typographic quote opened; null for another character. */
export const closersOf = (character: string): string | null =>
	isQuote(character) ? (QUOTES[character] ?? null) : null;
export const isClosingQuote = (character: string): boolean =>
	CLOSING.includes(character) || '″′´＂＇'.includes(character);
/** Of the kind of ", else of the kind of '. */
export const isDoubleQuote = (character: string): boolean => '«»“”„‟″＂"'.includes(character);

export const isInvisible = (character: string): boolean => INVISIBLE.test(character);
/** Inside a name or between tokens; in a text they can be part of an emoji. */
export const isInvisibleInCode = (character: string): boolean =>
	isInvisible(character) || JOINERS.test(character);
export const isOddSpace = (character: string): boolean => SPACES.test(character);

/** "U+200B" */
export const nameOf = (character: string): string =>
	`U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** What JavaScript writes for a sign of mathematics or typography; null for another character. */
export const signFor = (character: string): string | null =>
	Object.hasOwn(SIGNS, character) ? (SIGNS[character] ?? null) : null;

/** The sign of the keyboard that a Greek question mark or a full-width sign looks like; null for another character. */
export function lookAlike(character: string): string | null {
	if (character === GREEK_QUESTION_MARK) return ';';
	const point = character.codePointAt(0) ?? 0;
	return point >= 0xff01 && point <= 0xff5e ? String.fromCodePoint(point - 0xfee0) : null;
}
