import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import type { Draft, ExerciseProgress } from '../../contract/progress.ts';
import { joinLanguages, type LanguageDraft } from '../../progress/merge-draft.ts';
import type { StorageBackend } from './storage-backend.ts';

interface Schema extends DBSchema {
	progress: { key: string; value: ExerciseProgress };
	/** Of version 1: one for each language. Left as it was, so that nothing is lost by what came after. */
	drafts: { key: [string, string]; value: LanguageDraft; indexes: { exercise: string } };
	/** One for each exercise. */
	texts: { key: string; value: Draft };
}

const VERSION = 2;

type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

/** One draft of those of all languages, of this device. */
async function joinDrafts(transaction: Upgrade, device: string): Promise<void> {
	const all = await transaction.objectStore('drafts').getAll();
	const byExercise = new Map<string, LanguageDraft[]>();
	for (const one of all) byExercise.set(one.exerciseId, [...(byExercise.get(one.exerciseId) ?? []), one]);
	const texts = transaction.objectStore('texts');
	for (const drafts of byExercise.values()) await texts.put(joinLanguages(drafts, { [device]: 1 }));
}

/**
 * Rejects where the browser has no IndexedDB to give (private mode, blocked storage, full disk), or where a newer build has
 * opened it already.
 * @param device its name in the edits of texts
 */
export async function idbBackend(device: string, name = 'passerelle'): Promise<StorageBackend> {
	const db = await openDB<Schema>(name, VERSION, {
		async upgrade(database, before, _after, transaction) {
			if (before < 1) database.createObjectStore('progress', { keyPath: 'exerciseId' });
			database.createObjectStore('texts', { keyPath: 'exerciseId' });
			if (before === 1) await joinDrafts(transaction, device);
		},
		// Another tab wants a newer version: giving way keeps it from hanging.
		blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close()
	});
	return {
		persistent: true,
		allProgress: () => db.getAll('progress'),
		progressOf: async (exerciseId) => (await db.get('progress', exerciseId)) ?? null,
		updateProgress: (exerciseId, change) => update(db, 'progress', exerciseId, change),
		allDrafts: () => db.getAll('texts'),
		draftOf: async (exerciseId) => (await db.get('texts', exerciseId)) ?? null,
		updateDraft: (exerciseId, change) => update(db, 'texts', exerciseId, change),
		close: () => db.close()
	};
}

async function update<R extends ExerciseProgress | Draft, T extends R | null>(
	db: IDBPDatabase<Schema>,
	store: 'progress' | 'texts',
	exerciseId: string,
	change: (previous: R | null) => T
): Promise<T> {
	const transaction = db.transaction(store, 'readwrite');
	const stored = (await transaction.store.get(exerciseId)) as R | undefined;
	const next = change(stored ?? null);
	if (next) await transaction.store.put(next);
	else await transaction.store.delete(exerciseId);
	await transaction.done;
	return next;
}
