/**
 * What a terminal would obey instead of show: control characters (C0 without line end and tab, DEL, C1), and those that
 * turn the direction of text around. A name of a test in a foreign exercise may hold them.
 */
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text as it can be printed: without what a terminal would obey. */
export const plainText = (text: string): string => text.replace(OBEYED, '');

/** A value as JSON for a terminal: the same value for who parses it, nothing in it that a terminal would obey. */
export const plainJson = (value: unknown): string =>
	JSON.stringify(value, null, '\t').replace(
		OBEYED,
		(char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
