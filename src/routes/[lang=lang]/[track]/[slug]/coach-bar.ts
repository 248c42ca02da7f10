import type { Component } from 'svelte';
import type { FileMap, PublicExercise } from '$lib/contract/exercise.ts';

/** The text in the editor, for who may put another one there. */
export interface EditorText {
	/** Of the version of the exercise that the text belongs to. */
	hash: string;
	/** What is there now; null until the learner's own text has been read. */
	current(): FileMap | null;
	/** Written as if typed: kept as a draft, and only into files that may be changed. */
	replace(files: FileMap): void;
}

/**
 * What a coach sees above an exercise in a preview: problems, and texts to load into the editor. Always null here, so
 * that no build has it: the coach's command puts another module in this one's place (src/cli/preview).
 */
export const CoachBar: Component<{ exercise: PublicExercise; editor: EditorText | undefined }> | null = null;
