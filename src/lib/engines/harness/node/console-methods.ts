import { format, inspect } from 'node:util';
import { now } from '../natives.ts';
import { renderTable } from './console-table.ts';

type Write = (channel: 'stdout' | 'stderr', text: string) => void;

/** The methods of Node's console, for programs: the same text in every engine. One per program. */
export function consoleMethods(write: Write): Record<string, (...args: unknown[]) => void> {
	let indent = '';
	const counts = new Map<string, number>();
	const timers = new Map<string, number>();
	const line = (channel: 'stdout' | 'stderr', args: unknown[]) => {
		const text = format(...args);
		write(channel, `${indent}${indent ? text.replaceAll('\n', `\n${indent}`) : text}\n`);
	};
	const out = (...args: unknown[]) => line('stdout', args);
	const err = (...args: unknown[]) => line('stderr', args);
	const group = (...args: unknown[]) => {
		if (args.length > 0) out(...args);
		indent += '  ';
	};
	const elapsed = (label: string) => `${label}: ${(now() - (timers.get(label) ?? now())).toFixed(3)}ms`;
	return {
		log: out,
		info: out,
		debug: out,
		dirxml: out,
		warn: err,
		error: err,
		trace: (...args) => err(args.length > 0 ? `Trace: ${format(...args)}` : 'Trace'),
		assert(condition, ...args) {
			if (condition) return;
			if (typeof args[0] === 'string') err(`Assertion failed: ${args[0]}`, ...args.slice(1));
			else err('Assertion failed', ...args);
		},
		dir: (value, options) => out(inspect(value, options as object)),
		table: (data, columns) => out(renderTable(data, columns) ?? data),
		group,
		groupCollapsed: group,
		groupEnd: () => void (indent = indent.slice(2)),
		count(label = 'default') {
			const count = (counts.get(String(label)) ?? 0) + 1;
			counts.set(String(label), count);
			out(`${String(label)}: ${count}`);
		},
		countReset: (label = 'default') => void counts.delete(String(label)),
		time: (label = 'default') => void timers.set(String(label), now()),
		timeLog: (label = 'default', ...args) => out(elapsed(String(label)), ...args),
		timeEnd(label = 'default') {
			out(elapsed(String(label)));
			timers.delete(String(label));
		}
	};
}
