import { afterEach, beforeEach, expect, test } from 'vitest';
import { memoryBackend } from '../storage/storage-backend.ts';
import { createStorage, type Storage } from '../storage/storage.ts';
import { firstFile } from './choose-draft.ts';
import { DeviceTexts } from './device-texts.ts';

const exercise = {
	id: 'programming/shout',
	files: [
		{ path: 'main.js', editable: true, text: 'start' },
		{ path: 'data.js', editable: false, text: 'fixed' }
	]
};
let storage: Storage;
let opened: DeviceTexts[];
let second: number;

function make(): DeviceTexts {
	const now = () => `2026-11-22T10:00:${String(10 + second++)}.000Z`;
	const texts = new DeviceTexts(exercise, { storage: Promise.resolve(storage), now });
	opened.push(texts);
	return texts;
}

async function open(): Promise<DeviceTexts> {
	const texts = make();
	await expect.poll(() => texts.ready).toBe(true);
	return texts;
}

beforeEach(async () => {
	storage = await createStorage({
		backend: memoryBackend(),
		journal: null,
		channel: null,
		now: () => '2026-11-22T10:01:00.000Z',
		device: 'here'
	});
	opened = [];
	second = 0;
});
afterEach(() => {
	for (const texts of opened) texts.dispose();
});

test('a text survives the page, and reset can be undone', async () => {
	const first = await open();
	first.change('main.js', 'mine');
	await expect.poll(async () => (await storage.draft(exercise.id))?.files['main.js']).toBe('mine');
	first.dispose();
	const texts = await open();
	expect(texts.state.files['main.js']).toBe('mine');
	texts.reset();
	expect(texts.state).toMatchObject({ edited: false, files: { 'main.js': 'start' } });
	texts.acceptNotice();
	expect(texts.state.files['main.js']).toBe('mine');
});

/** Opens a file with other code of this exercise, written on a device that never saw ours. */
async function openFile(text: string) {
	const other = await createStorage({
		backend: memoryBackend(),
		journal: null,
		channel: null,
		now: () => '2028',
		device: 'there'
	});
	other.saveDraft({
		exerciseId: exercise.id,
		files: { 'main.js': text },
		updatedAt: '2028-01-01T00:00:00.000Z'
	});
	return storage.importFile(await other.exportFile());
}
async function typeMine(): Promise<DeviceTexts> {
	const texts = await open();
	texts.change('main.js', 'mine');
	await expect.poll(async () => (await storage.draft(exercise.id))?.files['main.js']).toBe('mine');
	return texts;
}
const other = { kind: 'other', from: 'file', files: { 'main.js': 'theirs' } };

test('other code from a file is offered where the exercise is open and when it opens; looked at, it can be left again', async () => {
	const texts = await typeMine();
	await openFile('theirs');
	await expect.poll(() => texts.state.notice).toMatchObject(other);
	expect(texts.state.files['main.js']).toBe('mine');
	texts.dispose();
	const again = await open();
	again.change('main.js', 'mine!');
	expect(again.state.notice).toMatchObject(other);
	again.acceptNotice();
	await expect.poll(() => again.state.files['main.js']).toBe('theirs');
	await expect.poll(() => again.state.notice?.kind).toBe('exchanged');
	again.acceptNotice();
	await expect.poll(() => again.state.files['main.js']).toBe('mine!');
	expect(await storage.draft(exercise.id)).toMatchObject({ others: [{ files: { 'main.js': 'theirs' } }] });
});

test('who closes the offer stays with their code and is not asked again; the other code stays on the device', async () => {
	await typeMine();
	await openFile('theirs');
	const texts = await open();
	texts.dismissNotice();
	await expect.poll(async () => (await storage.draft(exercise.id))?.others[0]?.seen).toBe(true);
	expect((await open()).state.notice).toBeNull();
	expect(await storage.draft(exercise.id)).toMatchObject({ others: [{ files: { 'main.js': 'theirs' } }] });
});

test('an open exercise shows the code that opening a file brought, and what Undo put back', async () => {
	const texts = await open();
	const result = await openFile('theirs');
	await expect.poll(() => texts.state.files['main.js']).toBe('theirs');
	texts.change('data.js', 'nothing');
	if (result.ok) await result.undo();
	await expect.poll(() => texts.state.files['main.js']).toBe('start');
});

test('a text typed before the drafts were read stays in reach', async () => {
	const kept = {
		exerciseId: exercise.id,
		files: { 'main.js': 'kept' },
		updatedAt: '2026'
	} as const;
	storage.saveDraft(kept);
	const texts = make();
	texts.change('main.js', 'typed');
	await expect.poll(() => texts.ready).toBe(true);
	expect(texts.state.files['main.js']).toBe('kept');
	texts.acceptNotice();
	expect(texts.state.files['main.js']).toBe('typed');
});

test('a text typed before it was known that there is no draft is kept', async () => {
	const texts = make();
	texts.change('main.js', 'typed');
	await expect.poll(async () => (await storage.draft(exercise.id))?.files['main.js']).toBe('typed');
	expect(texts.state.files['main.js']).toBe('typed');
});

test('a read-only file cannot be changed, and a change that changes nothing is none', async () => {
	const texts = await open();
	const before = texts.submission;
	texts.change('data.js', 'x');
	texts.change('main.js', 'start');
	expect(texts.submission).toBe(before);
});

test('who listens hears of every change, and of none once they stop', async () => {
	const texts = await open();
	const heard: (string | undefined)[] = [];
	const stop = texts.subscribe(() => heard.push(texts.submission['main.js']));
	texts.change('main.js', 'a');
	stop();
	texts.change('main.js', 'b');
	expect(heard).toEqual(['a']);
});

test('an exercise opens with a file to write in', () => {
	expect([
		firstFile({ ...exercise, entry: 'main.js' }),
		firstFile({ ...exercise, entry: 'data.js' })
	]).toEqual(['main.js', 'main.js']);
});
