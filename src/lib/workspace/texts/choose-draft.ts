import type { FileMap } from '../../contract/exercise.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Draft } from '../../contract/progress.ts';
import type { PublicCode } from '../../kinds/code/runnable.ts';

export interface StartingPoint {
	files: FileMap;
	/** Where the text comes from: the exercise, this language's draft, or another language's. */
	from: 'start' | Locale;
	/** Of the draft; null at the start. */
	updatedAt: string | null;
	/** A newer text written in another language: offered, never forced. */
	newer: { locale: Locale; files: FileMap } | null;
}

/** The part of an exercise that its texts are about. */
export type ExerciseFiles = Pick<PublicCode, 'files' | 'locale'>;

/**
 * What the editor opens with: the draft of this language, else the newest one of another language, so that
 * switching language loses nothing. Only files the exercise still has, and lets be edited, come from a draft.
 */
export function chooseStart(exercise: ExerciseFiles, drafts: readonly Draft[]): StartingPoint {
	const newest = [...drafts].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))[0];
	const draft = drafts.find(({ locale }) => locale === exercise.locale) ?? newest;
	const files = overStart(exercise, draft?.files ?? {});
	const newer = newest && draft && newest.updatedAt > draft.updatedAt ? newest : null;
	const other = newer && overStart(exercise, newer.files);
	return {
		files,
		from: draft?.locale ?? 'start',
		updatedAt: draft?.updatedAt ?? null,
		newer: newer && other && !sameFiles(other, files) ? { locale: newer.locale, files: other } : null
	};
}

/** The exercise's files as the learner first sees them. */
export const startFiles = (exercise: Pick<ExerciseFiles, 'files'>): FileMap => overStart(exercise, {});

export const sameFiles = (a: FileMap, b: FileMap): boolean =>
	Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((path) => a[path] === b[path]);

function overStart(exercise: Pick<ExerciseFiles, 'files'>, draft: FileMap): FileMap {
	const entries = exercise.files.map(({ path, editable, text }) => [
		path,
		// A file may be called "constructor", which every object inherits.
		(editable && Object.hasOwn(draft, path) ? draft[path] : undefined) ?? text
	]);
	return Object.fromEntries(entries);
}

/** The entry, where the learner writes in it; else the first file that is the learner's. */
export function firstFile({ files, entry }: Pick<ExerciseFiles, 'files'> & { entry: string }): string {
	const own = files.filter(({ editable }) => editable);
	return own.some(({ path }) => path === entry) ? entry : (own[0]?.path ?? entry);
}
