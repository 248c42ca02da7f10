import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Locale } from '../../contract/locale.ts';
import { memoryBackend } from '../storage/storage-backend.ts';
import { createStorage, type Storage } from '../storage/storage.ts';
import { firstFile } from './choose-draft.ts';
import { DeviceTexts } from './device-texts.ts';

const exercise = {
	id: 'programming/shout',
	locale: 'fr' as Locale,
	files: [
		{ path: 'main.js', editable: true, text: 'start' },
		{ path: 'data.js', editable: false, text: 'fixed' }
	]
};
let storage: Storage;
let opened: DeviceTexts[];
let second: number;

function make(locale: Locale = 'fr'): DeviceTexts {
	const now = () => `2026-11-22T10:00:${String(10 + second++)}.000Z`;
	const texts = new DeviceTexts({ ...exercise, locale }, { storage: Promise.resolve(storage), now });
	opened.push(texts);
	return texts;
}

async function open(locale: Locale = 'fr'): Promise<DeviceTexts> {
	const texts = make(locale);
	await expect.poll(() => texts.ready).toBe(true);
	return texts;
}

beforeEach(async () => {
	storage = await createStorage({
		backend: memoryBackend(),
		journal: null,
		channel: null,
		now: () => '2026'
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
	await expect.poll(async () => (await storage.draftsOf(exercise.id)).length).toBe(1);
	first.dispose();
	const texts = await open();
	expect(texts.state.files['main.js']).toBe('mine');
	texts.reset();
	expect(texts.state).toMatchObject({ edited: false, files: { 'main.js': 'start' } });
	texts.acceptNotice();
	expect(texts.state.files['main.js']).toBe('mine');
});

test('switching language keeps the text and says where it comes from', async () => {
	(await open()).change('main.js', 'mine');
	await expect.poll(async () => (await storage.draftsOf(exercise.id)).length).toBe(1);
	const texts = await open('nl');
	expect(texts.state.files['main.js']).toBe('mine');
	expect(texts.state.notice).toEqual({ kind: 'from-language', locale: 'fr' });
});

test('a text typed before the drafts were read stays in reach', async () => {
	const kept = {
		exerciseId: exercise.id,
		locale: 'fr',
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
	await expect.poll(async () => (await storage.draft(exercise.id, 'fr'))?.files['main.js']).toBe('typed');
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
