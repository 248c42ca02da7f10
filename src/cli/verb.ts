import type { Kinds } from '../lib/kinds/kinds.ts';
import type { Terminal } from './terminal.ts';

export interface VerbContext {
	terminal: Terminal;
	/** Aborted by Ctrl+C: verbs stop soon and leave nothing half written. */
	signal: AbortSignal;
	/** Where the coach typed the command: relative paths mean this folder. */
	cwd: string;
	/** What exercises can be. */
	kinds: Kinds;
}

/** What one verb of the coach's command is. */
export interface Verb {
	/** One line for the list of verbs. */
	summary: string;
	/** What `--help` prints: the forms of the command, its options (some are of the kinds), an example. */
	usage(kinds: Kinds): string;
	/**
	 * Exit code: 0 done, 1 problems were found. Throws `WrongUse` for a command that makes no sense and `NotPossible` for
	 * what this machine cannot do; anything else that it throws is our own fault.
	 */
	run(args: readonly string[], context: VerbContext): Promise<number>;
}

/** The command was wrong: the message says what to write instead. */
export class WrongUse extends Error {}
