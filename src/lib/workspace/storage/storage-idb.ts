import { openDB, type DBSchema } from 'idb';
import type { Draft, ExerciseProgress } from '../../contract/progress.ts';
import { replaces, type StorageBackend } from './storage-backend.ts';

interface Schema extends DBSchema {
	progress: { key: string; value: ExerciseProgress };
	drafts: { key: [string, string]; value: Draft; indexes: { exercise: string } };
}

const VERSION = 1;

/** Rejects where the browser has no IndexedDB to give (private mode, blocked storage, full disk). */
export async function idbBackend(name = 'passerelle'): Promise<StorageBackend> {
	const db = await openDB<Schema>(name, VERSION, {
		upgrade(database) {
			database.createObjectStore('progress', { keyPath: 'exerciseId' });
			const drafts = database.createObjectStore('drafts', { keyPath: ['exerciseId', 'locale'] });
			drafts.createIndex('exercise', 'exerciseId');
		},
		// Another tab wants a newer version: giving way keeps it from hanging.
		blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close()
	});
	return {
		persistent: true,
		allProgress: () => db.getAll('progress'),
		progressOf: async (exerciseId) => (await db.get('progress', exerciseId)) ?? null,
		async updateProgress(exerciseId, change) {
			const transaction = db.transaction('progress', 'readwrite');
			const next = change((await transaction.store.get(exerciseId)) ?? null);
			await transaction.store.put(next);
			await transaction.done;
			return next;
		},
		allDrafts: () => db.getAll('drafts'),
		draftsOf: (exerciseId) => db.getAllFromIndex('drafts', 'exercise', exerciseId),
		putDraft: async (draft) => void (await db.put('drafts', draft)),
		async mergeDraft(draft) {
			const transaction = db.transaction('drafts', 'readwrite');
			const stored = await transaction.store.get([draft.exerciseId, draft.locale]);
			if (replaces(draft, stored)) await transaction.store.put(draft);
			await transaction.done;
		},
		close: () => db.close()
	};
}
