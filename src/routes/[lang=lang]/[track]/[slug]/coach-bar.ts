import type { Component } from 'svelte';
import type { PublicExercise } from '$lib/contract/exercise.ts';
import type { JsonValue } from '$lib/contract/json.ts';

/** The submission in a workbench, for who may put another one there. */
export interface EditorText {
	/** Of the version of the exercise that the text belongs to. */
	hash: string;
	/** What is there now; null until the learner's own has been read. */
	current(): JsonValue;
	/** Put there as if the learner had done it: kept as a draft, and only what may be changed. One of the exercise's kind. */
	replace(submission: JsonValue): void;
}

/**
 * What a coach sees above an exercise in a preview: problems, and texts to load into the editor. Always null here, so
 * that no build has it: the coach's command puts another module in this one's place (src/cli/preview).
 */
export const CoachBar: Component<{ exercise: PublicExercise; editor: EditorText | undefined }> | null = null;
