/*
 * What suites can import besides "vitest" (and "@testing-library/dom", "@testing-library/user-event" for pages), for your editor.
 * The authors' guide (README.md) says how each is used.
 */

/** For every suite. */
declare module 'passerelle/run' {
	/** What the exercise's kind gives to this run, each kind another thing; null where one run differs from another in nothing. */
	export const input: any;
	/** The text of a file of the learner, as written. Throws where there is no such file. */
	export function source(path: string): string;
}

/** For suites of pages: an exercise with `"need": "dom"`. */
declare module 'passerelle/page' {
	/** Opens a page anew, as a browser does; default: the exercise's own. Settles when its scripts have run. */
	export function openPage(path?: string): Promise<void>;
	/** Opens the local page that a link leads to; gives its path. Throws where it leads elsewhere. */
	export function follow(link: Element): Promise<string>;
	/** The text of a file of the learner, as written. Throws where there is no such file. */
	export function source(path: string): string;
	/** Does each step of a report to the page (kind "bug-report"); rejects with the first that cannot be done. */
	export function replay(steps: readonly Step[]): Promise<void>;
	/** As in report.json. */
	export type Step = {
		readonly role: string;
		readonly name: string;
		/** Which of several that are alike, from 2. */
		readonly nth?: number;
	} & (
		| { readonly do: 'click' }
		| { readonly do: 'type'; readonly text: string }
		| { readonly do: 'choose'; readonly option: string }
		| { readonly do: 'check'; readonly on: boolean }
		| {
				readonly do: 'press';
				readonly key: 'Enter' | 'Escape' | 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';
		  }
	);
	/** What a screen reader calls an element. */
	export function accessibleName(element: Element): string;
	/** And says besides. */
	export function accessibleDescription(element: Element): string;
	/** The value of a style's property as a browser computes it, in one form for every way to write it: a colour is `rgb(…)`. */
	export function styleOf(element: Element, property: string): string;
}

/** For suites of programs: an exercise with `"need": "node"`. */
declare module 'passerelle/program' {
	export interface ProgramOptions {
		args?: readonly string[];
		/** What it reads on standard input. */
		input?: string;
		env?: Readonly<Record<string, string>>;
		/** Path → text: written into the working directory before it starts. */
		files?: Readonly<Record<string, string>>;
	}
	export interface ProgramResult {
		/** What it printed to standard output. */
		readonly output: string;
		/** And to standard error; the error that nobody caught is its last line. */
		readonly errors: string;
		readonly exitCode: number;
		/** Whether an error that nobody caught ended it. */
		readonly crashed: boolean;
	}
	export interface RunningServer {
		/** For example "http://localhost:40000". */
		readonly url: string;
		/** The port that the program asked for; `url` may have another. */
		readonly port: number;
		/** Ends the program. */
		close(): Promise<void>;
	}
	/** `node path …args`, started anew; default: the exercise's entry. Settles when it has ended. */
	export function runProgram(path?: string, options?: ProgramOptions): Promise<ProgramResult>;
	/** The same for a program that listens. Settles when it does. */
	export function startServer(
		path?: string,
		options?: Pick<ProgramOptions, 'args' | 'env'>
	): Promise<RunningServer>;
	/** Puts the exercise's files back, or these in their place. */
	export function resetFiles(files?: Readonly<Record<string, string>>): void;
}
