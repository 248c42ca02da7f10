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
	locale: 'fr',
	files: { 'main.js': 'x' },
	updatedAt: record.updatedAt
};
const file = {
	format: 'passerelle-progress',
	version: 1,
	exportedAt: '2026-11-22T11:00:00.000Z',
	progress: [record],
	drafts: [draft]
};
const withRecord = (more: object): string => JSON.stringify({ ...file, progress: [{ ...record, ...more }] });

test('a file of Export is read back', () => {
	expect(parseProgressFile(JSON.stringify(file))).toEqual({ ok: true, file });
	expect(parseProgressFile('\uFEFF' + JSON.stringify(file)).ok).toBe(true);
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
	['a file of a later version', JSON.stringify({ ...file, version: 2 }), 'newer-version'],
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
