import { beforeEach, expect, test } from 'vitest';
import type { Grade } from '../../contract/grade.ts';
import { chance } from '../../engines/harness/setting/chance.ts';
import type { KeyValue } from './journal.ts';
import { memoryBackend, type StorageBackend } from './storage-backend.ts';
import { createStorage, type Storage, type StorageChange, type StorageParts } from './storage.ts';

const ID = 'p/one';
const OTHER = 'p/two';
const draft = (text: string, exerciseId = ID) => ({
	exerciseId,
	files: { 'main.js': text },
	updatedAt: '2026-11-22T10:00:00.000Z'
});
const passed: Grade = {
	version: 1,
	runId: 'r',
	exercise: { id: ID, hash: 'h' },
	passed: true,
	counts: true,
	testsPassed: 2,
	testsTotal: 2,
	score: 1,
	points: 10,
	maxPoints: 10,
	trust: 'practised',
	codes: []
};

/** What is on the disk, and what the disk says now; null: it does as it is told. */
let disk: StorageBackend;
let writeError: string | null;
let readError: string | null;
let entries: Map<string, string>;
let ofDocument: Map<string, string>;
/** No more goes into `localStorage` either. */
let storeFull: boolean;

const refuse = (name: string): Promise<never> => Promise.reject(new DOMException('Not now', name));

/** A device whose disk may refuse. */
function device(): StorageBackend {
	return {
		...disk,
		progressOf: (id) => (readError ? refuse(readError) : disk.progressOf(id)),
		draftOf: (id) => (readError ? refuse(readError) : disk.draftOf(id)),
		allProgress: () => (readError ? refuse(readError) : disk.allProgress()),
		updateProgress: (id, change) => (writeError ? refuse(writeError) : disk.updateProgress(id, change)),
		updateDraft: (id, change) => (writeError ? refuse(writeError) : disk.updateDraft(id, change))
	};
}

const store: KeyValue = {
	get length() {
		return entries.size;
	},
	key: (index) => [...entries.keys()][index] ?? null,
	getItem: (key) => entries.get(key) ?? null,
	setItem(key, value) {
		if (storeFull) throw new DOMException('Full', 'QuotaExceededError');
		entries.set(key, value);
	},
	removeItem: (key) => void entries.delete(key)
};

interface Page extends Partial<StorageParts> {
	/** False where the browser has no database. */
	database?: boolean;
	/** A page of the next document. */
	reloaded?: boolean;
}

/** A page of the document, or of the next one. */
function page({ database = true, reloaded = false, ...over }: Page = {}): Promise<Storage> {
	if (reloaded) ofDocument = new Map();
	return createStorage({
		backend: database ? device() : 'nothing',
		ofDocument,
		journal: store,
		channel: null,
		now: () => '2026-11-22T12:00:00.000Z',
		device: 'here',
		...over
	});
}

/** Types, and waits until that is where it can be. */
async function type(storage: Storage, text: string, exerciseId = ID): Promise<void> {
	storage.saveDraft(draft(text, exerciseId));
	await storage.exportFile();
}
const textOf = async (storage: Storage): Promise<string | undefined> =>
	(await storage.draft(ID))?.files['main.js'];

beforeEach(() => {
	disk = memoryBackend();
	writeError = readError = null;
	entries = new Map();
	ofDocument = new Map();
	storeFull = false;
});

test.each(['QuotaExceededError', 'UnknownError', 'AbortError'])(
	'on a disk that refuses (%s) what is typed and passed goes on from page to page of a document, is in the file, and on the next one',
	async (name) => {
		const first = await page();
		await type(first, 'before');
		writeError = name;
		await type(first, 'typed on a full disk');
		await first.saveGrade(passed);
		expect(first.notKept).toBe(name === 'QuotaExceededError' ? 'full' : 'broken');
		expect(await textOf(first)).toBe('typed on a full disk');
		first.close();
		const second = await page();
		expect(second.notKept).not.toBeNull();
		expect(await textOf(second)).toBe('typed on a full disk');
		expect(await second.allProgress()).toMatchObject([{ exerciseId: ID, attempts: 1, passed: 'practised' }]);
		expect(JSON.parse(await second.exportFile())).toMatchObject({
			progress: [{ passed: 'practised' }],
			drafts: [{ files: { 'main.js': 'typed on a full disk' } }]
		});
		// Reloaded, on the same full disk.
		const third = await page({ reloaded: true });
		expect(await textOf(third)).toBe('typed on a full disk');
		expect(await third.allProgress()).toMatchObject([{ attempts: 1, passed: 'practised' }]);
	}
);

