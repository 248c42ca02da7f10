import { expect, test } from 'vitest';
import type { Draft, ExerciseProgress } from '../../contract/progress.ts';
import type { Grade } from '../../contract/grade.ts';
import type { KeyValue } from './journal.ts';
import { createStorage, type StorageParts } from './storage.ts';
import { memoryBackend, type StorageBackend } from './storage-backend.ts';

const draft = (text: string, second: number, locale: Draft['locale'] = 'fr'): Draft => ({
	exerciseId: 'programming/shout',
	locale,
	files: { 'main.js': text },
	updatedAt: `2026-11-22T10:00:${String(second).padStart(2, '0')}.000Z`
});

function localStore(): KeyValue & { entries: Map<string, string> } {
	const entries = new Map<string, string>();
	return {
		entries,
		get length() {
			return entries.size;
		},
		key: (index) => [...entries.keys()][index] ?? null,
		getItem: (key) => entries.get(key) ?? null,
		setItem: (key, value) => void entries.set(key, value),
		removeItem: (key) => void entries.delete(key)
	};
}

const parts = (over: Partial<StorageParts> = {}): StorageParts => ({
	backend: memoryBackend(),
	journal: localStore(),
	channel: null,
	now: () => '2026-11-22T12:00:00.000Z',
	...over
});

const grade = (passed: boolean): Grade => ({
	version: 1,
	runId: 'r',
	exercise: { id: 'programming/shout', hash: 'h' },
	passed,
	counts: true,
	testsPassed: passed ? 2 : 1,
	testsTotal: 2,
	score: passed ? 1 : 0.5,
	points: passed ? 10 : 0,
	maxPoints: 10,
	trust: 'practised',
	codes: []
});

/** A backend whose writes of drafts wait until let through. */
function slowBackend() {
	const backend = memoryBackend();
	const gates: (() => void)[] = [];
	const put = backend.putDraft;
	let writing = 0;
	let most = 0;
	backend.putDraft = async (value) => {
		most = Math.max(most, ++writing);
		await new Promise<void>((resolve) => gates.push(resolve));
		await put(value);
		writing -= 1;
	};
	return { backend, gates, mostAtOnce: () => most };
}

test('of many keystrokes only one is in flight, and the last one is stored', async () => {
	const { backend, gates, mostAtOnce } = slowBackend();
	const storage = await createStorage(parts({ backend }));
	for (let second = 1; second <= 50; second += 1) storage.saveDraft(draft(`v${second}`, second));
	while (gates.length > 0 || (await backend.allDrafts())[0]?.files['main.js'] !== 'v50') {
		gates.shift()?.();
		await new Promise((resolve) => setTimeout(resolve));
	}
	expect(mostAtOnce()).toBe(1);
});

test('a draft is read back before its transaction has ended', async () => {
	const { backend } = slowBackend();
	const storage = await createStorage(parts({ backend }));
	storage.saveDraft(draft('now', 1));
	expect((await storage.draft('programming/shout', 'fr'))?.files['main.js']).toBe('now');
});

test('a page that closes leaves unwritten text in the journal, and the next page stores it', async () => {
	const journal = localStore();
	const { backend } = slowBackend();
	const closing = await createStorage(parts({ backend, journal }));
	closing.saveDraft(draft('first', 1));
	closing.saveDraft(draft('last words', 2));
	closing.close();
	const next = memoryBackend();
	next.persistent = true;
	const storage = await createStorage(parts({ backend: next, journal }));
	expect((await storage.draft('programming/shout', 'fr'))?.files['main.js']).toBe('last words');
	expect(journal.entries.size).toBe(0);
});

/** A backend that reads and never ends to write progress: the page is left before. */
function leftBackend(): StorageBackend {
	return { ...memoryBackend(), updateProgress: () => new Promise(() => undefined) };
}

test('a pass whose transaction ended with its page is there on the next page', async () => {
	const journal = localStore();
	const first = memoryBackend();
	first.persistent = true;
	await (await createStorage(parts({ backend: first, journal }))).saveGrade(grade(false));
	expect(journal.entries.size).toBe(0);

	const backend = { ...first, updateProgress: leftBackend().updateProgress };
	const leaving = await createStorage(parts({ backend, journal }));
	await leaving.progressOf('programming/shout');
	// One after another, as when a hint is opened while the check runs; nobody has time to await them.
	void leaving.saveHint('programming/shout', 1);
	void leaving.saveGrade(grade(true));

	const next = await createStorage(parts({ backend: first, journal }));
	expect(await next.progressOf('programming/shout')).toMatchObject({
		attempts: 2,
		passed: 'practised',
		points: 10,
		hintsOpened: 1
	});
	expect(journal.entries.size).toBe(0);
});

