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

/** A tab of an older build that hears of the upgrade lets go at once; one that is asleep never hears of it. */
const HELD_MS = 3000;
/** Longer than a worn disk takes. Some browsers forget to answer. */
const OPEN_MS = 20_000;

/** How to give up each opening of this document that was not answered yet, with the name of its database. */
const waiting = new Map<() => void, string>();
/** Databases of which an opening was given up and is still not answered: who asks next would wait behind it and hear nothing. */
const held = new Set<string>();

/** Rejects with `TimeoutError` where another tab does not let go of the database, or nothing is heard of it. */
function openDatabase(name: string, device: string, onTaken: () => void): Promise<IDBPDatabase<Schema>> {
	return new Promise((resolve, reject) => {
		const giveUp = (): void => {
			waiting.delete(giveUp);
			reject(new DOMException('The database was not opened', 'TimeoutError'));
		};
		if (held.has(name)) return giveUp();
		waiting.set(giveUp, name);
		const timers = [setTimeout(giveUp, OPEN_MS)];
		const holdUp = (): void => {
			held.add(name);
			for (const [one, of] of waiting) if (of === name) one();
		};
		openDB<Schema>(name, VERSION, {
			async upgrade(database, before, _after, transaction) {
				if (before < 1) database.createObjectStore('progress', { keyPath: 'exerciseId' });
				database.createObjectStore('texts', { keyPath: 'exerciseId' });
				if (before === 1) await joinDrafts(transaction, device);
			},
			blocked: () => void timers.push(setTimeout(holdUp, HELD_MS)),
			// Another tab wants a newer version: giving way keeps it from hanging.
			blocking(_current, _blocked, event) {
				(event.target as IDBDatabase).close();
				onTaken();
			}
		})
			.then((database) => (waiting.delete(giveUp) ? resolve(database) : database.close()), reject)
			.finally(() => {
				waiting.delete(giveUp);
				held.delete(name);
				timers.forEach(clearTimeout);
			});
	});
}

/**
 * Rejects where the browser has no IndexedDB to give (private mode, blocked storage, full disk), where a newer build has
 * opened it already (`VersionError`), or where a tab of an older one holds it (`TimeoutError`).
 * @param device its name in the edits of texts
 * @param onTaken called when a newer build takes the database over: from then on everything rejects with `VersionError`
 */
export async function idbBackend(
	device: string,
	name = 'passerelle',
	onTaken: () => void = () => undefined
): Promise<StorageBackend> {
	let taken = false;
	const open = (): Promise<IDBPDatabase<Schema>> =>
		openDatabase(name, device, () => {
			taken = true;
			onTaken();
		});
	const running = new Running(await open(), async () => {
		if (taken) throw new DOMException('A newer build has the database', 'VersionError');
		return open();
	});
	return {
		allProgress: () => running.read('progress', (store) => store.getAll()),
		progressOf: async (exerciseId) =>
			(await running.read('progress', (store) => store.get(exerciseId))) ?? null,
		updateProgress: (exerciseId, change) => running.update('progress', exerciseId, change),
		allDrafts: () => running.read('texts', (store) => store.getAll()),
		draftOf: async (exerciseId) => (await running.read('texts', (store) => store.get(exerciseId))) ?? null,
		updateDraft: (exerciseId, change) => running.update('texts', exerciseId, change),
		leave: () => running.end(),
		close: () => running.close()
	};
}

type Store = 'progress' | 'texts';
type Reader<S extends Store> = IDBPTransaction<Schema, [S], 'readonly'>['store'];

/** The transactions of this page that have not ended. */
class Running {
	#db: IDBPDatabase<Schema>;
	readonly #again: () => Promise<IDBPDatabase<Schema>>;
	readonly #all = new Set<{ abort(): void }>();
	#ended = false;

	/** @param again opens the database once more: browsers lose it, Safari's each time that an iPad has slept */
	constructor(db: IDBPDatabase<Schema>, again: () => Promise<IDBPDatabase<Schema>>) {
		this.#db = db;
		this.#again = again;
	}

	async read<S extends Store, T>(name: S, work: (store: Reader<S>) => Promise<T>): Promise<T> {
		const transaction = await this.#begin((db) => db.transaction<S>(name));
		return this.#until(transaction, work(transaction.store));
	}

	async update<R extends ExerciseProgress | Draft, T extends R | null>(
		name: Store,
		exerciseId: string,
		change: (previous: R | null) => T
	): Promise<T> {
		const transaction = await this.#begin((db) => db.transaction(name, 'readwrite'));
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

	close(): void {
		this.#db.close();
	}

	async #begin<T>(begin: (db: IDBPDatabase<Schema>) => T): Promise<T> {
		try {
			return begin(this.#db);
		} catch (error) {
			if ((error as Error).name !== 'InvalidStateError') throw error;
			this.#db = await this.#again();
			return begin(this.#db);
		}
	}

	async #until<T>(
		transaction: { abort(): void; done: Promise<void>; error: DOMException | null },
		work: Promise<T>
	): Promise<T> {
		this.#all.add(transaction);
		try {
			const [result] = await Promise.all([work, transaction.done]);
			return result;
		} catch (error) {
			// Nobody is there to hear of it: the page is gone, or begins anew.
			if (this.#ended) return new Promise<never>(() => undefined);
			// Where there is no room a request says only that the transaction was aborted.
			throw transaction.error ?? error;
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
