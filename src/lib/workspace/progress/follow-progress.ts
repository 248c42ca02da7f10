import type { ExerciseProgress } from '../../contract/progress.ts';
import type { Storage } from '../storage/storage.ts';

/** What is heard of a device's progress. */
export interface ProgressListener {
	onOpen(storage: Storage): void;
	/** Whether the device keeps what is written has changed. */
	onKeeping?(notKept: Storage['notKept']): void;
	/** At first, and after each change here or in another tab. */
	onRecords(records: readonly ExerciseProgress[]): void;
}

/** Opens the device's storage and follows its progress until the signal aborts; then the storage is closed. */
export async function followProgress(
	open: () => Promise<Storage>,
	{ onOpen, onKeeping, onRecords }: ProgressListener,
	signal: AbortSignal
): Promise<void> {
	const storage = await open();
	if (signal.aborted) return storage.close();
	signal.addEventListener('abort', () => storage.close(), { once: true });
	const read = async (): Promise<void> => {
		const all = await storage.allProgress();
		if (!signal.aborted) onRecords(all);
	};
	storage.subscribe(({ kind }) => {
		if (kind === 'keeping') onKeeping?.(storage.notKept);
		else if (kind !== 'draft') void read();
	});
	onOpen(storage);
	onKeeping?.(storage.notKept);
	await read();
}
