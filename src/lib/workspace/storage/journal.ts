import { isLocale } from '../../contract/locale.ts';
import type { Draft, ExerciseProgress } from '../../contract/progress.ts';
import { draftKey } from './storage-backend.ts';

/** The part of `localStorage` that is used; a plain map in tests. */
export type KeyValue = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** `localStorage`, or null where the browser forbids it. */
export function localStorageOrNull(): KeyValue | null {
	try {
		return globalThis.localStorage ?? null;
	} catch {
		// Reading the property itself throws where cookies are blocked.
		return null;
	}
}

/** Keeps, synchronously, records whose transaction a closing page may not see the end of. */
export interface Journal<T> {
	write(record: T): void;
	/** What the last page left behind. Entries that are no such records are removed. */
	read(): T[];
	/** Forgets a record that is stored for good, unless a newer one of its key was written meanwhile. */
	clear(record: T): void;
}

function createJournal<T extends { updatedAt: string }>(
	store: KeyValue,
	prefix: string,
	keyOf: (record: T) => string,
	isRecord: (value: unknown) => value is T
): Journal<T> {
	return {
		write(record) {
			try {
				store.setItem(prefix + keyOf(record), JSON.stringify(record));
			} catch {
				// Full or forbidden: the transaction in flight is then the only hope.
			}
		},
		read() {
			const keys = Array.from({ length: store.length }, (_, index) => store.key(index));
			const found: T[] = [];
			for (const key of keys) {
				if (!key?.startsWith(prefix)) continue;
				const parsed = parse(store.getItem(key));
				if (isRecord(parsed)) found.push(parsed);
				else store.removeItem(key);
			}
			return found;
		},
		clear(record) {
			const key = prefix + keyOf(record);
			const kept = parse(store.getItem(key));
			if (!isRecord(kept) || kept.updatedAt <= record.updatedAt) store.removeItem(key);
		}
	};
}

export const draftJournal = (store: KeyValue): Journal<Draft> =>
	createJournal(store, 'passerelle.draft.', draftKey, isDraft);

export const progressJournal = (store: KeyValue): Journal<ExerciseProgress> =>
	createJournal(store, 'passerelle.progress.', ({ exerciseId }) => exerciseId, isProgress);

/** By hand, like the next one: the contract's schema brings 25 KB to every page, for what this page wrote itself a moment ago. */
function isDraft(value: unknown): value is Draft {
	if (typeof value !== 'object' || value === null) return false;
	const { exerciseId, locale, files, updatedAt } = value as Record<string, unknown>;
	const texts = typeof files === 'object' && files !== null ? Object.values(files) : [undefined];
	return (
		typeof exerciseId === 'string' &&
		isLocale(locale) &&
		typeof updatedAt === 'string' &&
		texts.every((text) => typeof text === 'string')
	);
}

function isProgress(value: unknown): value is ExerciseProgress {
	if (typeof value !== 'object' || value === null) return false;
	const record = value as Record<string, unknown>;
	const { exerciseId, updatedAt, passed } = record;
	const textOrNull = [record.passedHash, record.passedAt];
	const numbers = [record.attempts, record.bestScore, record.points, record.hintsOpened];
	return (
		typeof exerciseId === 'string' &&
		typeof updatedAt === 'string' &&
		(passed === null || passed === 'practised' || passed === 'verified') &&
		textOrNull.every((text) => text === null || typeof text === 'string') &&
		numbers.every((number) => typeof number === 'number')
	);
}

function parse(text: string | null): unknown {
	try {
		return JSON.parse(text ?? 'null');
	} catch {
		return null;
	}
}
