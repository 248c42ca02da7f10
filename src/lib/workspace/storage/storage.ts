import type { Grade } from '../../contract/grade.ts';
import type { NotKept } from '../../contract/not-kept.ts';
import type { Draft, ExerciseProgress, ProgressFile } from '../../contract/progress.ts';
import { mergeProgress, recordGrade, recordHint } from '../../progress/record.ts';
import type { TypedText } from './draft-writer.ts';
import { Drafts } from './drafts.ts';
import type { ImportResult } from './import-file.ts';
import { draftJournal, localStorageOrNull, progressJournal, type KeyValue } from './journal.ts';
import { personName, writerName } from './people.ts';
import { ProgressWriter } from './progress-writer.ts';
import { idbBackend } from './storage-idb.ts';
import type { StorageBackend } from './storage-backend.ts';
import { sheltersOf } from './shelter.ts';
import { reasonOf, ShelteredBackend } from './sheltered-backend.ts';

/** Something another tab, or this one, has written. */
export interface StorageChange {
	/** `keeping`: whether what is written is kept, on this page. */
	kind: 'progress' | 'draft' | 'import' | 'keeping';
	exerciseId: string | null;
}

/** Everything a learner has on this device. */
export interface Storage {
	/** Why what is written does not reach the device's database; null where it does. */
	readonly notKept: NotKept | null;
	allProgress(): Promise<ExerciseProgress[]>;
	progressOf(exerciseId: string): Promise<ExerciseProgress | null>;
	saveGrade(grade: Grade): Promise<ExerciseProgress>;
	/** `opened`: how many hints are open now. */
	saveHint(exerciseId: string, opened: number): Promise<ExerciseProgress>;
	/** The code of an exercise, and what else there is of it. */
	draft(exerciseId: string): Promise<Draft | null>;
	/** Returns at once; the newest text of each exercise is written in the background. */
	saveDraft(text: Omit<TypedText, 'count'>): void;
	/** Takes code that is kept beside the learner's; theirs stays beside it. */
	chooseText(exerciseId: string, files: Draft['files']): Promise<void>;
	/** Stays with the learner's code; the other stays beside it, and is not offered again. */
	keepText(exerciseId: string): Promise<void>;
	/** Takes over code and results that lie under names which the exercise had before. */
	adopt(exerciseId: string, former: readonly string[]): Promise<void>;
	exportFile(): Promise<string>;
	importFile(text: string): Promise<ImportResult>;
	subscribe(callback: (change: StorageChange) => void): () => void;
	close(): void;
}

export interface StorageParts {
	/** Where the device has none to give: why. */
	backend: StorageBackend | NotKept;
	/** What lies nowhere but in the document; all of its storages share one. */
	ofDocument?: Map<string, string>;
	/** Calls back when a newer build takes the device's database over. */
	onTaken?: (callback: () => void) => void;
	/** Null where there is no `localStorage`. */
	journal: KeyValue | null;
	/** Null where tabs cannot talk. */
	channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'close'> | null;
	now: () => string;
	/** Who writes, in the edits of texts: the device, and who of its people. */
	device: string;
	/** What the person's journals are called. */
	person?: string;
	/** Begins the page anew. */
	reload?: () => void;
}

/** From one page of the document to the next, and no further. */
const ofDocument = new Map<string, string>();

/** Null where tabs cannot talk: an old browser, or one that refuses every storage (Firefox counts this as one). */
function channelOrNull(name: string): BroadcastChannel | null {
	try {
		return new BroadcastChannel(name);
	} catch {
		return null;
	}
}

/** Opens what this browser offers; never rejects: at worst it remembers only until the document is left. */
export async function openStorage(): Promise<Storage> {
	const journal = localStorageOrNull();
	const device = writerName(journal);
	const person = personName(journal);
	let onTaken = (): void => undefined;
	const backend = await idbBackend(device, person, () => onTaken()).catch((error: unknown): NotKept => {
		const why = reasonOf(error);
		return why === 'broken' ? 'nothing' : why;
	});
	return createStorage({
		backend,
		ofDocument,
		onTaken: (callback) => (onTaken = callback),
		journal,
		channel: channelOrNull(person),
		now: () => new Date().toISOString(),
		device,
		person,
		reload: () => location.reload()
	});
}

