import type { FileMap } from '../../contract/exercise.ts';
import { fileOf } from '../../contract/script-file.ts';
import { findScripts } from '../page-scripts.ts';
import { tokensOf, type Token } from './tokens.ts';

/** A bracket as it is opened → as it is closed. */
export const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '${': '}' };

/** A bracket as a token opens or closes it: a part of a template can do both. */
const opens = ({ kind, text, closed }: Token): string | null => {
	if (kind === 'template') return closed && text.endsWith('${') ? '${' : null;
	return kind === 'sign' && Object.hasOwn(PAIRS, text) ? text : null;
};
const closes = ({ kind, text }: Token): string | null => {
	if (kind === 'template') return text.startsWith('}') ? '}' : null;
	return kind === 'sign' && /^[)\]}]$/.test(text) ? text : null;
};

/** A source, its tokens, and which bracket belongs to which; also of a source that does not compile. */
export interface SourceText {
	source: string;
	tokens: readonly Token[];
	/** For each token: the index of the bracket around it, or -1. */
	around: readonly number[];
	/** For each bracket: the index of the other one; -1 for all else, and for one that stands alone. */
	partner: readonly number[];
	/** Brackets that are never closed, the outer ones first. */
	unclosed: readonly number[];
}

export function readSource(source: string): SourceText {
	const tokens = tokensOf(source);
	const around: number[] = [];
	const partner: number[] = [];
	const open: number[] = [];
	const lost: number[] = [];
	/** How many of the brackets that wait for this one are open: none is looked for in vain. */
	const waiting: Record<string, number> = { ')': 0, ']': 0, '}': 0 };
	const closerOf = (index: number): string => PAIRS[opens(tokens[index]!) ?? ''] ?? '';
	for (const [index, token] of tokens.entries()) {
		partner.push(-1);
		const closer = closes(token);
		if (closer !== null && (waiting[closer] ?? 0) > 0) {
			for (let last = open.pop(); last !== undefined; last = open.pop()) {
				const wanted = closerOf(last);
				waiting[wanted] = (waiting[wanted] ?? 0) - 1;
				if (wanted === closer) {
					partner[last] = index;
					partner[index] = last;
					break;
				}
				lost.push(last);
			}
		}
		around.push(open.at(-1) ?? -1);
		if (opens(token) !== null) {
			open.push(index);
			const wanted = closerOf(index);
			waiting[wanted] = (waiting[wanted] ?? 0) + 1;
		}
	}
	return { source, tokens, around, partner, unclosed: [...lost, ...open].sort((a, b) => a - b) };
}

/** The offset where the line of an offset begins. */
export const lineStartOf = (source: string, offset: number): number =>
	Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1;

/** Offsets ↔ lines and columns, from 1, in UTF-16 units. */
export interface LineIndex {
	placeOf(offset: number): { line: number; column: number };
	offsetOf(line: number, column: number): number;
	/** The offset where a line begins. */
	startOf(line: number): number;
	/** The offset where a line ends, before what ends it. */
	endOf(line: number): number;
}

export function indexLines(source: string): LineIndex {
	const starts = [0];
	const ends: number[] = [];
	for (const { index, 0: end } of source.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) {
		starts.push(index + end.length);
		ends.push(index);
	}
	const startOf = (line: number): number => starts[line - 1] ?? source.length;
	return {
		startOf,
		endOf: (line) => ends[line - 1] ?? source.length,
		offsetOf: (line, column) => Math.min(startOf(line) + column - 1, source.length),
		placeOf(offset) {
			let low = 0;
			let high = starts.length - 1;
			while (low < high) {
				const middle = (low + high + 1) >> 1;
				if ((starts[middle] ?? 0) <= offset) low = middle;
				else high = middle - 1;
			}
			return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
		}
	};
}

/** A module as it was written: a script that stands in a page is on its own lines and columns. */
export interface ReadModule extends SourceText {
	lines: LineIndex;
}
/** `module` is a file, or what `PageScript` calls a script of a page; null where it is neither. */
export type ReadSources = (module: string) => ReadModule | null;

/** Reads each module once, when it is first asked for. */
export function createReader(files: FileMap): ReadSources {
	const known = new Map<string, ReadModule | null>();
	const textOf = (module: string): string | null => {
		const page = fileOf(module);
		if (/\.(?:js|mjs|ts)$/.test(page)) return Object.hasOwn(files, page) ? (files[page] ?? '') : null;
		if (page === module || !Object.hasOwn(files, page)) return null;
		return findScripts(page, files[page] ?? '').find(({ path }) => path === module)?.inline ?? null;
	};
	return (module) => {
		const before = known.get(module);
		if (before !== undefined) return before;
		const source = textOf(module);
		const read = source === null ? null : { ...readSource(source), lines: indexLines(source) };
		known.set(module, read);
		return read;
	};
}
