import { defineProperty } from './natives.ts';
import { PROGRAM_SCRIPT } from './protocol.ts';

/*
 * What tests must not find out of the program that they are for: its text, where all bugs stand, and the places in it that
 * calls come from, which differ with the bug.
 */

const { apply } = Reflect;
const { includes } = String.prototype;
const { toString: printFunction } = Function.prototype;
const { toString: printError } = Error.prototype;

/** What Stryker's instrumenter writes into every function that has something to change. */
const MARKS = ['stryMutAct_9fa48', 'stryCov_9fa48'] as const;
const isProgram = (text: string): boolean => MARKS.some((mark) => apply(includes, text, [mark]) as boolean);

const native = (name: unknown): string =>
	`function ${typeof name === 'string' ? name : ''}() { [native code] }`;

/** Functions of a tested program print like those of the engine. Before anything is frozen. */
export function maskFunctions(): void {
	const { toString } = {
		toString(this: unknown): string {
			if (this === toString) return native('toString');
			const text = apply(printFunction, this, []) as string;
			return isProgram(text) ? native((this as { name?: unknown }).name) : text;
		}
	};
	defineProperty(Function.prototype, 'toString', { value: toString });
}

/** The part of V8's call sites that is read. */
interface CallSite {
	getScriptNameOrSourceURL(): string | null;
	toString(): string;
}

function header(error: unknown): string {
	try {
		return apply(printError, error, []) as string;
	} catch {
		return 'Error';
	}
}

/** A stack as V8 writes it, without the frames of the program. */
function withoutProgram(error: unknown, sites: readonly CallSite[]): string {
	const frames: string[] = [];
	for (const site of sites)
		if (site.getScriptNameOrSourceURL() !== PROGRAM_SCRIPT) frames.push(`    at ${site.toString()}`);
	return [header(error), ...frames].join('\n');
}

let hides = false;

/** From now on stacks do not show the program. Only V8 can be told so: there, on the server, results are verified. */
export const hideProgram = (): void => void (hides = true);

/** What V8 writes stacks with. */
export const stackFormat = (): typeof withoutProgram | undefined => (hides ? withoutProgram : undefined);
