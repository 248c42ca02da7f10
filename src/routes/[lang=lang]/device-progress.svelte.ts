import type { ExerciseProgress } from '$lib/contract/progress.ts';
import type { Storage } from '$lib/workspace/storage/storage.ts';

/** What this device remembers of the learner, kept up to date while the page is open. */
export interface DeviceProgress {
	/** Null until the device has been read; a newcomer's is empty. */
	readonly records: readonly ExerciseProgress[] | null;
	readonly storage: Storage | null;
}

/** Call while a component is being set up: the device is read once it is on the page, and left with it. */
export function deviceProgress(): DeviceProgress {
	let records = $state.raw<readonly ExerciseProgress[] | null>(null);
	let storage = $state.raw<Storage | null>(null);

	$effect(() => {
		let left = false;
		let opened: Storage | undefined;
		const read = async () => {
			const all = await opened?.allProgress();
			if (!left && all) records = all;
		};
		// Loaded apart: the page can be read and its links followed before the storage code is there.
		void import('$lib/workspace/storage/storage.ts').then(async ({ openStorage }) => {
			opened = await openStorage();
			if (left) return opened.close();
			opened.subscribe((change) => change.kind !== 'draft' && void read());
			storage = opened;
			await read();
		});
		return () => {
			left = true;
			opened?.close();
		};
	});

	return {
		get records() {
			return records;
		},
		get storage() {
			return storage;
		}
	};
}