test('what was stored and is still in the journal counts once', async () => {
	const journal = localStore();
	const backend = memoryBackend();
	backend.persistent = true;
	const page = await createStorage(parts({ backend, journal }));
	const stored = await page.saveGrade(grade(true));
	journal.setItem('passerelle.progress.programming/shout', JSON.stringify(stored));
	journal.setItem('passerelle.progress.broken', '{"exerciseId":"programming/shout","updatedAt":"now"}');
	const next = await createStorage(parts({ backend, journal }));
	expect(await next.allProgress()).toEqual([stored]);
	expect(journal.entries.size).toBe(0);
});

test('a pass that could not be stored stays in the journal', async () => {
	const journal = localStore();
	const backend = memoryBackend();
	backend.updateProgress = () => Promise.reject(new Error('disk full'));
	const storage = await createStorage(parts({ backend, journal }));
	await expect(storage.saveGrade(grade(true))).rejects.toThrow('disk full');
	expect([...journal.entries.keys()]).toEqual(['passerelle.progress.programming/shout']);
});

test('an old journal does not undo a newer stored draft', async () => {
	const journal = localStore();
	journal.setItem('passerelle.draft.programming/shout|fr', JSON.stringify(draft('old', 1)));
	journal.setItem('passerelle.draft.broken', '{');
	journal.setItem('other', 'kept');
	const backend = memoryBackend();
	backend.persistent = true;
	await backend.putDraft(draft('new', 2));
	const storage = await createStorage(parts({ backend, journal }));
	expect((await storage.draft('programming/shout', 'fr'))?.files['main.js']).toBe('new');
	expect([...journal.entries.keys()]).toEqual(['other']);
});

test('a failed write stays in the journal', async () => {
	const journal = localStore();
	const backend = memoryBackend();
	backend.putDraft = () => Promise.reject(new Error('disk full'));
	const storage = await createStorage(parts({ backend, journal }));
	storage.saveDraft(draft('precious', 1));
	await expect.poll(() => journal.entries.size).toBe(1);
});

test('a text typed after the clock jumped back is still stored', async () => {
	const storage = await createStorage(parts());
	storage.saveDraft(draft('before', 30));
	storage.saveDraft(draft('after', 10));
	await expect
		.poll(async () => (await storage.draft('programming/shout', 'fr'))?.files['main.js'])
		.toBe('after');
});

test('export and import carry progress and drafts to another device', async () => {
	const storage = await createStorage(parts());
	await storage.saveGrade(grade(true));
	storage.saveDraft(draft('mine', 1));
	const file = await storage.exportFile();
	const other = await createStorage(parts());
	expect(await other.importFile(file)).toEqual({ ok: true, added: 1 });
	expect(await other.importFile(file)).toEqual({ ok: true, added: 0 });
	expect((await other.progressOf('programming/shout'))?.passed).toBe('practised');
	expect((await other.draft('programming/shout', 'fr'))?.files['main.js']).toBe('mine');
});

test('an imported draft from the future does not block later ones', async () => {
	const from = await createStorage(parts());
	from.saveDraft({ ...draft('future', 1), updatedAt: '2099-01-01T00:00:00.000Z' });
	const storage = await createStorage(parts());
	await storage.importFile(await from.exportFile());
	expect((await storage.draft('programming/shout', 'fr'))?.updatedAt).toBe('2026-11-22T12:00:00.000Z');
});

test('a file that is no export is refused with a code', async () => {
	const storage = await createStorage(parts());
	expect(await storage.importFile('hello')).toMatchObject({ ok: false, code: 'not-json' });
});

test('a passed exercise stays passed after a later failure', async () => {
	const storage = await createStorage(parts());
	await storage.saveGrade(grade(true));
	const after: ExerciseProgress = await storage.saveGrade(grade(false));
	expect(after).toMatchObject({ attempts: 2, bestScore: 1, passed: 'practised' });
});

test('two tabs tell each other what they wrote', async () => {
	const heard: string[] = [];
	const name = `test-${Math.random()}`;
	const one = await createStorage(parts({ channel: new BroadcastChannel(name) }));
	const two = await createStorage(parts({ channel: new BroadcastChannel(name) }));
	two.subscribe((change) => heard.push(`${change.kind} ${change.exerciseId}`));
	await one.saveGrade(grade(true));
	one.saveDraft(draft('x', 1));
	await expect.poll(() => heard).toEqual(['progress programming/shout', 'draft programming/shout']);
	one.close();
	two.close();
});
