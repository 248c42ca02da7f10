/** A value longer than this is easier to compare line by line. */
const INLINE_CHARS = 80;

export interface Parts {
	/** The same on both sides. */
	before: string;
	changed: string;
	after: string;
}

/** Whether two printed values can stand above each other. */
export const isInline = (expected: string, received: string): boolean =>
	[expected, received].every((text) => !text.includes('\n') && text.length <= INLINE_CHARS);

const REGEXP = /^\/.+\/[dgimsuvy]*$/s;
/** A pattern, or nothing where a list of what was found is: only what was received can be read. */
const cannotBeRead = (expected: string, received: string): boolean =>
	REGEXP.test(expected) || (/^(?:null|undefined)$/.test(expected) && /^[[{]/.test(received));
/** What says only that something held or did not: the author's note says what. */
const BARE = /^(?:true|false|null|undefined|NaN)?$/;
/** A line of a list or of an object: its value, without the key and the comma. */
const valueOf = (line: string): string =>
	line
		.trim()
		.replace(/^"?[\w$-]+"?: (?=.)/, '')
		.replace(/,$/, '');

/**
 * Whether two printed values tell a reader more than the author's note above them does. They do not where they are the
 * same, where a pattern was expected, and where all that differs says only yes, no or nothing.
 */
export function addsToNote(expected: string, received: string): boolean {
	if (expected === received || cannotBeRead(expected, received)) return false;
	const there = new Set(expected.split('\n'));
	const here = new Set(received.split('\n'));
	const changed = [...there, ...here].filter((line) => !(there.has(line) && here.has(line))).map(valueOf);
	return !changed.every((value) => BARE.test(value));
}

/** What is shown of a comparison; `expected` is null where it tells a beginner nothing. */
export interface ShownValues {
	expected: string | null;
	received: string;
}

/** Of two printed values what a reader can use, beside the author's note or the error's own words; null where nothing. */
export function valuesToShow(
	{ expected, received }: { expected: string; received: string },
	hasNote: boolean
): ShownValues | null {
	const unreadable = cannotBeRead(expected, received);
	if (hasNote ? addsToNote(expected, received) : expected !== received && !unreadable)
		return { expected, received };
	return unreadable && !BARE.test(received.replace(/^"(.*)"$/s, '$1')) ? { expected: null, received } : null;
}

/** Splits two values into what they share at both ends and what differs between. */
export function splitValues(expected: string, received: string): { expected: Parts; received: Parts } {
	const a = [...expected];
	const b = [...received];
	const shorter = Math.min(a.length, b.length);
	let start = 0;
	while (start < shorter && a[start] === b[start]) start += 1;
	let end = 0;
	while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
	// Hardly anything in common: marking all but a letter helps nobody.
	if (start + end < shorter / 3) start = end = 0;
	const cut = (text: readonly string[]): Parts => ({
		before: text.slice(0, start).join(''),
		changed: text.slice(start, text.length - end).join(''),
		after: text.slice(text.length - end).join('')
	});
	return { expected: cut(a), received: cut(b) };
}

export interface DiffLine {
	kind: 'expected' | 'received' | 'same';
	text: string;
}

/** Reads a printed line diff: `- ` expected, `+ ` received, two spaces the same. */
export const readDiff = (diff: string): DiffLine[] =>
	diff.split('\n').map((line) => ({
		kind: line.startsWith('-') ? 'expected' : line.startsWith('+') ? 'received' : 'same',
		text: line.slice(2)
	}));
