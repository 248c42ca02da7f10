import { expect, test, vi } from 'vitest';
import { memoryBackend } from '../storage/storage-backend.ts';
import { createStorage, type Storage } from '../storage/storage.ts';
import { followProgress } from './follow-progress.ts';

const openMemory = (): Promise<Storage> =>
	createStorage({
		backend: memoryBackend(),
		journal: null,
		channel: null,
		now: () => '2026',
		device: 'here'
	});

test('progress is read once, and again after each change but not for a draft', async () => {
	const storage = await openMemory();
	const seen: number[] = [];
	const { signal } = new AbortController();
	await followProgress(
		() => Promise.resolve(storage),
		{ onOpen: () => undefined, onRecords: (records) => seen.push(records.length) },
		signal
	);
	expect(seen).toEqual([0]);
	await storage.saveHint('p/a', 1);
	await vi.waitFor(() => expect(seen).toEqual([0, 1]));
	storage.saveDraft({ exerciseId: 'p/a', files: {}, updatedAt: '2026' });
	await storage.saveHint('p/b', 1);
	await vi.waitFor(() => expect(seen).toEqual([0, 1, 2]));
});

test('a page that is left closes the storage and hears no more, also where it was still opening', async () => {
	for (const leaveFirst of [true, false]) {
		const storage = await openMemory();
		const close = vi.spyOn(storage, 'close');
		const left = new AbortController();
		const onRecords = vi.fn();
		if (leaveFirst) left.abort();
		await followProgress(() => Promise.resolve(storage), { onOpen: () => undefined, onRecords }, left.signal);
		left.abort();
		expect(close).toHaveBeenCalledTimes(1);
		expect(onRecords).toHaveBeenCalledTimes(leaveFirst ? 0 : 1);
	}
});
