import { expect, onTestFinished, test, vi } from 'vitest';
import type { ExerciseProgress } from '../../contract/progress.ts';
import type { Grade } from '../../contract/grade.ts';
import type { KeyValue } from './journal.ts';
import { createStorage, type Storage, type StorageChange, type StorageParts } from './storage.ts';
import { memoryBackend, type StorageBackend } from './storage-backend.ts';

const ID = 'programming/shout';
const draft = (text: string, second: number) => ({
	exerciseId: ID,
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
	device: 'here',
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
	const update = backend.updateDraft;
	let writing = 0;
	let most = 0;
	backend.updateDraft = async (exerciseId, change) => {
		most = Math.max(most, ++writing);
		await new Promise<void>((resolve) => gates.push(resolve));
		const next = await update(exerciseId, change);
		writing -= 1;
		return next;
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
	expect((await storage.draft(ID))?.files['main.js']).toBe('now');
});

test('a page that closes leaves unwritten text in the journal, and the next page stores it', async () => {
	const journal = localStore();
	const { backend } = slowBackend();
	const closing = await createStorage(parts({ backend, journal }));
	closing.saveDraft(draft('first', 1));
	closing.saveDraft(draft('last words', 2));
	closing.close();
	const next = memoryBackend();
	const storage = await createStorage(parts({ backend: next, journal }));
	expect((await storage.draft(ID))?.files['main.js']).toBe('last words');
	expect(journal.entries.size).toBe(0);
});

/** A backend that reads and never ends to write progress: the page is left before. */
function leftBackend(): StorageBackend {
	return { ...memoryBackend(), updateProgress: () => new Promise(() => undefined) };
}

test('a pass whose transaction ended with its page is there on the next page', async () => {
	const journal = localStore();
	const first = memoryBackend();
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
	const page = await createStorage(parts({ backend, journal }));
	const stored = await page.saveGrade(grade(true));
	journal.setItem('passerelle.progress.programming/shout', JSON.stringify(stored));
	journal.setItem('passerelle.progress.broken', '{"exerciseId":"programming/shout","updatedAt":"now"}');
	const next = await createStorage(parts({ backend, journal }));
	expect(await next.allProgress()).toEqual([stored]);
	expect(journal.entries.size).toBe(0);
});

test('a pass that could not be stored is stored on the next page', async () => {
	const journal = localStore();
	const backend = memoryBackend();
	backend.updateProgress = () => Promise.reject(new Error('disk full'));
	const storage = await createStorage(parts({ backend, journal }));
	await storage.saveGrade(grade(true));
	expect(storage.notKept).toBe('broken');
	expect(await (await createStorage(parts({ journal }))).allProgress()).toMatchObject([
		{ attempts: 1, passed: 'practised' }
	]);
	expect(journal.entries.size).toBe(0);
});

/** A device with a stored text, and what a page has left in the journal. */
async function withLeft(text: string, left: object, key = `passerelle.draft.${ID}`) {
	const backend = memoryBackend();
	const before = await createStorage(parts({ backend, journal: null }));
	for (const one of ['first', text]) {
		await before.draft(ID);
		before.saveDraft(draft(one, 50));
		await before.exportFile();
	}
	const journal = localStore();
	journal.setItem(key, JSON.stringify({ ...draft('', 1), ...left }));
	journal.setItem('passerelle.draft.broken', '{');
	journal.setItem('other', 'kept');
	return { storage: await createStorage(parts({ backend, journal })), journal };
}
const texts = async (storage: Storage) => {
	const kept = await storage.draft(ID);
	return [kept?.files['main.js'], ...(kept?.others ?? []).map((one) => one.files['main.js'])];
};

test.each([
	['of an older edit does not undo a newer one', { files: { 'main.js': 'old' }, count: 1 }, ['stored']],
	['of a newer edit is stored, whatever its clock said', { files: { 'main.js': 'new' }, count: 3 }, ['new']],
	['of the same text adds nothing', { files: { 'main.js': 'stored' }, count: null }, ['stored']],
	[
		'of an older build, which counted nothing, stays beside it',
		{ files: { 'main.js': 'who knows' } },
		['stored', 'who knows']
	]
])('what a page left %s', async (_name, left, expected) => {
	const { storage, journal } = await withLeft('stored', left);
	expect(await texts(storage)).toEqual(expected);
	expect([...journal.entries.keys()]).toEqual(['other']);
});

test('what a page of an older build left for a language is found, and forgotten once it is stored', async () => {
	const { storage, journal } = await withLeft(
		'stored',
		{ files: { 'main.js': 'typed' } },
		`passerelle.draft.${ID}|nl`
	);
	expect(await texts(storage)).toEqual(['stored', 'typed']);
	expect([...journal.entries.keys()]).toEqual(['other']);
});

test('a failed write stays in the journal', async () => {
	const journal = localStore();
	const backend = memoryBackend();
	backend.updateDraft = () => Promise.reject(new Error('disk full'));
	const storage = await createStorage(parts({ backend, journal }));
	storage.saveDraft(draft('precious', 1));
	await expect.poll(() => journal.entries.size).toBe(1);
});

test('a text typed after the clock jumped back is still stored', async () => {
	const storage = await createStorage(parts());
	storage.saveDraft(draft('before', 30));
	storage.saveDraft(draft('after', 10));
	await expect.poll(async () => (await storage.draft(ID))?.files['main.js']).toBe('after');
});

/** A device with a clock of its own. */
const device = (name: string, year: number) =>
	createStorage(parts({ device: name, now: () => `${year}-01-01T00:00:00.000Z` }));
async function type(storage: Storage, text: string, year = 2026): Promise<void> {
	await storage.draft(ID);
	storage.saveDraft({ ...draft(text, 1), updatedAt: `${year}-01-01T00:00:00.000Z` });
	await storage.exportFile();
}
async function open(storage: Storage, file: string) {
	const result = await storage.importFile(file);
	if (!result.ok) throw new Error(result.code);
	const { undo, results, texts, apart } = result;
	return { undo, counts: { results, texts, apart } };
}
const NOTHING = { results: 0, texts: 0, apart: 0 };

test('a file carries results and code to another device, and says of both what it changed', async () => {
	const storage = await device('here', 2026);
	await storage.saveGrade(grade(true));
	await type(storage, 'mine');
	const file = await storage.exportFile();
	const other = await device('there', 2026);
	expect((await open(other, file)).counts).toEqual({ results: 1, texts: 1, apart: 0 });
	expect((await open(other, file)).counts).toEqual(NOTHING);
	expect((await other.progressOf(ID))?.passed).toBe('practised');
	expect(await texts(other)).toEqual(['mine']);
});

test.each([2015, 2028])('a clock of %i neither wins nor loses', async (year) => {
	const here = await device('here', 2026);
	await type(here, 'first');
	const there = await device('there', year);
	await open(there, await here.exportFile());
	await type(there, 'went on there', year);
	// What went on from ours takes its place; our older file changes nothing there.
	const old = await here.exportFile();
	expect((await open(here, await there.exportFile())).counts).toEqual({ ...NOTHING, texts: 1 });
	expect(await texts(here)).toEqual(['went on there']);
	expect((await open(there, old)).counts).toEqual(NOTHING);
	// And back: what went on here takes the place of theirs.
	await type(here, 'went on here');
	expect((await open(there, await here.exportFile())).counts).toEqual({ ...NOTHING, texts: 1 });
	expect(await texts(there)).toEqual(['went on here']);
});

test('code that was changed on both sides stays on both, until and after the choice', async () => {
	const here = await device('here', 2026);
	await type(here, 'common');
	const there = await device('there', 2028);
	await open(there, await here.exportFile());
	await type(here, 'mine');
	await type(there, 'theirs', 2028);
	const file = await there.exportFile();
	expect((await open(here, file)).counts).toEqual({ ...NOTHING, apart: 1 });
	expect((await open(here, file)).counts).toEqual(NOTHING);
	expect(await texts(here)).toEqual(['mine', 'theirs']);
	await here.chooseText(ID, { 'main.js': 'theirs' });
	expect(await texts(here)).toEqual(['theirs', 'mine']);
	await here.chooseText(ID, { 'main.js': 'mine' });
	await here.keepText(ID);
	expect((await here.draft(ID))?.others).toMatchObject([{ files: { 'main.js': 'theirs' }, seen: true }]);
	// The choice holds there too: it comes after both.
	expect((await open(there, await here.exportFile())).counts).toEqual({ ...NOTHING, texts: 1 });
	expect((await texts(there))[0]).toBe('mine');
});

test('opening a file can be undone; what was worked on since stays', async () => {
	const here = await device('here', 2026);
	await here.saveGrade(grade(false));
	await type(here, 'mine');
	const there = await device('there', 2026);
	await there.saveGrade(grade(true));
	await type(there, 'theirs');
	const { undo } = await open(here, await there.exportFile());
	expect((await here.progressOf(ID))?.passed).toBe('practised');
	await type(here, 'typed since');
	await undo();
	expect(await here.progressOf(ID)).toMatchObject({ passed: null, attempts: 1 });
	expect(await texts(here)).toEqual(['typed since', 'theirs']);

	const empty = await device('empty', 2026);
	await (await open(empty, await there.exportFile())).undo();
	expect([await empty.allProgress(), await empty.draft(ID)]).toEqual([[], null]);
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

test('code and results under a former name of an exercise move to the new one', async () => {
	const backend = memoryBackend();
	const before = await createStorage(parts({ backend }));
	const OLD = 'programming/whisper';
	before.saveDraft({ ...draft('mine', 1), exerciseId: OLD });
	await before.saveGrade({ ...grade(true), exercise: { id: OLD, hash: 'h' } });
	await expect.poll(() => backend.draftOf(OLD)).not.toBeNull();

	const storage = await createStorage(parts({ backend }));
	await storage.adopt(ID, [OLD, 'programming/never-there']);
	expect(await storage.draft(ID)).toMatchObject({ exerciseId: ID, files: { 'main.js': 'mine' }, others: [] });
	expect(await storage.progressOf(ID)).toMatchObject({ exerciseId: ID, attempts: 1, points: 10 });
	expect((await backend.allDrafts()).map(({ exerciseId }) => exerciseId)).toEqual([ID]);
	expect((await backend.allProgress()).map(({ exerciseId }) => exerciseId)).toEqual([ID]);
});

test('code under both names stays: the one under the new name in its place, the other beside it', async () => {
	const backend = memoryBackend();
	const storage = await createStorage(parts({ backend }));
	const OLD = 'programming/whisper';
	storage.saveDraft({ ...draft('under the old name', 2), exerciseId: OLD });
	storage.saveDraft(draft('under the new name', 1));
	await expect.poll(() => backend.draftOf(ID)).not.toBeNull();
	await expect.poll(() => backend.draftOf(OLD)).not.toBeNull();
	await storage.adopt(ID, [OLD]);
	expect(await storage.draft(ID)).toMatchObject({
		files: { 'main.js': 'under the new name' },
		others: [{ files: { 'main.js': 'under the old name' }, seen: false }]
	});
	expect(await backend.draftOf(OLD)).toBeNull();
});

test('what cannot be written under the new name stays under the former one', async () => {
	const backend = memoryBackend();
	const storage = await createStorage(parts({ backend }));
	const OLD = 'programming/whisper';
	storage.saveDraft({ ...draft('mine', 1), exerciseId: OLD });
	await expect.poll(() => backend.draftOf(OLD)).not.toBeNull();
	backend.updateDraft = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
	await storage.adopt(ID, [OLD]);
	expect((await storage.draft(ID))?.files).toEqual((await backend.draftOf(OLD))?.files);
	expect((await backend.draftOf(OLD))?.files).toEqual({ 'main.js': 'mine' });
});

test('what a page that is left was writing is undone at once, and a page that Back wakes begins anew, or hears of what others wrote', async () => {
	const page = new EventTarget();
	vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
	vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
	onTestFinished(() => void vi.unstubAllGlobals());
	const wake = (persisted: boolean) =>
		page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
	let writing = false;
	let reloads = 0;
	const storage = await createStorage(
		parts({ backend: { ...memoryBackend(), leave: () => writing }, reload: () => (reloads += 1) })
	);
	const heard: StorageChange[] = [];
	storage.subscribe((change) => heard.push(change));

	wake(false);
	expect(heard).toEqual([]);
	page.dispatchEvent(new Event('pagehide'));
	wake(true);
	expect(heard).toEqual([{ kind: 'progress', exerciseId: null }]);
	expect(reloads).toBe(0);
	writing = true;
	page.dispatchEvent(new Event('pagehide'));
	wake(true);
	expect(reloads).toBe(1);
	expect(heard).toHaveLength(1);
});
