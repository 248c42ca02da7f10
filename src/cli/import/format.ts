import type { EngineSession } from '../../lib/engines/engine.ts';
import type { EngineNeed, FileMap, MessagesFile, Origin } from '../../lib/contract/exercise.ts';
import type { Locale } from '../../lib/contract/locale.ts';
import type { LocalizedText } from '../../lib/contract/localized-text.ts';

/** An exercise of another collection, in our terms, before it was tried. */
export interface ForeignExercise {
	/** Its name in the collection: what a report calls it, and where its folder's name comes from. */
	name: string;
	/** Per language that it is written in; at least one. */
	title: Readonly<Partial<Record<Locale, string>>>;
	/** Markdown as a brief may hold it; the same languages as `title`, the original first. */
	brief: Readonly<Partial<Record<Locale, string>>>;
	/** Markdown, mildest first; the same number in each language, or none at all. */
	hints: Readonly<Partial<Record<Locale, readonly string[]>>>;
	need: EngineNeed;
	/** Paths relative to `start/`, in the order of the tabs. */
	start: FileMap;
	/** Files of `start` that a learner only reads. */
	fixed: readonly string[];
	entry: string;
	/** The suite, for Vitest; paths begin with `tests/`. */
	tests: FileMap;
	/** Relative to `start/`; laid over it. */
	solution: FileMap;
	origin: Origin;
	/** 1 to 3; what the collection says of it, or a guess. */
	level: number;
	minutes: number;
	skills: readonly string[];
	/** Names of exercises of the same collection. */
	prerequisites: readonly string[];
	allowPrototype: boolean;
	/** Translations of what the suite says; without them learners read its English. */
	messages?: Readonly<Partial<Record<'fr' | 'nl', MessagesFile>>>;
	/** The part of the collection that it belongs to, as a title: a section of the map. */
	section?: LocalizedText;
	/** Learners write the suite, for a program that is there: `solution` is that program. Default: they write the program. */
	writeTests?: boolean;
	/** Tests that the collection has switched off and that were left out. */
	skippedTests: number;
	/** What was changed or lost, a line each. */
	remarks: readonly string[];
}

/** One exercise as far as it could be read; a refusal has one line that says why. */
export type ForeignResult =
	{ ok: true; exercise: ForeignExercise } | { ok: false; name: string; reason: string };

/** What a coach decides about reading. */
export interface ReadOptions {
	/** Whether `test.skip` is switched on or stays off; undefined: as the format's collections mean it. */
	skipDotted?: 'on' | 'off';
	/** A second folder, laid out like the first: the solutions. For `jest`. */
	solutions?: string;
	/** Whether a program that has a suite and no stub becomes an exercise in which the suite is written. For `jest`. */
	writeTests?: boolean;
	/** The address of the collection, where it does not say it itself. */
	origin?: string;
	/** Runs code of the collection, for formats that must while they read: what the coach chose with `--engine`. */
	session?: EngineSession;
}

/** A way in which others keep exercises. Lives in `import/<name>/format.ts` as `<name>Format`. */
export interface ImportFormat {
	/** What is typed after `import`. */
	name: string;
	/** One line: which collections, and what `source` must be. */
	summary: string;
	/** The track of our ids, where the coach names none. */
	track: string;
	/**
	 * Reads a collection (a folder) one exercise after another. One bad exercise is a refusal, never an exception;
	 * throws `WrongUse` where the source is no such collection at all.
	 */
	read(source: string, signal: AbortSignal, options?: ReadOptions): AsyncIterable<ForeignResult>;
}