/** The same over given parts, for tests. */
export async function createStorage(parts: StorageParts): Promise<Storage> {
	const { journal, channel, now, device, person } = parts;
	const listeners = new Set<(change: StorageChange) => void>();
	const shelters = sheltersOf(journal, parts.ofDocument ?? new Map<string, string>(), person);
	const backend = new ShelteredBackend(parts.backend, shelters, () => {
		for (const listener of listeners) listener({ kind: 'keeping', exerciseId: null });
	});
	parts.onTaken?.(() => backend.lose('newer'));
	const tell = (change: StorageChange): void => {
		// The tab that types knows its own text already.
		if (change.kind !== 'draft') for (const listener of listeners) listener(change);
		channel?.postMessage(change);
	};
	channel?.addEventListener('message', (event) => {
		for (const listener of listeners) listener((event as MessageEvent<StorageChange>).data);
	});
	const drafts = new Drafts({
		backend,
		journal: journal && draftJournal(journal, person),
		device,
		now,
		onWritten: (exerciseId) => tell({ kind: 'draft', exerciseId })
	});
	const progress = new ProgressWriter(backend, journal && progressJournal(journal, person));
	await backend.bringBack();
	// What the last page left waits in its journal for a device.
	if (backend.hasDevice) {
		await drafts.recover();
		await progress.recover();
	}
	let undone = false;
	const leaving = (): void => {
		drafts.leave();
		undone = backend.leave();
	};
	/** By Back: what was undone is in the journal, and other pages have written meanwhile. */
	const returning = ({ persisted }: PageTransitionEvent): void => {
		if (!persisted) return;
		if (undone) return parts.reload?.();
		for (const listener of listeners) listener({ kind: 'progress', exerciseId: null });
	};
	globalThis.addEventListener?.('pagehide', leaving);
	globalThis.addEventListener?.('pageshow', returning);

	const update = async (
		exerciseId: string,
		change: (previous: ExerciseProgress | null) => ExerciseProgress
	): Promise<ExerciseProgress> => {
		const next = await progress.update(exerciseId, change);
		tell({ kind: 'progress', exerciseId });
		return next;
	};

	return {
		get notKept() {
			return backend.notKept;
		},
		allProgress: () => backend.allProgress(),
		progressOf: (exerciseId) => progress.read(exerciseId),
		saveGrade: (grade) => update(grade.exercise.id, (previous) => recordGrade(previous, grade, now())),
		saveHint: (exerciseId, opened) =>
			update(exerciseId, (previous) => recordHint(previous, exerciseId, opened, now())),
		draft: (exerciseId) => drafts.read(exerciseId),
		saveDraft: (text) => drafts.save(text),
		chooseText: (exerciseId, files) => drafts.choose(exerciseId, files),
		keepText: (exerciseId) => drafts.keepOwn(exerciseId),
		async adopt(exerciseId, former) {
			for (const name of former) {
				await drafts.rename(name, exerciseId);
				const left = await progress.read(name);
				if (!left) continue;
				await update(exerciseId, (previous) => {
					const renamed = { ...left, exerciseId };
					return previous ? mergeProgress([previous], [renamed])[0]! : renamed;
				});
				if (backend.isKept('progress', exerciseId)) await backend.updateProgress(name, () => null);
			}
		},
		async exportFile() {
			await drafts.idle();
			const file: ProgressFile = {
				format: 'passerelle-progress',
				version: 2,
				exportedAt: now(),
				progress: await backend.allProgress(),
				drafts: await backend.allDrafts()
			};
			return JSON.stringify(file, null, '\t');
		},
		async importFile(text) {
			// Its schemas weigh more than the rest of the storage, and few people import.
			const { importFile } = await import('./import-file.ts');
			const result = await importFile(text, { backend, drafts });
			if (!result.ok) return result;
			const changed = (): void => tell({ kind: 'import', exerciseId: null });
			changed();
			return { ...result, undo: () => result.undo().then(changed) };
		},
		subscribe(callback) {
			listeners.add(callback);
			return () => listeners.delete(callback);
		},
		close() {
			drafts.leave();
			globalThis.removeEventListener?.('pagehide', leaving);
			globalThis.removeEventListener?.('pageshow', returning);
			void drafts.idle().then(() => {
				channel?.close();
				backend.close();
			});
		}
	};
}
