import { expect, test } from 'vitest';
import type { KeyValue } from './journal.ts';
import { becomePerson, MOST_PEOPLE, personName, readPeople, writerName } from './people.ts';
import { memoryBackend } from './storage-backend.ts';
import { createStorage, type Storage } from './storage.ts';

function store(kept: Record<string, string> = {}): KeyValue {
	const entries = new Map(Object.entries(kept));
	return {
		length: entries.size,
		key: (index) => [...entries.keys()][index] ?? null,
		getItem: (key) => entries.get(key) ?? null,
		setItem: (key, value) => void entries.set(key, value),
		removeItem: (key) => void entries.delete(key)
	};
}

test('a device has one person, until somebody says that they are another; each can come back', () => {
	const device = store();
	expect(readPeople(device)).toEqual({ current: 1, count: 1 });
	expect(becomePerson(device, 2)).toBe(true);
	expect(readPeople(device)).toEqual({ current: 2, count: 2 });
	becomePerson(device, 1);
	expect(readPeople(device)).toEqual({ current: 1, count: 2 });
});

test('each person has a storage of their own, and the first one’s is where it always was', () => {
	const names = [1, 2, 3].map((current) =>
		personName(store({ 'passerelle.people': JSON.stringify({ current, count: 3 }) }))
	);
	expect(names[0]).toBe('passerelle');
	expect(new Set(names).size).toBe(3);
	// No journal of one is found by the beginning of another's keys.
	for (const name of names)
		for (const other of names)
			if (name !== other) expect(`${other}.draft.x`.startsWith(`${name}.draft.`)).toBe(false);
});

test.each(['{', '{"current":9,"count":2}', '{"current":0,"count":-1}', 'null', '{"count":1e9}'])(
	'what is not ours counts as nothing: %s',
	(kept) => {
		const { current, count } = readPeople(store({ 'passerelle.people': kept }));
		expect(current).toBe(1);
		expect(count).toBeLessThanOrEqual(2);
	}
);

test('a device that remembers nothing, or enough people, stays with who it has', () => {
	expect(becomePerson(null, 2)).toBe(false);
	expect(becomePerson(store(), MOST_PEOPLE + 1)).toBe(false);
});

test('a device keeps the name that chance gave it, and each of its people writes under another', () => {
	const device = store();
	const first = writerName(device);
	expect(writerName(device)).toBe(first);
	expect(writerName(store())).not.toBe(first);
	becomePerson(device, 2);
	expect(writerName(device)).not.toBe(first);
	becomePerson(device, 1);
	expect(writerName(device)).toBe(first);
});

const ID = 'programming/shout';
const textsOf = async (storage: Storage): Promise<unknown[]> => {
	const draft = await storage.draft(ID);
	return [draft, ...(draft?.others ?? [])].map((one) => one?.files['main.js']);
};

test('two people of one device: the code of each stays beside the other’s, whichever file is opened where', async () => {
	const device = store();
	const now = (): string => '2026-01-01T00:00:00.000Z';
	const personTyping = async (current: number, typed: readonly string[]): Promise<Storage> => {
		becomePerson(device, current);
		const parts = { backend: memoryBackend(), journal: null, channel: null, device: writerName(device), now };
		const storage = await createStorage(parts);
		for (const text of typed) {
			storage.saveDraft({ exerciseId: ID, files: { 'main.js': text }, updatedAt: now() });
			await storage.exportFile();
		}
		return storage;
	};
	const first = await personTyping(1, ['a', 'of the first']);
	const second = await personTyping(2, ['b', 'c', 'd', 'of the second']);
	const [ofFirst, ofSecond] = [await first.exportFile(), await second.exportFile()];
	expect(await first.importFile(ofSecond)).toMatchObject({ ok: true, texts: 0, apart: 1 });
	expect(await textsOf(first)).toEqual(['of the first', 'of the second']);
	expect(await second.importFile(ofFirst)).toMatchObject({ ok: true, texts: 0, apart: 1 });
	expect(await textsOf(second)).toEqual(['of the second', 'of the first']);
});