test('once there is room again everything goes to the device with the next thing that does, and the journal is empty', async () => {
	const storage = await page();
	const heard: StorageChange[] = [];
	storage.subscribe((change) => heard.push(change));
	writeError = 'QuotaExceededError';
	await type(storage, 'one');
	await type(storage, 'two', OTHER);
	await storage.saveGrade(passed);
	expect(heard.filter(({ kind }) => kind === 'keeping')).toHaveLength(1);
	writeError = null;
	await type(storage, 'two and more', OTHER);
	expect(storage.notKept).toBeNull();
	expect(heard.filter(({ kind }) => kind === 'keeping')).toHaveLength(2);
	expect((await disk.draftOf(ID))?.files['main.js']).toBe('one');
	expect((await disk.draftOf(OTHER))?.files['main.js']).toBe('two and more');
	expect(await disk.progressOf(ID)).toMatchObject({ attempts: 1, passed: 'practised' });
	const next = await page({ reloaded: true });
	expect(await textOf(next)).toBe('one');
	expect((await next.draft(ID))?.others).toEqual([]);
	expect(entries.size).toBe(0);
});

test.each([true, false])(
	'without a database work goes from page to page of a document, and to the next one where there is localStorage (%s)',
	async (hasStore) => {
		const window: Page = { database: false, journal: hasStore ? store : null };
		const first = await page(window);
		expect(first.notKept).toBe('nothing');
		await type(first, 'in a private window');
		await first.saveGrade(passed);
		first.close();
		const second = await page(window);
		expect(await textOf(second)).toBe('in a private window');
		expect(await second.allProgress()).toMatchObject([{ passed: 'practised' }]);
		const reloaded = await page({ ...window, reloaded: true });
		expect(await textOf(reloaded)).toBe(hasStore ? 'in a private window' : undefined);
		expect(await reloaded.allProgress()).toHaveLength(hasStore ? 1 : 0);
	}
);

test('without a database what a file brought, and what was chosen of it, are there after a reload; its Undo takes it back', async () => {
	const window: Page = { database: false };
	const first = await page(window);
	await type(first, 'mine');
	const theirs = { ...draft('theirs'), edits: { elsewhere: 3 }, others: [] };
	const file = JSON.stringify({
		format: 'passerelle-progress',
		version: 2,
		exportedAt: '2026-11-22T12:00:00.000Z',
		progress: [],
		drafts: [theirs, { ...theirs, exerciseId: OTHER }]
	});
	const opened = await first.importFile(file);
	expect(opened).toMatchObject({ ok: true, texts: 1, apart: 1 });
	await first.chooseText(ID, theirs.files);
	const reloaded = await page({ ...window, reloaded: true });
	expect(await textOf(reloaded)).toBe('theirs');
	expect((await reloaded.draft(ID))?.others.map((one) => one.files['main.js'])).toEqual(['mine']);
	expect((await reloaded.draft(OTHER))?.files['main.js']).toBe('theirs');
	if (opened.ok) await opened.undo();
	// Where somebody has worked since, nothing is taken back.
	expect(await textOf(reloaded)).toBe('theirs');
	expect(await reloaded.draft(OTHER)).toBeNull();
});

test('where localStorage is full, too, work lasts as long as the document, and the journal keeps what it had', async () => {
	writeError = 'QuotaExceededError';
	const first = await page();
	await type(first, 'there was room for this');
	storeFull = true;
	await type(first, 'and none for this');
	const second = await page();
	expect(await textOf(second)).toBe('and none for this');
	expect(await textOf(await page({ reloaded: true }))).toBe('there was room for this');
});

test('two tabs on a full disk have one text, and the one that finds room keeps what the other has typed', async () => {
	const one = await page();
	await type(one, '1');
	const other = await page({ ofDocument: new Map() });
	await other.draft(ID);
	writeError = 'QuotaExceededError';
	await type(one, '1, 2');
	expect(await textOf(other)).toBe('1, 2');
	writeError = null;
	await type(other, 'something else', OTHER);
	await other.saveGrade(passed);
	expect((await disk.draftOf(ID))?.files['main.js']).toBe('1');
	// The other one had not heard of any trouble: a page that opens looks.
	const next = await page({ ofDocument: new Map() });
	expect((await disk.draftOf(ID))?.files['main.js']).toBe('1, 2');
	expect((await next.draft(ID))?.others).toEqual([]);
	expect([...entries.keys()].filter((key) => key.includes('sheltered'))).toEqual([]);
});

