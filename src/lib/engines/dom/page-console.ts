import { OUTPUT_CHARS, OUTPUT_ENTRIES } from '../../contract/plan.ts';
import type { ConsoleEntry } from '../../contract/report.ts';
import { printLine } from './print-value.ts';

/** Lines are sent together, at most this late. */
const FLUSH_MS = 50;

/**
 * Replaces the console's methods by ones that send what is printed: one shown page may print `OUTPUT_CHARS` characters and
 * `OUTPUT_ENTRIES` lines, then it is silent, so that a flood does not stall the page around it. Returns what prints an
 * error of ours.
 */
export function sendConsole(send: (entries: ConsoleEntry[]) => void): (text: string) => void {
	let left = OUTPUT_CHARS;
	let lines = 0;
	let batch: ConsoleEntry[] = [];
	const later = globalThis.setTimeout.bind(globalThis);
	const flush = () => {
		const entries = batch;
		batch = [];
		if (entries.length > 0) send(entries);
	};
	const print = (level: ConsoleEntry['level'], args: readonly unknown[]) => {
		if (left <= 0 || lines++ >= OUTPUT_ENTRIES) return;
		const text = printLine(args).slice(0, left);
		left -= text.length + 1;
		if (batch.length === 0) later(flush, FLUSH_MS);
		batch.push({ level, text, test: null });
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
		dir: log,
		trace: log,
		assert(condition: unknown, ...args: unknown[]) {
			if (!condition) print('error', ['Assertion failed:', ...args]);
		}
	});
	return (text) => print('error', [text]);
}
