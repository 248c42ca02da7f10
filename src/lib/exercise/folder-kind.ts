import type { z } from 'zod';
import type { Exercise } from '../contract/exercise.ts';
import type { Problem } from '../contract/problem.ts';
import type { Sources } from './sources.ts';
import type { DecodedFolder } from './folder-files.ts';
import type { LocatedJson } from './json-lines.ts';

/** What a kind reads its own files from. */
export interface KindFolder<M> {
	id: string;
	folder: DecodedFolder;
	/** Null where exercise.json has problems: what can be said without it is said. */
	manifest: M | null;
	/** To name lines of exercise.json; null with `manifest`. */
	json: LocatedJson | null;
}

/** Texts of an exercise, to find out whether what is to stay hidden stands where a learner reads it. */
export interface KindTexts {
	/** What the learner is shown, besides brief and hints. */
	shown: readonly string[];
	/** Path in the folder → text of what must not be told at all. */
	suites: readonly (readonly [path: string, text: string])[];
	/** The same of what a learner is to find: a hint may come near to it. */
	answers: readonly (readonly [path: string, text: string])[];
}

/** Where something stands in a folder: relative to `exercises/`, 1-based. */
export interface Place {
	file: string;
	line?: number;
}

/** A name of the code that a learner begins with. */
export interface CodeName extends Place {
	name: string;
}

/** Which suite of an exercise: the hidden one, or the visible one. */
export type SuiteName = 'hidden' | 'examples';

/** What reading and checking a folder asks of a kind of exercise. */
export interface FolderKind<E extends Exercise = Exercise> {
	/** As exercise.json says it. */
	readonly name: string;
	readonly folder: {
		/** Its whole exercise.json: `manifestFields` and its own. */
		readonly manifest: z.ZodType<E['manifest']>;
		/** Paths of its own files. */
		readonly paths: RegExp;
		/** Its own fields of an exercise, and what is wrong with its files. */
		read(from: KindFolder<E['manifest']>): { own: Omit<E, keyof Exercise>; problems: Problem[] };
		/** Paths in the folder of JSON files of its own whose lines problems name. */
		sources(exercise: E): readonly string[];
		texts(exercise: E): KindTexts;
		/** The names that the code of a learner begins with, each once a file. */
		names(exercise: E): readonly CodeName[];
		/** What would make a better exercise. */
		remarks(exercise: E, sources: Sources): Problem[];
		/** Names of tests that its own files give wrongly. `hidden`: full names, as collected. */
		nameProblems(exercise: E, hidden: readonly string[], sources: Sources): Problem[];
		/** Where a test stands; only its folder or file where that cannot be found. */
		testPlace(exercise: E, suite: SuiteName, name: string): Place;
	};
}