test('what one person’s full disk does not take is not shown to somebody else on the device', async () => {
	writeError = 'QuotaExceededError';
	await type(await page(), 'mine');
	disk = memoryBackend();
	const other = await page({ person: 'passerelle.2', reloaded: true });
	expect(await textOf(other)).toBeUndefined();
	await type(other, 'theirs');
	expect(await textOf(await page({ reloaded: true }))).toBe('mine');
});

test('a page that a newer build shuts out goes on, says so at once, and what was typed in it lies beside what the newer one has', async () => {
	let taken = (): void => undefined;
	const storage = await page({ journal: null, onTaken: (callback) => (taken = callback) });
	await type(storage, 'before');
	const heard: StorageChange[] = [];
	storage.subscribe((change) => heard.push(change));
	taken();
	expect([storage.notKept, heard]).toEqual(['newer', [{ kind: 'keeping', exerciseId: null }]]);
	await type(storage, 'typed in the old tab');
	expect(await textOf(storage)).toBe('typed in the old tab');
	expect(storage.notKept).toBe('newer');
});

test('text of a page that could not read the device never takes the place of what is there, and is not lost', async () => {
	const newer = await page();
	for (const text of ['1', '2', '3', 'newer']) await type(newer, text);
	readError = writeError = 'VersionError';
	const old = await page({ reloaded: true });
	await type(old, 'typed in the old tab');
	readError = writeError = null;
	const next = await page({ reloaded: true });
	expect(await textOf(next)).toBe('newer');
	expect((await next.draft(ID))?.others.map((one) => one.files['main.js'])).toEqual(['typed in the old tab']);
	expect(entries.size).toBe(0);
});

test('a disk that could not be read for a moment loses neither what it has nor what is typed on', async () => {
	const storage = await page();
	for (const text of ['1', '2', '3']) await type(storage, text);
	const again = await page({ reloaded: true });
	readError = 'UnknownError';
	expect(await textOf(again)).toBeUndefined();
	readError = null;
	for (const text of ['b', 'bl', 'blind']) await type(again, text);
	await type(again, 'elsewhere', OTHER);
	await again.saveGrade(passed);
	expect(await textOf(again)).toBe('blind');
	expect(again.notKept).toBe('broken');
	const next = await page();
	expect(next.notKept).toBeNull();
	const { files, others } = (await next.draft(ID))!;
	expect([files['main.js'], ...others.map((one) => one.files['main.js'])]).toEqual(['3', 'blind']);
	expect(await disk.draftOf(OTHER)).not.toBeNull();
});

test('whatever a disk refuses, and whichever of two tabs is typed in, reloaded or without a database, no text is lost that nobody has gone on from', async () => {
	for (let seed = 1; seed <= 100; seed++) {
		disk = memoryBackend();
		entries = new Map();
		writeError = readError = null;
		const random = chance(seed);
		const below = (most: number): number => (random() * 2 ** 32) % most;
		const open = (): Promise<Storage> => page({ reloaded: true, database: below(4) > 0 });
		const tabs = [await open(), await open()];
		const typed = new Set<string>();
		let log = `seed ${seed}:`;
		for (let step = 0; step < 30; step++) {
			const at = below(2);
			const what = below(6);
			if (what === 0) writeError = [null, 'QuotaExceededError', 'UnknownError'][below(3)]!;
			else if (what === 1) readError = below(2) ? null : 'UnknownError';
			else if (what === 2) {
				tabs[at]!.close();
				tabs[at] = await open();
			} else {
				// A tab shows what the other has typed, and goes on from there.
				const shown = await textOf(tabs[at]!);
				if (shown !== undefined) typed.delete(shown);
				const text = `${seed}.${step}`;
				typed.add(text);
				await type(tabs[at]!, text);
				log += ` ${text} from ${shown} in tab ${at} (${writeError}, ${readError})`;
				if (!readError) expect(await textOf(tabs[at]!), log).toBe(text);
			}
		}
		writeError = readError = null;
		const next = await (await page({ reloaded: true })).draft(ID);
		const kept = next ? [next, ...next.others].map(({ files }) => files['main.js']) : [];
		expect(kept, log).toEqual(expect.arrayContaining([...typed]));
	}
});
