import { OUTPUT_BEGIN_ENTRIES } from '../../contract/plan.ts';
import type { ConsoleEntry } from '../../contract/report.ts';
import { locate } from './map-failure.ts';
import type { PrintedEntry, SaidOutput } from '../harness/protocol.ts';

/** What was heard of an output, so far. */
export interface HeardOutput {
	/** Returns the new lines of the beginning. */
	take(said: SaidOutput): ConsoleEntry[];
	/** The beginning, an entry that counts what was left out, and the end. */
	all(): ConsoleEntry[];
	readonly leftOut: number;
}

/** @param sourceMap of the program: an error's line says where it was thrown: "Uncaught Error: … (main.js:5)" */
export function createHeardOutput(sourceMap = ''): HeardOutput {
	const begin: ConsoleEntry[] = [];
	let end: PrintedEntry[] = [];
	let leftOut = 0;
	const withPlace = ({ stack, ...entry }: PrintedEntry): ConsoleEntry => {
		const at = stack === undefined ? null : locate(stack, sourceMap);
		return at ? { ...entry, text: `${entry.text} (${at.file}:${at.line})` } : entry;
	};
	return {
		take(said) {
			const entries = said.entries.slice(0, OUTPUT_BEGIN_ENTRIES - begin.length).map(withPlace);
			begin.push(...entries);
			({ end, leftOut } = said);
			return entries;
		},
		all() {
			const gap: ConsoleEntry = {
				level: 'log',
				text: '',
				test: null,
				leftOut: { at: 0, unit: 'lines', count: leftOut }
			};
			return [...begin, ...(leftOut > 0 ? [gap] : []), ...end.map(withPlace)];
		},
		get leftOut() {
			return leftOut;
		}
	};
}
