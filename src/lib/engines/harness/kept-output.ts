import { OUTPUT_BEGIN_ENTRIES, OUTPUT_END_ENTRIES } from '../../contract/plan.ts';
import type { ConsoleEntry } from '../../contract/report.ts';

/** One printed text is shortened here: an entry of megabytes would stall the page. */
const TEXT_CHARS = 8 * 1024;
/** A line that is longer than that is read by nobody: so much of it is enough to see what it is. */
const LINE_CHARS = 1500;
/** Of what is kept, this part is the end: of all lines, and of one text. */
const END_PART = 4;
/** A text is shortened between lines where a line ends this near, as a part of what is kept of it; else within one. */
const NEAR_PART = 2;

function linesIn(text: string): number {
	let lines = 1;
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
	return lines;
}

/** Whether the character at `at` is the second half of one that takes two. */
const isHalf = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/** The beginning and the end of a text of more than `most` characters, and what was left out between them. */
function shortened(text: string, most: number): Pick<ConsoleEntry, 'text' | 'leftOut'> {
	if (text.length <= most) return { text };
	const ending = Math.floor(most / END_PART);
	let from = most - ending;
	let to = text.length - ending;
	const lastBreak = text.lastIndexOf('\n', from);
	const nextBreak = text.indexOf('\n', to);
	const betweenLines =
		lastBreak > from / NEAR_PART &&
		nextBreak >= 0 &&
		nextBreak < to + ending / NEAR_PART &&
		nextBreak > lastBreak;
	if (betweenLines) {
		const count = linesIn(text.slice(lastBreak + 1, nextBreak));
		const end = text.slice(nextBreak + 1);
		return { text: text.slice(0, lastBreak) + end, leftOut: { at: lastBreak, unit: 'lines', count } };
	}
	const lineEnding = Math.floor(Math.min(most, LINE_CHARS) / END_PART);
	from = Math.min(most, LINE_CHARS) - lineEnding;
	to = text.length - lineEnding;
	if (isHalf(text, from)) from -= 1;
	if (isHalf(text, to)) to += 1;
	const leftOut = { at: from, unit: 'characters', count: to - from } as const;
	return { text: text.slice(0, from) + text.slice(to), leftOut };
}

/** What is kept of an output of any length. `E`: a printed entry. */
export interface KeptOutput<E extends ConsoleEntry> {
	/** Takes an entry. Returns it as it is kept where it is of the beginning; else null, and it is in `end()` while it is among the last. */
	add(entry: E): E | null;
	end(): E[];
	/** Lines between the beginning and the end. */
	readonly leftOut: number;
}

/** @param limit characters that are kept in all, line ends counted; of entries, as many as the contract says */
export function createKeptOutput<E extends ConsoleEntry>(limit: number): KeptOutput<E> {
	const endChars = Math.floor(limit / END_PART);
	const most = Math.min(TEXT_CHARS, endChars - 1);
	let beginEntries = OUTPUT_BEGIN_ENTRIES;
	let beginChars = limit - endChars;
	let leftOut = 0;
	/** The last entries: number `n` of them lies at `n % OUTPUT_END_ENTRIES`. */
	const ring: E[] = [];
	let first = 0;
	let next = 0;
	let ringChars = 0;

	function forgetFirst(): void {
		const { text, leftOut: within } = ring[first++ % OUTPUT_END_ENTRIES]!;
		ringChars -= text.length + 1;
		leftOut += linesIn(text) + (within?.unit === 'lines' ? within.count : 0);
	}

	return {
		add(whole) {
			const entry = whole.text.length > most ? { ...whole, ...shortened(whole.text, most) } : whole;
			const chars = entry.text.length + 1;
			if (beginEntries > 0 && chars <= beginChars) {
				beginEntries -= 1;
				beginChars -= chars;
				return entry;
			}
			// The end has begun: what comes now comes after it, however short.
			beginEntries = 0;
			while (first < next && (next - first === OUTPUT_END_ENTRIES || ringChars + chars > endChars))
				forgetFirst();
			ring[next++ % OUTPUT_END_ENTRIES] = entry;
			ringChars += chars;
			return null;
		},
		end() {
			const entries: E[] = [];
			for (let at = first; at < next; at += 1) entries[at - first] = ring[at % OUTPUT_END_ENTRIES]!;
			return entries;
		},
		get leftOut() {
			return leftOut;
		}
	};
}
