import { OUTPUT_CHARS } from '../../contract/plan.ts';
import type { ConsoleEntry } from '../../contract/report.ts';
import { createKeptOutput } from '../harness/kept-output.ts';
import type { SaidOutput } from '../harness/protocol.ts';
import { printLine } from './print-value.ts';

/** Lines are sent together, at most this late. */
const FLUSH_MS = 50;
/** The end of a flood, which is sent whole each time, at most this late. */
const END_FLUSH_MS = 250;

/**
 * Replaces the console's methods by ones that send what is printed: of a flood its beginning and its end, so that the page
 * around it does not stall. Returns what prints an error of ours.
 */
export function sendConsole(send: (said: SaidOutput) => void): (text: string) => void {
	const kept = createKeptOutput<ConsoleEntry>(OUTPUT_CHARS);
	let batch: ConsoleEntry[] = [];
	let waiting = false;
	const later = globalThis.setTimeout.bind(globalThis);
	const flush = () => {
		const entries = batch;
		batch = [];
		waiting = false;
		send({ entries, end: kept.end(), leftOut: kept.leftOut });
	};
	const print = (level: ConsoleEntry['level'], args: readonly unknown[]) => {
		const begins = kept.add({ level, text: printLine(args), test: null });
		if (begins) batch.push(begins);
		if (waiting) return;
		waiting = true;
		later(flush, begins ? FLUSH_MS : END_FLUSH_MS);
	};
	const as =
		(level: ConsoleEntry['level']) =>
		(...args: unknown[]) =>
			print(level, args);
	const log = as('log');
	Object.assign(console, {
		log,
		info: as('info'),
		warn: as('warn'),
		error: as('error'),
		debug: as('debug'),
		table: log,
		dir: (value: unknown) => log(value),
		trace: log,
		assert(condition: unknown, ...args: unknown[]) {
			if (!condition) print('error', ['Assertion failed:', ...args]);
		}
	});
	return (text) => print('error', [text]);
}
