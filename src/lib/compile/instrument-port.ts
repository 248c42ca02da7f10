import type { FileMap } from '../contract/exercise.ts';

/** A change of one place in a program, as Stryker makes it. Lines and columns from 1. */
export interface Mutant {
	/** Unique in its program: decimal digits, in the order of the files and of the places in them. */
	id: string;
	file: string;
	/** Stryker's name of the rule, as "ArithmeticOperator". */
	rule: string;
	start: { line: number; column: number };
	end: { line: number; column: number };
	replacement: string;
}

/**
 * A program with all of Stryker's mutants in it, each behind a call of `stryMutAct_9fa48`, and with calls of `stryCov_9fa48`
 * that say which ones are passed by. Neither is declared: who runs the program gives them. Types stay.
 */
export type Instrument = (files: FileMap) => Promise<{ files: FileMap; mutants: Mutant[] }>;
