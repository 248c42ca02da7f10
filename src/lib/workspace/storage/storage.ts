import type { Locale } from '../../contract/locale.ts';
import type { Grade } from '../../contract/grade.ts';
import type { Draft, ExerciseProgress, ProgressFile } from '../../contract/progress.ts';
import type { ProgressFileError } from '../../progress/progress-file.ts';
import { mergeProgress, recordGrade, recordHint } from '../../progress/record.ts';
import { DraftWriter } from './draft-writer.ts';
import { draftJournal, localStorageOrNull, progressJournal, type KeyValue } from './journal.ts';
import { ProgressWriter } from './progress-writer.ts';
import { idbBackend } from './storage-idb.ts';
import { draftKey, memoryBackend, type StorageBackend } from './storage-backend.ts';

/** Something another tab, or this one, has written. */
export interface StorageChange {
	kind: 'progress' | 'draft' | 'import';
	exerciseId: string | null;
}

export type ImportResult = { ok: true; added: number } | { ok: false; code: ProgressFileError };

/** Everything a learner has on this device. */
export interface Storage {
	/** False where the browser keeps nothing: what is written is gone with the tab. */
	readonly persistent: boolean;
	allProgress(): Promise<ExerciseProgress[]>;
	progressOf(exerciseId: string): Promise<ExerciseProgress | null>;
	saveGrade(grade: Grade): Promise<ExerciseProgress>;
	/** `opened`: how many hints are open now. */
	saveHint(exerciseId: string, opened: number): Promise<ExerciseProgress>;
	draft(exerciseId: string, locale: Locale): Promise<Draft | null>;
	/** Of every language. */
	draftsOf(exerciseId: string): Promise<Draft[]>;
	/** Returns at once; the newest text of each draft is written in the background. */
	saveDraft(draft: Draft): void;
	exportFile(): Promise<string>;
	/** `added`: how many exercises have new or better progress than before. */
	importFile(text: string): Promise<ImportResult>;
	subscribe(callback: (change: StorageChange) => void): () => void;
	close(): void;
}

export interface StorageParts {
	backend: StorageBackend;
	/** Null where there is no `localStorage`. */
	journal: KeyValue | null;
	/** Null where tabs cannot talk. */
	channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'close'> | null;
	now: () => string;
}

/** Opens what this browser offers; never rejects: at worst it remembers only until the tab closes. */
export async function openStorage(): Promise<Storage> {
	const parts = {
		backend: await idbBackend().catch(memoryBackend),
		journal: localStorageOrNull(),
		channel: typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('passerelle'),
		now: () => new Date().toISOString()
	};
	return createStorage(parts);
}

/** The same over given parts, for tests. */
export async function createStorage({ backend, journal, channel, now }: StorageParts): Promise<Storage> {
	const listeners = new Set<(change: StorageChange) => void>();
	const tell = (change: StorageChange): void => {
		// The tab that types knows its own text already.
		if (change.kind !== 'draft') for (const listener of listeners) listener(change);
		channel?.postMessage(change);
	};
	channel?.addEventListener('message', (event) => {
		for (const listener of listeners) listener((event as MessageEvent<StorageChange>).data);
	});
	const drafts = journal && draftJournal(journal);
	const writer = new DraftWriter(
		(draft) => backend.putDraft(draft),
		(draft) => {
			drafts?.clear(draft);
			tell({ kind: 'draft', exerciseId: draft.exerciseId });
		},
		(draft) => drafts?.write(draft)
	);
	for (const draft of drafts?.read() ?? []) {
		await backend.mergeDraft(draft).then(
			() => backend.persistent && drafts?.clear(draft),
			() => undefined
		);
	}
	const progress = new ProgressWriter(backend, journal && progressJournal(journal));
	await progress.recover();
	const leaving = (): void => {
		for (const draft of writer.pending()) drafts?.write(draft);
	};
	globalThis.addEventListener?.('pagehide', leaving);

	const draftsOf = async (exerciseId: string): Promise<Draft[]> => {
		const all = new Map((await backend.draftsOf(exerciseId)).map((draft) => [draftKey(draft), draft]));
		for (const draft of writer.pending())
			if (draft.exerciseId === exerciseId) all.set(draftKey(draft), draft);
		return [...all.values()];
	};
	const update: StorageBackend['updateProgress'] = async (exerciseId, change) => {
		const next = await progress.update(exerciseId, change);
		tell({ kind: 'progress', exerciseId });
		return next;
	};

	return {
		persistent: backend.persistent,
		allProgress: () => backend.allProgress(),
		progressOf: (exerciseId) => progress.read(exerciseId),
		saveGrade: (grade) => update(grade.exercise.id, (previous) => recordGrade(previous, grade, now())),
		saveHint: (exerciseId, opened) =>
			update(exerciseId, (previous) => recordHint(previous, exerciseId, opened, now())),
		draftsOf,
		draft: async (exerciseId, locale) =>
			(await draftsOf(exerciseId)).find((draft) => draft.locale === locale) ?? null,
		saveDraft: (draft) => writer.save(draft),
		async exportFile() {
			await writer.idle();
			const file: ProgressFile = {
				format: 'passerelle-progress',
				version: 1,
				exportedAt: now(),
				progress: await backend.allProgress(),
				drafts: await backend.allDrafts()
			};
			return JSON.stringify(file, null, '\t');
		},
		async importFile(text) {
			// Its schemas weigh more than the rest of the storage, and few people import.
			const { parseProgressFile } = await import('../../progress/progress-file.ts');
			const parsed = parseProgressFile(text);
			if (!parsed.ok) return { ok: false, code: parsed.code };
			let added = 0;
			for (const theirs of parsed.file.progress) {
				await backend.updateProgress(theirs.exerciseId, (ours) => {
					const [merged = theirs] = mergeProgress(ours ? [ours] : [], [theirs]);
					if (JSON.stringify(merged) !== JSON.stringify(ours)) added += 1;
					return merged;
				});
			}
			for (const theirs of parsed.file.drafts) await backend.mergeDraft(notInFuture(theirs, now()));
			tell({ kind: 'import', exerciseId: null });
			return { ok: true, added };
		},
		subscribe(callback) {
			listeners.add(callback);
			return () => listeners.delete(callback);
		},
		close() {
			leaving();
			globalThis.removeEventListener?.('pagehide', leaving);
			void writer.idle().then(() => {
				channel?.close();
				backend.close();
			});
		}
	};
}

/** A file from a device whose clock runs ahead must not outrank everything written here later. */
const notInFuture = (draft: Draft, now: string): Draft =>
	draft.updatedAt > now ? { ...draft, updatedAt: now } : draft;
