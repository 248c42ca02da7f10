import { OUTPUT_ENTRIES } from '../../contract/plan.ts';
import type { ConsoleEntry } from '../../contract/report.ts';
import type { PrintedEntry } from './protocol.ts';
import { defineProperty, now } from './natives.ts';
import { printedValues } from './printed-values.ts';
import { asConsole } from './printed-zero.ts';

const LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const;
/** Output waits at most this long before it is sent, so that a loop that prints shows what it printed. */
const FLUSH_MS = 50;
/** One printed line is cut here: an entry of megabytes would stall the page. */
const ENTRY_CHARS = 8 * 1024;
/** Spaces before what stands in groups within groups. */
const MOST_INDENT = 100;

export interface ConsoleCapture {
	/** Prints a line of ours, as `console.error` would, about an error with this stack. */
	error(text: string, stack: string): void;
	flush(): void;
	/** From now on only tests print: what is loaded for them has printed already, as the program that was run. */
	onlyTests(): void;
	readonly truncated: boolean;
}

/**
 * Replaces the console's methods by ones that keep what is printed, up to `limit` characters and `OUTPUT_ENTRIES` lines in
 * all: nothing is sent after that, whatever is printed. `send` gets batches; `currentTest` names the test that is running.
 */
export function captureConsole(
	limit: number,
	currentTest: () => string | null,
	send: (entries: PrintedEntry[], truncated: boolean) => void
): ConsoleCapture {
	let left = limit;
	let lines = 0;
	let onlyTests = false;
	let truncated = false;
	let indent = '';
	let batch: PrintedEntry[] = [];
	let lastFlush = now();

	const flush = () => {
		if (batch.length === 0) return;
		const entries = batch;
		batch = [];
		lastFlush = now();
		send(entries, truncated);
	};

	const print = (level: ConsoleEntry['level'], args: unknown[], stack?: string) => {
		if (truncated || (onlyTests && stack === undefined && currentTest() === null)) return;
		if (lines++ === OUTPUT_ENTRIES) {
			truncated = true;
			return batch.length === 0 ? send([], truncated) : flush();
		}
		let text: string;
		try {
			const [only] = args;
			text = args.length === 1 && typeof only === 'string' ? only : asConsole(() => printedValues(args));
		} catch {
			text = '[value that cannot be printed]';
		}
		// What stands in a group is further to the right, each line of it.
		if (indent !== '' && stack === undefined) text = `${indent}${text.replaceAll('\n', `\n${indent}`)}`;
		if (text.length > ENTRY_CHARS) text = `${text.slice(0, ENTRY_CHARS)}…`;
		left -= text.length + 1;
		if (left <= 0) {
			truncated = true;
			text = text.slice(0, Math.max(0, text.length + left));
		}
		const entry = { level, text, test: currentTest() };
		batch[batch.length] = stack === undefined ? entry : { ...entry, stack };
		if (truncated || now() - lastFlush > FLUSH_MS) flush();
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
	target.table = target.dir = target.dirxml = target.trace = target.log;
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
		flush,
		onlyTests: () => void (onlyTests = true),
		get truncated() {
			return truncated;
		}
	};
}
