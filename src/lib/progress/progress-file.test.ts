import { expect, test } from 'vitest';
import { MAX_PROGRESS_FILE_CHARS, parseProgressFile } from './progress-file.ts';

const record = {
	exerciseId: 'programming/cafe-till',
	attempts: 2,
	bestScore: 1,
	points: 10,
	passed: 'practised',
	passedHash: 'abc',
	passedAt: '2026-11-22T10:00:00.000Z',
	hintsOpened: 0,
	updatedAt: '2026-11-22T10:00:00.000Z'
};
const draft = {
	exerciseId: record.exerciseId,
	files: { 'main.js': 'x' },
	edits: { here: 3 },
	others: [],
	updatedAt: record.updatedAt
};
const file = {
	format: 'passerelle-progress',
	version: 2,
	exportedAt: '2026-11-22T11:00:00.000Z',
	progress: [record],
	drafts: [draft]
};
const withRecord = (more: object): string => JSON.stringify({ ...file, progress: [{ ...record, ...more }] });

test('a file of Export is read back', () => {
	expect(parseProgressFile(JSON.stringify(file))).toEqual({ ok: true, file });
	expect(parseProgressFile('\uFEFF' + JSON.stringify(file)).ok).toBe(true);
});

test('of a file of before, with code for each language, the newest is the code, and other code stays beside it', () => {
	const old = (locale: string, text: string, day: number) => ({
		exerciseId: record.exerciseId,
		locale,
		files: { 'main.js': text },
		updatedAt: `2026-11-${day}T10:00:00.000Z`
	});
	const drafts = [old('fr', 'a', 20), old('nl', 'b', 22), old('en', 'b', 21)];
	const parsed = parseProgressFile(JSON.stringify({ ...file, version: 1, drafts }));
	expect(parsed.ok && parsed.file.drafts).toEqual([
		{
			exerciseId: record.exerciseId,
			files: { 'main.js': 'b' },
			edits: {},
			others: [{ files: { 'main.js': 'a' }, edits: {}, from: 'fr', seen: false }],
			updatedAt: '2026-11-22T10:00:00.000Z'
		}
	]);
});

test('a pass in a file is never verified', () => {
	const parsed = parseProgressFile(withRecord({ passed: 'verified' }));
	expect(parsed.ok && parsed.file.progress[0]?.passed).toBe('practised');
});

test.each([
	['an empty file', '', 'not-json'],
	['a picture', '\u0089PNG\r\n', 'not-json'],
	['half a file', JSON.stringify(file).slice(0, 100), 'not-json'],
	['null', 'null', 'not-progress'],
	['a list', '[]', 'not-progress'],
	['another program’s file', '{"name":"x","version":1}', 'not-progress'],
	['a file of a later version', JSON.stringify({ ...file, version: 3 }), 'newer-version'],
	['no version', JSON.stringify({ ...file, version: undefined }), 'damaged'],
	['no drafts', JSON.stringify({ ...file, drafts: undefined }), 'damaged'],
	['a score above 1', withRecord({ bestScore: 2 }), 'damaged'],
	['a score that is text', withRecord({ bestScore: '1' }), 'damaged'],
	['a date that is none', withRecord({ updatedAt: 'zzz' }), 'damaged'],
	['too many records', JSON.stringify({ ...file, progress: Array(5001).fill(record) }), 'damaged'],
	['a file far too large', ' '.repeat(MAX_PROGRESS_FILE_CHARS + 1), 'too-large']
])('%s is refused with a reason', (_name, text, code) => {
	expect(parseProgressFile(text)).toEqual({ ok: false, code });
});
