import type { ExerciseProgress } from '../../contract/progress.ts';
import type { Storage } from '../storage/storage.ts';
import { followProgress } from './follow-progress.ts';

/** What this device remembers of the learner, kept up to date while the page is open. */
export interface DeviceProgress {
	/** Null until the device has been read; a newcomer's is empty. */
	readonly records: readonly ExerciseProgress[] | null;
	readonly storage: Storage | null;
	/** Why what is written does not reach the device's database; null where it does. */
	readonly notKept: Storage['notKept'];
}

/** Call while a component is being set up: the device is read once it is on the page, and left with it. */
export function deviceProgress(): DeviceProgress {
	let records = $state.raw<readonly ExerciseProgress[] | null>(null);
	let storage = $state.raw<Storage | null>(null);
	let notKept = $state<Storage['notKept']>(null);

	$effect(() => {
		const left = new AbortController();
		// Loaded apart: the page can be read and its links followed before the storage code is there.
		const open = async (): Promise<Storage> => (await import('../storage/storage.ts')).openStorage();
		const listener = {
			onOpen: (opened: Storage) => (storage = opened),
			onKeeping: (why: Storage['notKept']) => (notKept = why),
			onRecords: (all: readonly ExerciseProgress[]) => (records = all)
		};
		// A page without its storage code is a newcomer's.
		followProgress(open, listener, left.signal).catch(() => undefined);
		return () => left.abort();
	});

	return {
		get records() {
			return records;
		},
		get storage() {
			return storage;
		},
		get notKept() {
			return notKept;
		}
	};
}
