import { TODO } from '../../lib/contract/exercise.ts';
import { locateJson } from '../../lib/exercise/json-lines.ts';
import { keyMatches } from '../../lib/exercise/message-patterns.ts';
import { splitMark } from '../../lib/exercise/text-encoding.ts';

/** What a messages file must speak of. */
export interface Spoken {
	/** Full names of all tests, in the order of the suites. */
	tests: readonly string[];
	/** What tests say where they fail, as far as it was heard and has no translation. */
	notes: readonly string[];
	/** Text of all suites: a message that nothing in it resembles is said by nobody. */
	suites: string;
}

export interface FixedMessages {
	text: string;
	/** Keys that were written, with a translation that is still to be made. */
	added: string[];
	/** Keys that were taken out, and their translations: nobody's work is lost without a word. */
	dropped: [key: string, translation: string][];
}

type Section = Record<string, string>;
const isSection = (value: unknown): value is Section =>
	typeof value === 'object' &&
	value !== null &&
	!Array.isArray(value) &&
	Object.values(value).every((one) => typeof one === 'string');

/** Words that say what a message is about; what stands in braces is another text each time. */
const tellingWords = (text: string): string[] =>
	text
		.replace(/\{\w+\}/g, ' ')
		.toLowerCase()
		.match(/\p{L}{4,}/gu) ?? [];

/** Messages are put together of pieces: one is said by nobody where less than half of its words stand in a suite. */
function isSaid(key: string, known: ReadonlySet<string>): boolean {
	const words = tellingWords(key);
	return words.length < 2 || words.filter((word) => known.has(word)).length * 2 >= words.length;
}

/** Names of tests in the order of the suites; a key with placeholders comes where the first test is that it speaks of. */
function fixTests(section: Section, tests: readonly string[], fixed: FixedMessages): Section {
	const keys = Object.keys(section);
	const ordered: Section = {};
	for (const name of tests) {
		const key = keys.find((one) => one === name) ?? keys.find((one) => keyMatches(one, name));
		if (key === undefined) fixed.added.push(name);
		ordered[key ?? name] = key === undefined ? TODO : section[key]!;
	}
	for (const key of keys) if (!Object.hasOwn(ordered, key)) fixed.dropped.push([key, section[key]!]);
	return ordered;
}

function fixNotes(section: Section, { notes, suites }: Spoken, fixed: FixedMessages): Section {
	const known = new Set(tellingWords(suites));
	const kept: Section = {};
	for (const [key, translation] of Object.entries(section)) {
		if (isSaid(key, known)) kept[key] = translation;
		else fixed.dropped.push([key, translation]);
	}
	const missing = notes.filter((note) => !Object.keys(kept).some((key) => keyMatches(key, note)));
	for (const note of missing) {
		kept[note] = TODO;
		fixed.added.push(note);
	}
	return kept;
}

/** A JSON text as it was written: its indentation, its line ends, its mark, its last line. */
function writtenAs(before: string, value: unknown): string {
	const indent = /\n([\t ]+)\S/.exec(before)?.[1] ?? '\t';
	const end = /\n\s*$/.test(before) || before === '' ? '\n' : '';
	const text = `${JSON.stringify(value, null, indent)}${end}`;
	return splitMark(before).mark + (before.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text);
}

/**
 * The text of a `messages.{fr,nl}.json` with a key for everything that has none yet, and without keys that nothing says.
 * Null where it is no such file: that is another problem.
 */
export function fixMessages(before: string, spoken: Spoken): FixedMessages | null {
	const located = locateJson(before);
	const value = located.ok ? located.json.value : null;
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
	const { tests = {}, messages = {} } = value as { tests?: unknown; messages?: unknown };
	if (!isSection(tests) || !isSection(messages)) return null;
	const fixed: FixedMessages = { text: before, added: [], dropped: [] };
	const after = {
		...value,
		tests: fixTests(tests, spoken.tests, fixed),
		messages: fixNotes(messages, spoken, fixed)
	};
	if (fixed.added.length > 0 || fixed.dropped.length > 0) fixed.text = writtenAs(before, after);
	return fixed;
}
