import type { FileMap } from '../../contract/exercise.ts';
import type { Draft, OtherText } from '../../contract/progress.ts';
import type { PublicCode } from '../../kinds/code-workbench.ts';
import { sameTexts } from '../../progress/merge-draft.ts';

export interface StartingPoint {
	files: FileMap;
	/** Of the draft; null at the start. */
	updatedAt: string | null;
	/** Other code of the learner's, of which they have not chosen yet: offered, never forced. */
	other: { from: OtherText['from']; files: FileMap } | null;
}

/** The part of an exercise that its texts are about. */
export type ExerciseFiles = Pick<PublicCode, 'files'>;

/**
 * What the editor opens with: the draft, whatever language it was written in, for the start is the same in all of them. Only
 * files the exercise still has, and lets be edited, come from a draft.
 */
export function chooseStart(exercise: ExerciseFiles, draft: Draft | null): StartingPoint {
	const files = overStart(exercise, draft?.files ?? {});
	const start = startFiles(exercise);
	const other = (draft?.others ?? [])
		.filter(({ seen }) => !seen)
		// Code that looks the same here, or was never changed, is not worth a word.
		.find((one) => [files, start].every((known) => !sameTexts(overStart(exercise, one.files), known)));
	return {
		files,
		updatedAt: draft?.updatedAt ?? null,
		other: other ? { from: other.from, files: other.files } : null
	};
}

/** The exercise's files as the learner first sees them. */
export const startFiles = (exercise: ExerciseFiles): FileMap => overStart(exercise, {});

function overStart(exercise: ExerciseFiles, draft: FileMap): FileMap {
	const entries = exercise.files.map(({ path, editable, text }) => [
		path,
		// A file may be called "constructor", which every object inherits.
		(editable && Object.hasOwn(draft, path) ? draft[path] : undefined) ?? text
	]);
	return Object.fromEntries(entries);
}

/** The entry, where the learner writes in it; else the first file that is the learner's. */
export function firstFile({ files, entry }: ExerciseFiles & { entry: string }): string {
	const own = files.filter(({ editable }) => editable);
	return own.some(({ path }) => path === entry) ? entry : (own[0]?.path ?? entry);
}
