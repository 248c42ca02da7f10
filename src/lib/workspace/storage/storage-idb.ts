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
	const running = new Running(db);
	return {
		persistent: true,
		allProgress: () => running.read('progress', (store) => store.getAll()),
		progressOf: async (exerciseId) =>
			(await running.read('progress', (store) => store.get(exerciseId))) ?? null,
		updateProgress: (exerciseId, change) => running.update('progress', exerciseId, change),
		allDrafts: () => running.read('texts', (store) => store.getAll()),
		draftOf: async (exerciseId) => (await running.read('texts', (store) => store.get(exerciseId))) ?? null,
		updateDraft: (exerciseId, change) => running.update('texts', exerciseId, change),
		leave: () => running.end(),
		close: () => db.close()
	};
}

type Store = 'progress' | 'texts';
type Reader<S extends Store> = IDBPTransaction<Schema, [S], 'readonly'>['store'];

/** The transactions of this page that have not ended. */
class Running {
	readonly #db: IDBPDatabase<Schema>;
	readonly #all = new Set<{ abort(): void }>();
	#ended = false;

	constructor(db: IDBPDatabase<Schema>) {
		this.#db = db;
	}

	read<S extends Store, T>(name: S, work: (store: Reader<S>) => Promise<T>): Promise<T> {
		const transaction = this.#db.transaction<S>(name);
		return this.#until(transaction, work(transaction.store));
	}

	update<R extends ExerciseProgress | Draft, T extends R | null>(
		name: Store,
		exerciseId: string,
		change: (previous: R | null) => T
	): Promise<T> {
		const transaction = this.#db.transaction(name, 'readwrite');
		const work = async (): Promise<T> => {
			const stored = (await transaction.store.get(exerciseId)) as R | undefined;
			const next = change(stored ?? null);
			if (next) await transaction.store.put(next);
			else await transaction.store.delete(exerciseId);
			return next;
		};
		return this.#until(transaction, work());
	}

	/** Ends them all, undone. True where there was one. */
	end(): boolean {
		this.#ended = [...this.#all].map(undo).includes(true);
		this.#all.clear();
		return this.#ended;
	}

	async #until<T>(transaction: { abort(): void; done: Promise<void> }, work: Promise<T>): Promise<T> {
		this.#all.add(transaction);
		try {
			const [result] = await Promise.all([work, transaction.done]);
			return result;
		} catch (error) {
			// Nobody is there to hear of it: the page is gone, or begins anew.
			if (this.#ended) return new Promise<never>(() => undefined);
			throw error;
		} finally {
			this.#all.delete(transaction);
		}
	}
}

/** False where it has just ended by itself, before the page heard of it. */
function undo(transaction: { abort(): void }): boolean {
	try {
		transaction.abort();
		return true;
	} catch {
		return false;
	}
}
