import { consoleMethods } from './console-methods.ts';
import { EXIT, type Channel, type Program, type Programs } from './programs.ts';
import type { Print } from './process.ts';

type Method = (...args: unknown[]) => void;
type Methods = Record<string, Method>;

/** Where the console shows what a program prints besides `log`. */
const SHOWN: Readonly<Record<string, string>> = {
	info: 'info',
	debug: 'debug',
	warn: 'warn',
	error: 'error'
};

export interface Printing {
	print: Print;
	/** The last line of a program that has ended needs no line break. */
	flush(program: Program): void;
	/** Replaces the methods of the console that is there now: the one that captures. */
	attach(): void;
}

/**
 * What programs print: kept with the program, and shown in the captured console line by line. The console's methods
 * print as Node's do while a program runs; for what a suite imports they stay as they are.
 */
export function createPrinting(programs: Programs): Printing {
	let captured: Methods = {};
	/** The method of the console that prints now: it says how the line is shown. */
	let level: string | null = null;
	const unfinished = new WeakMap<Program, Record<Channel, string>>();

	const print: Print = (program, channel, text) => {
		if (program.ended) throw EXIT;
		program.record(channel, text);
		let lines = unfinished.get(program);
		if (!lines) unfinished.set(program, (lines = { stdout: '', stderr: '' }));
		const end = text.lastIndexOf('\n');
		// A line of many parts is joined once, when it ends.
		if (end < 0) return void (lines[channel] += text);
		show(channel, lines[channel] + text.slice(0, end));
		lines[channel] = text.slice(end + 1);
	};
	const show = (channel: Channel, line: string) => {
		const shown = (level && SHOWN[level]) ?? (channel === 'stdout' ? 'log' : 'error');
		captured[shown]?.(line);
	};
	const flush = (program: Program) => {
		const lines = unfinished.get(program);
		if (!lines) return;
		unfinished.delete(program);
		for (const channel of ['stdout', 'stderr'] as const) if (lines[channel]) show(channel, lines[channel]);
	};

	const consoles = new WeakMap<Program, Methods>();
	const methodsOf = (program: Program): Methods => {
		let methods = consoles.get(program);
		if (!methods) {
			methods = consoleMethods((channel, text) => print(program, channel, text));
			consoles.set(program, methods);
		}
		return methods;
	};
	const names = Object.keys(methodsOf(programs.base));

	return {
		print,
		attach() {
			const target = globalThis.console as unknown as Methods;
			captured = { ...target };
			for (const name of names) {
				const before = captured[name] ?? (() => {});
				target[name] = {
					[name](...args: unknown[]) {
						const program = programs.current();
						if (program.isBase) return before(...args);
						if (program.ended) throw EXIT;
						level = name;
						try {
							methodsOf(program)[name]!(...args);
						} finally {
							level = null;
						}
					}
				}[name]!;
			}
		},
		flush
	};
}
