import { cutText } from './cut-text.ts';

/** The lines in which two texts differ. */
export interface DifferingLines {
	/** Line of the first difference, from 1. */
	first: number;
	was: readonly string[];
	becomes: readonly string[];
}

export function differingLines(before: string, after: string): DifferingLines {
	const [old, now] = [before.split('\n'), after.split('\n')];
	let first = 0;
	while (first < Math.min(old.length, now.length) && old[first] === now[first]) first++;
	let same = 0;
	const most = Math.min(old.length, now.length) - first;
	while (same < most && old.at(-1 - same) === now.at(-1 - same)) same++;
	return {
		first: first + 1,
		was: old.slice(first, old.length - same),
		becomes: now.slice(first, now.length - same)
	};
}

/** Lines that are told of a change, and characters of each. */
const TOLD_LINES = 6;
const TOLD_CHARS = 300;

const told = (lines: readonly string[]): string =>
	(lines.length > TOLD_LINES ? [...lines.slice(0, TOLD_LINES), '…'] : lines)
		.map((line) => cutText(line, TOLD_CHARS))
		.join('\n');

/** What a change of a program is, as people are told: its first line, and the lines before and after. */
export function toldDifference(
	before: string,
	after: string
): { line: number; was: string; becomes: string } {
	const { first, was, becomes } = differingLines(before, after);
	return { line: first, was: told(was), becomes: told(becomes) };
}
