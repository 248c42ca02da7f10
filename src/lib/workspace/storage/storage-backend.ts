import type { Draft, ExerciseProgress } from '../../contract/progress.ts';

/** Where records lie: in IndexedDB (`storage-idb.ts`), and what cannot be written there with the page (`shelter.ts`). */
export interface StorageBackend {
	allProgress(): Promise<ExerciseProgress[]>;
	progressOf(exerciseId: string): Promise<ExerciseProgress | null>;
	/**
	 * Reads and writes in one transaction, so that two tabs cannot overwrite each other; null takes the record away.
	 * @returns what is there afterwards
	 */
	updateProgress<T extends ExerciseProgress | null>(
		exerciseId: string,
		change: (previous: ExerciseProgress | null) => T
	): Promise<T>;
	allDrafts(): Promise<Draft[]>;
	draftOf(exerciseId: string): Promise<Draft | null>;
	/** As `updateProgress`. */
	updateDraft<T extends Draft | null>(exerciseId: string, change: (previous: Draft | null) => T): Promise<T>;
	/**
	 * The page is left: what has not ended is undone. A page that is kept for Back falls asleep with its transactions open, and
	 * WebKit lets no other page past them.
	 * @returns whether there was anything
	 */
	leave(): boolean;
	close(): void;
}

/** A store that forgets. */
function memoryStore<R extends { exerciseId: string }>() {
	const records = new Map<string, R>();
	return {
		all: async () => [...records.values()],
		get: async (exerciseId: string) => records.get(exerciseId) ?? null,
		async update<T extends R | null>(exerciseId: string, change: (previous: R | null) => T): Promise<T> {
			const next = change(records.get(exerciseId) ?? null);
			if (next) records.set(exerciseId, next);
			else records.delete(exerciseId);
			return next;
		}
	};
}

/** A backend that forgets: for tests. */
export function memoryBackend(): StorageBackend {
	const progress = memoryStore<ExerciseProgress>();
	const drafts = memoryStore<Draft>();
	return {
		allProgress: progress.all,
		progressOf: progress.get,
		updateProgress: progress.update,
		allDrafts: drafts.all,
		draftOf: drafts.get,
		updateDraft: drafts.update,
		leave: () => false,
		close: () => undefined
	};
}
