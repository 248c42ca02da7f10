import { printParseErrorCode, visit } from 'jsonc-parser';
import type { JsonFault } from '../contract/problem-details.ts';

export type JsonPath = readonly PropertyKey[];

/** A JSON text that was read, and where in it things stand. */
export interface LocatedJson {
	value: unknown;
	/** The 1-based line of the key (or list item) at this path, or of the nearest thing around it that is there. */
	line(path: JsonPath): number;
	/** Keys that stand twice in one object: JSON silently keeps the last. */
	duplicates: readonly { key: string; line: number }[];
}

export type JsonResult = { ok: true; json: LocatedJson } | { ok: false; json: JsonFault; line: number };

class JsonBroken extends Error {
	constructor(
		readonly fault: JsonFault,
		readonly line: number
	) {
		super(`broken JSON: ${fault.fault}`);
	}
}

/** No file of ours nests deeper than 6; a hostile one must not exhaust the stack. */
const MAX_DEPTH = 50;

const keyOf = (path: JsonPath): string => JSON.stringify(path.map(String));

/** What the parser was in the middle of when it stumbled. */
interface Place {
	/** From where on it cannot be read. */
	rest: string;
	/** Whether the name of a field is due, and the last that there was. */
	nameDue: boolean;
	name: string;
	inList: boolean;
}

/** By the parser's name for what is wrong. */
const FAULTS: Readonly<Record<string, (place: Place) => JsonFault>> = {
	InvalidCommentToken: () => ({ fault: 'comment' }),
	UnexpectedEndOfComment: () => ({ fault: 'comment' }),
	UnexpectedEndOfString: () => ({ fault: 'open-text' }),
	InvalidCharacter: () => ({ fault: 'bad-character' }),
	InvalidEscapeCharacter: () => ({ fault: 'bad-character' }),
	InvalidUnicode: () => ({ fault: 'bad-character' }),
	EndOfFileExpected: () => ({ fault: 'text-after-end' }),
	ColonExpected: ({ name }) => ({ fault: 'no-colon', name }),
	CommaExpected: ({ inList }) => ({ fault: inList ? 'no-comma-in-list' : 'no-comma-in-object' }),
	CloseBraceExpected: () => ({ fault: 'no-comma-in-object' }),
	CloseBracketExpected: () => ({ fault: 'no-comma-in-list' })
};

/** What is broken, in a word that a coach who does not know the grammar can be told. */
function faultOf(name: string, place: Place): JsonFault {
	if (/^[\u201c-\u201f\u2018-\u201b\u00ab\u00bb\u2039\u203a]/.test(place.rest))
		return { fault: 'typographic-quote' };
	const known = FAULTS[name];
	if (known) return known(place);
	if (place.nameDue) return { fault: 'no-name' };
	if (place.rest.trim() === '') return { fault: 'ends-early' };
	return { fault: place.inList && place.rest.startsWith(']') ? 'comma-before-list-end' : 'no-value' };
}

/** Where things stand in a JSON text; throws `JsonBroken` at the first thing that is no JSON. */
function scan(text: string): Pick<LocatedJson, 'duplicates'> & { lines: ReadonlyMap<string, number> } {
	const lines = new Map<string, number>();
	const duplicates: { key: string; line: number }[] = [];
	/** Around the place that is read: names of the fields so far, or null for a list. */
	const around: (Set<string> | null)[] = [];
	let [nameDue, name] = [false, ''];
	const see = (path: () => JsonPath, line: number): void => {
		const key = keyOf(path());
		if (!lines.has(key)) lines.set(key, line + 1);
	};
	const open = (fields: Set<string> | null, line: number): void => {
		if (around.push(fields) > MAX_DEPTH + 1) throw new JsonBroken({ fault: 'too-deep' }, line + 1);
		nameDue = fields !== null;
	};
	const close = (): void => {
		around.pop();
		nameDue = false;
	};
	visit(
		text,
		{
			onObjectBegin(_offset, _length, line, _column, path) {
				see(path, line);
				open(new Set(), line);
			},
			onArrayBegin(_offset, _length, line, _column, path) {
				see(path, line);
				open(null, line);
			},
			onObjectEnd: close,
			onArrayEnd: close,
			onLiteralValue(_value, _offset, _length, line, _column, path) {
				see(path, line);
			},
			onObjectProperty(key, _offset, _length, line, _column, path) {
				const fields = around.at(-1);
				if (fields?.has(key)) duplicates.push({ key, line: line + 1 });
				fields?.add(key);
				lines.set(keyOf([...path(), key]), line + 1);
				[nameDue, name] = [false, key];
			},
			onSeparator(character) {
				nameDue = character === ',' && around.at(-1) !== null;
			},
			onError(code, offset, _length, line) {
				const place = { rest: text.slice(offset), nameDue, name, inList: around.at(-1) === null };
				throw new JsonBroken(faultOf(printParseErrorCode(code), place), line + 1);
			}
		},
		{ disallowComments: true, allowTrailingComma: false }
	);
	return { lines, duplicates };
}

/** How many names of fields there are in what is JSON. */
function namesIn(text: string): number {
	let count = 0;
	// After a text it makes that text the name of a field.
	const colon = /\s*:/y;
	for (let start = text.indexOf('"'); start >= 0;) {
		let end = text.indexOf('"', start + 1);
		while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
		colon.lastIndex = end + 1;
		if (colon.test(text)) count += 1;
		start = text.indexOf('"', end + 1);
	}
	return count;
}

/** Whether the character at this place follows an odd number of backslashes. */
function isEscaped(text: string, at: number): boolean {
	let before = at;
	while (text[before - 1] === '\\') before -= 1;
	return (at - before) % 2 === 1;
}

/** How many fields the objects in a value have; not a number where it is nested too deeply. */
function fieldsOf(value: unknown, depth = 0): number {
	if (typeof value !== 'object' || value === null) return 0;
	if (depth > MAX_DEPTH) return NaN;
	const own = Array.isArray(value) ? 0 : Object.keys(value).length;
	return Object.values(value).reduce<number>((sum, one) => sum + fieldsOf(one, depth + 1), own);
}

/** Where all is well nobody asks for lines: they are looked for when somebody does. Null where it may not be well. */
function readFine(text: string): LocatedJson | null {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return null;
	}
	// A name that stands twice is one field.
	if (fieldsOf(value) !== namesIn(text)) return null;
	let lines: ReadonlyMap<string, number> | undefined;
	return { value, line: (path) => lineOf((lines ??= scan(text).lines), path), duplicates: [] };
}

function lineOf(lines: ReadonlyMap<string, number>, path: JsonPath): number {
	for (let length = path.length; length >= 0; length--) {
		const found = lines.get(keyOf(path.slice(0, length)));
		if (found !== undefined) return found;
	}
	return 1;
}

/**
 * Reads a JSON text, and finds on which line each key stands; or says what is broken, and on which line. A byte order mark
 * at its beginning, as Windows writes it, is no part of it.
 */
export function locateJson(written: string): JsonResult {
	const text = written.replace(/^\uFEFF/, '');
	const fine = readFine(text);
	if (fine) return { ok: true, json: fine };
	try {
		const { lines, duplicates } = scan(text);
		return { ok: true, json: { value: JSON.parse(text), line: (path) => lineOf(lines, path), duplicates } };
	} catch (error) {
		if (error instanceof JsonBroken) return { ok: false, json: error.fault, line: error.line };
		// The scanner forgives what no editor writes.
		if (error instanceof SyntaxError) return { ok: false, json: { fault: 'not-json' }, line: 1 };
		throw error;
	}
}
