import { expect, test } from 'vitest';
import { captureConsole } from './console-capture.ts';
import type { PrintedEntry } from './protocol.ts';

/** What a program prints, as it is captured. */
function printedBy(program: (console: Console) => void): string[] {
	const before = Object.getOwnPropertyDescriptor(globalThis, 'console')!;
	const entries: PrintedEntry[] = [];
	const capture = captureConsole(
		10_000,
		() => null,
		(said) => void entries.push(...said.entries)
	);
	try {
		program(globalThis.console);
	} finally {
		Object.defineProperty(globalThis, 'console', before);
	}
	capture.flush();
	return entries.map(({ text }) => text);
}

test('what stands in a group is further to the right, each of its lines', () => {
	const lines = printedBy((console) => {
		console.group('Stops', 2);
		console.log('Flagey\nLouise');
		console.group();
		console.warn('Midi');
		console.groupEnd();
		console.groupEnd();
		console.groupEnd();
		console.log('end');
	});
	expect(lines).toEqual(['Stops 2', '  Flagey\n  Louise', '    Midi', 'end']);
});

test('what is counted is printed with its number', () => {
	const lines = printedBy((console) => {
		console.count();
		console.count('stop');
		console.count();
		console.countReset();
		console.count();
	});
	expect(lines).toEqual(['default: 1', 'stop: 1', 'default: 2', 'default: 1']);
});

test('a table, a directory and a trace are printed, and not lost', () => {
	const lines = printedBy((console) => {
		console.table([1]);
		console.dir({ a: 1 }, { depth: null });
		console.trace('here');
	});
	expect(lines).toEqual(['[ 1 ]', '{ a: 1 }', 'here']);
});
