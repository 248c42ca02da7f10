import type { ExerciseProgress } from '../../contract/progress.ts';
import type { TypedText } from './draft-writer.ts';

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

export const keysOf = (store: KeyValue): string[] =>
	Array.from({ length: store.length }, (_, index) => store.key(index)).filter((key) => key !== null);

/** Keeps, synchronously, records whose transaction a closing page may not see the end of. */
export interface Journal<T> {
	write(record: T): void;
	/** What the last page left behind. Entries that are no such records are removed. */
	read(): T[];
	/** Forgets a record that is stored for good, unless more than that was written under its key meanwhile. */
	clear(record: T): void;
}

/**
 * Stores what the last page left behind; what does not outlast this document then stays in the journal.
 * @param store resolves with whether it does
 */
export async function recoverFrom<T>(
	journal: Journal<T> | null,
	store: (left: T) => Promise<boolean>
): Promise<void> {
	for (const left of journal?.read() ?? []) if (await store(left).catch(() => false)) journal?.clear(left);
}

/** @param covers whether all of the second record is in the first; no clock is asked, it may jump back */
function createJournal<T extends { exerciseId: string }>(
	store: KeyValue,
	prefix: string,
	readRecord: (value: unknown) => T | null,
	covers: (stored: T, kept: T) => boolean
): Journal<T> {
	return {
		write(record) {
			try {
				store.setItem(prefix + record.exerciseId, JSON.stringify(record));
			} catch {
				// Full or forbidden: the transaction in flight is then the only hope.
			}
		},
		read() {
			const found: T[] = [];
			for (const key of keysOf(store)) {
				if (!key.startsWith(prefix)) continue;
				const parsed = readRecord(parse(store.getItem(key)));
				if (parsed) found.push(parsed);
				else store.removeItem(key);
			}
			return found;
		},
		clear(record) {
			// An entry of an older build has the language after the exercise.
			for (const key of [
				prefix + record.exerciseId,
				...LANGUAGES.map((one) => `${prefix}${record.exerciseId}|${one}`)
			]) {
				const kept = readRecord(parse(store.getItem(key)));
				if (!kept || covers(record, kept)) store.removeItem(key);
			}
		}
	};
}

const LANGUAGES = ['fr', 'nl', 'en'];

/** @param person whose journal; see people.ts */
export const draftJournal = (store: KeyValue, person = 'passerelle'): Journal<TypedText> =>
	createJournal(store, `${person}.draft.`, readText, (stored, kept) =>
		kept.count === null || stored.count === null
			? JSON.stringify(kept.files) === JSON.stringify(stored.files)
			: stored.count >= kept.count
	);

const RANK = { none: 0, practised: 1, verified: 2 };
const rankOf = ({ passed }: ExerciseProgress): number => RANK[passed ?? 'none'];

export const progressJournal = (store: KeyValue, person = 'passerelle'): Journal<ExerciseProgress> =>
	createJournal(
		store,
		`${person}.progress.`,
		(value) => (isProgress(value) ? value : null),
		(stored, kept) =>
			stored.attempts >= kept.attempts &&
			stored.hintsOpened >= kept.hintsOpened &&
			rankOf(stored) >= rankOf(kept)
	);

/** By hand, like the next one: the contract's schema brings 25 KB to every page, for what this page wrote itself a moment ago. */
function readText(value: unknown): TypedText | null {
	if (typeof value !== 'object' || value === null) return null;
	const { exerciseId, files, updatedAt, count } = value as Record<string, unknown>;
	if (typeof exerciseId !== 'string' || typeof updatedAt !== 'string') return null;
	if (typeof files !== 'object' || files === null) return null;
	if (!Object.values(files).every((text) => typeof text === 'string')) return null;
	// Older builds counted nothing.
	return { exerciseId, files: { ...files }, updatedAt, count: typeof count === 'number' ? count : null };
}

export function isProgress(value: unknown): value is ExerciseProgress {
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

/** Null where it is no JSON. */
export function parse(text: string | null): unknown {
	try {
		return JSON.parse(text ?? 'null');
	} catch {
		return null;
	}
}
