import type { Draft, ExerciseProgress } from '../../contract/progress.ts';

/** Where records lie. One in IndexedDB, one in memory for browsers that refuse to keep anything. */
export interface StorageBackend {
	/** False where everything is gone with the tab: the page then says so. */
	persistent: boolean;
	allProgress(): Promise<ExerciseProgress[]>;
	progressOf(exerciseId: string): Promise<ExerciseProgress | null>;
	/** Reads and writes in one transaction, so that two tabs cannot overwrite each other. */
	updateProgress(
		exerciseId: string,
		change: (previous: ExerciseProgress | null) => ExerciseProgress
	): Promise<ExerciseProgress>;
	allDrafts(): Promise<Draft[]>;
	draftsOf(exerciseId: string): Promise<Draft[]>;
	/** The last one written wins, whatever the clock says: a device's clock may jump back. */
	putDraft(draft: Draft): Promise<void>;
	/** Keeps the newer of the stored and the given one; for drafts that come from elsewhere. */
	mergeDraft(draft: Draft): Promise<void>;
	close(): void;
}

/** The key of a draft. */
export const draftKey = (draft: Pick<Draft, 'exerciseId' | 'locale'>): string =>
	`${draft.exerciseId}|${draft.locale}`;

/** Whether a draft from elsewhere may replace the stored one. */
export const replaces = (candidate: Draft, stored: Draft | null | undefined): boolean =>
	!stored || candidate.updatedAt >= stored.updatedAt;

/** A backend that forgets. */
export function memoryBackend(): StorageBackend {
	const progress = new Map<string, ExerciseProgress>();
	const drafts = new Map<string, Draft>();
	return {
		persistent: false,
		allProgress: async () => [...progress.values()],
		progressOf: async (exerciseId) => progress.get(exerciseId) ?? null,
		async updateProgress(exerciseId, change) {
			const next = change(progress.get(exerciseId) ?? null);
			progress.set(exerciseId, next);
			return next;
		},
		allDrafts: async () => [...drafts.values()],
		draftsOf: async (exerciseId) => [...drafts.values()].filter((draft) => draft.exerciseId === exerciseId),
		async putDraft(draft) {
			drafts.set(draftKey(draft), draft);
		},
		async mergeDraft(draft) {
			if (replaces(draft, drafts.get(draftKey(draft)))) drafts.set(draftKey(draft), draft);
		},
		close: () => undefined
	};
}
