import type { ShownBug } from './shown-bug.ts';

/** A bug that can be switched on in a program. */
export interface PlannedBug {
	/** Unique in its program. */
	id: string;
	/** The number of the script that it is in. */
	script: number;
	/** As the script knows it; null where the script as a whole has it. */
	active: string | null;
	/** Of a script that has the bug as a whole: what is passed in the changed lines. None where that cannot be told. */
	reach: readonly string[];
}

/** The program that a learner's tests are run against, and its bugs. */
export interface TestedProgram {
	/**
	 * Bodies of `async function (__passerelle_define__, __passerelle_meta__, __passerelle_guard__, stryMutAct_9fa48, stryCov_9fa48)`.
	 * The first is the correct program with all automatic bugs, each behind a switch; the others have one bug each.
	 */
	scripts: readonly string[];
	bugs: readonly PlannedBug[];
}

/** A bug that was put into a program which a learner has written: what it changes. */
export type PlantedBug = Omit<ShownBug, 'told'>;

/** The learner's own program with bugs in it, each behind a switch: as the first script of a `TestedProgram`. */
export interface PlantedProgram {
	script: string;
	bugs: readonly PlantedBug[];
}

/** How often each automatic bug was passed by: id → times. */
export type Passed = Readonly<Record<string, number>>;

/** What runs on the correct program tell. */
export interface Baseline {
	/** Full names of the tests, in the order of collection. */
	tests: readonly string[];
	/** Milliseconds of each, the longest of all runs. */
	durations: readonly number[];
	/** Indexes of tests that differ from one run to the next. */
	unstable: readonly number[];
	/** Whether a test needs what another one has left behind: then they are only run together. */
	ordered: boolean;
	/** What was passed while the files were read, or while several tests were under way. */
	always: Passed;
	/** Per test. */
	passed: readonly Passed[];
}

/** What is to be tried in one sandbox. */
export interface BugsToTry {
	baseline: Baseline;
	/** In any order. `done`: tests that have been tried on it already. */
	bugs: readonly { bug: PlannedBug; done: readonly number[] }[];
}
