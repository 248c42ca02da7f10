import type { ConsoleEntry, ProgramEnding } from '../../contract/report.ts';
import { createKeptOutput } from './kept-output.ts';
import type { PrintedEntry, SaidOutput } from './protocol.ts';
import { defineProperty, now } from './natives.ts';
import { printedValues } from './printed-values.ts';
import { asConsole } from './printed-zero.ts';

const LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const;
/** Output waits at most this long before it is sent, so that a loop that prints shows what it printed. */
const FLUSH_MS = 50;
/** The end is sent whole each time: less often. It is there to be seen where a program never ends. */
const END_FLUSH_MS = 250;
/** Spaces before what stands in groups within groups. */
const MOST_INDENT = 100;

/** What is said of a program's end, in English. `%` is its number. */
const ENDINGS: Readonly<Record<ProgramEnding['code'], string>> = {
	listens: 'The server is listening on port %.',
	'without-server': 'The program ended without starting a server.',
	'exit-code': 'The program ended with exit code %.'
};

export interface ConsoleCapture {
	/** Prints a line of ours, as `console.error` would, about an error with this stack. */
	error(text: string, stack: string): void;
	/** Says how the program has ended. */
	ending(ending: ProgramEnding): void;
	/** Sends everything that has not been sent. */
	flush(): void;
	/** From now on only tests print: what is loaded for them has printed already, as the program that was run. */
	onlyTests(): void;
	/** From now on nothing is printed any more. */
	silence(): void;
}

/**
 * Replaces the console's methods by ones that keep what is printed: its beginning and its end, up to `limit` characters in
 * all. `send` gets batches; `currentTest` names the test that is running.
 */
export function captureConsole(
	limit: number,
	currentTest: () => string | null,
	send: (said: SaidOutput) => void
): ConsoleCapture {
	const kept = createKeptOutput<PrintedEntry>(limit);
	let onlyTests = false;
	let silent = false;
	let indent = '';
	let batch: PrintedEntry[] = [];
	let endChanged = false;
	let lastFlush = now();
	let lastEnd = lastFlush;

	const flush = (at: number, withEnd: boolean) => {
		lastFlush = at;
		const sendsEnd = endChanged && withEnd;
		if (batch.length === 0 && !sendsEnd) return;
		const entries = batch;
		batch = [];
		if (sendsEnd) {
			endChanged = false;
			lastEnd = at;
		}
		send({ entries, end: kept.end(), leftOut: kept.leftOut });
	};

	const keep = (entry: PrintedEntry) => {
		const begins = kept.add(entry);
		if (begins) batch[batch.length] = begins;
		else endChanged = true;
		const at = now();
		if (at - lastFlush > FLUSH_MS) flush(at, at - lastEnd > END_FLUSH_MS);
	};

	const print = (level: ConsoleEntry['level'], args: unknown[], stack?: string) => {
		if (silent) return;
		if (onlyTests && stack === undefined && currentTest() === null) return;
		let text: string;
		try {
			const [only] = args;
			text = args.length === 1 && typeof only === 'string' ? only : asConsole(() => printedValues(args));
		} catch {
			text = '[value that cannot be printed]';
		}
		// What stands in a group is further to the right, each line of it.
		if (indent !== '' && stack === undefined) text = `${indent}${text.replaceAll('\n', `\n${indent}`)}`;
		const entry = { level, text, test: currentTest() };
		keep(stack === undefined ? entry : { ...entry, stack });
	};

	// A console of our own: the native one has more than methods (in Node, its streams and their ports).
	const target: Record<string, unknown> = {};
	for (const key of Object.keys(globalThis.console)) {
		if (typeof Reflect.get(globalThis.console, key) === 'function') target[key] = () => {};
	}
	delete target.Console;
	for (const level of LEVELS) {
		// Named like the real ones: a spy on `console.warn` says "warn" when its test fails.
		target[level] = { [level]: (...args: unknown[]) => print(level, args) }[level];
	}
	target.table = target.dirxml = target.trace = target.log;
	// Its second argument says how.
	target.dir = (value: unknown) => print('log', [value]);
	const counts = new Map<unknown, number>();
	target.group = target.groupCollapsed = (...args: unknown[]) => {
		if (args.length > 0) print('log', args);
		// A loop of groups would make a text of one letter too long for any memory.
		if (indent.length < MOST_INDENT) indent += '  ';
	};
	target.groupEnd = () => void (indent = indent.slice(2));
	target.count = (label: unknown = 'default') => {
		const count = (counts.get(label) ?? 0) + 1;
		counts.set(label, count);
		print('log', [`${String(label)}: ${count}`]);
	};
	target.countReset = (label: unknown = 'default') => void counts.delete(label);
	target.assert = (condition: unknown, ...args: unknown[]) => {
		if (!condition) print('error', ['Assertion failed:', ...args]);
	};
	defineProperty(globalThis, 'console', {
		value: target,
		writable: true,
		enumerable: false,
		configurable: true
	});
	return {
		error: (text, stack) => print('error', [text], stack),
		ending: (ending) =>
			keep({
				level: 'log',
				text: ENDINGS[ending.code].replace('%', String(ending.number)),
				test: null,
				ending
			}),
		flush: () => flush(now(), true),
		onlyTests: () => void (onlyTests = true),
		silence: () => void (silent = true)
	};
}
