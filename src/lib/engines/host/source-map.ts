/** Where a script's text came from, as a source map says (version 3, without sections). */
export interface SourcePosition {
	source: string;
	/** From 1. */
	line: number;
	/** From 0. */
	column: number;
}

/** From a column of the script on: which source, and its line and column, all from 0; only a column: of no source. */
type Segment = readonly number[];

export interface SourceMap {
	sources: readonly (string | null)[];
	/** By line of the script, in the order of their columns. */
	lines: readonly (readonly Segment[])[];
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Numbers as a source map writes them: five bits in a digit, the lowest first, the sign in the first bit. */
function numbersIn(text: string): number[] {
	const numbers: number[] = [];
	let value = 0;
	let shift = 0;
	for (const letter of text) {
		const digit = DIGITS.indexOf(letter);
		value += (digit & 31) << shift;
		shift += 5;
		if (digit & 32) continue;
		numbers.push(value & 1 ? -(value >>> 1) : value >>> 1);
		value = shift = 0;
	}
	return numbers;
}

/** Reads a source map's JSON. Throws where it is none. */
export function readSourceMap(json: string): SourceMap {
	const { sources, mappings } = JSON.parse(json) as { sources: (string | null)[]; mappings: string };
	let [source, line, column] = [0, 0, 0];
	const lines = mappings.split(';').map((text) => {
		let own = 0;
		return text
			.split(',')
			.filter(Boolean)
			.map((segment): Segment => {
				const [by = 0, bySource, byLine = 0, byColumn = 0] = numbersIn(segment);
				own += by;
				if (bySource === undefined) return [own];
				source += bySource;
				line += byLine;
				column += byColumn;
				return [own, source, line, column];
			});
	});
	return { sources, lines };
}

/**
 * What stands at a place of the script: of the nearest segment before it on its line, or the first one that begins there.
 * Null where there is none, or it is of no source.
 * @param line from 1
 * @param column from 0
 */
export function originalPosition(map: SourceMap, line: number, column: number): SourcePosition | null {
	let found: Segment = [];
	for (const segment of map.lines[line - 1] ?? []) {
		if (segment[0]! > column) break;
		found = segment;
		if (segment[0] === column) break;
	}
	const [, at, ownLine = 0, ownColumn = 0] = found;
	const source = at === undefined ? null : map.sources[at];
	return source ? { source, line: ownLine + 1, column: ownColumn } : null;
}
