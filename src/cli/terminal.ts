import * as clack from '@clack/prompts';
import { plainText } from './plain-text.ts';

/** A question that only a person can answer was asked where nobody sits: the flag to use instead. */
export class NobodyAnswers extends Error {
	constructor(readonly flag: string) {
		super(`Nobody can answer here. Give ${flag}.`);
	}
}

/** The person stopped answering (Ctrl+C). */
export class Cancelled extends Error {}

/** How far long work is; where nobody watches, nothing is drawn. */
export interface Progress {
	/** One more is done. `what`: what is looked at now. */
	advance(what: string): void;
	/** Removes the bar. */
	end(): void;
}

export interface Choice<Value extends string> {
	value: Value;
	label: string;
	hint?: string;
}

/** Where a verb prints and asks. Tests have one that remembers. */
export interface Terminal {
	/** Results, to standard output: what `--json` prints goes here and nothing else. */
	out(text: string): void;
	/** What is said beside results, to standard error. */
	say(text: string): void;
	progress(title: string, total: number): Progress;
	/** Rejects with `NobodyAnswers` where there is no person, and with `Cancelled`. `flag`: what would have answered. */
	ask(question: {
		flag: string;
		message: string;
		/** What is meant where nothing is typed; shown, and gone with the first key. */
		initial?: string;
		check?: (answer: string) => string | undefined;
	}): Promise<string>;
	choose<Value extends string>(question: {
		flag: string;
		message: string;
		choices: readonly Choice<Value>[];
	}): Promise<Value>;
}

function answered<Value extends string>(answer: Value | symbol): Value {
	if (typeof answer === 'symbol') throw new Cancelled('Stopped.');
	return answer;
}

/** The terminal of this process. What is foreign in a text cannot move the cursor, write to the clipboard or turn words around. */
export function processTerminal(): Terminal {
	const interactive = process.stdin.isTTY && process.stderr.isTTY;
	const output = process.stderr;
	return {
		out: (text) => void process.stdout.write(`${plainText(text)}\n`),
		say: (text) => void process.stderr.write(`${plainText(text)}\n`),
		progress(title, total) {
			if (!process.stderr.isTTY || total === 0) return { advance() {}, end() {} };
			const bar = clack.progress({ output, max: total });
			bar.start(plainText(title));
			// It reads keys, and would answer Ctrl+C by ending the process with code 0, as if all were well.
			if (process.stdin.isTTY) process.stdin.setRawMode(false);
			return { advance: (what) => bar.advance(1, plainText(what)), end: () => bar.clear() };
		},
		async ask({ flag, message, initial, check }) {
			if (!interactive) throw new NobodyAnswers(flag);
			const typed = (value: string | undefined): string => value || (initial ?? '');
			const validate = (value: string | undefined) => check?.(typed(value));
			const placeholder = initial === undefined ? {} : { placeholder: plainText(initial) };
			return typed(
				answered(await clack.text({ message: plainText(message), ...placeholder, validate, output }))
			);
		},
		async choose({ flag, message, choices }) {
			if (!interactive) throw new NobodyAnswers(flag);
			const options = choices.map(({ value, label, hint }) => ({
				value: value as string,
				label: plainText(label),
				...(hint === undefined ? {} : { hint: plainText(hint) })
			}));
			const answer = answered(await clack.select({ message: plainText(message), options, output }));
			return choices.find(({ value }) => value === answer)!.value;
		}
	};
}
