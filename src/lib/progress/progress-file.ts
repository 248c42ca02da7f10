import { progressFile, progressFile1, type Draft, type ProgressFile } from '../contract/progress.ts';
import { joinLanguages, type LanguageDraft } from './merge-draft.ts';

/** Far above a whole course's progress and drafts; a bigger file is something else. */
export const MAX_PROGRESS_FILE_CHARS = 10 * 1024 * 1024;

export type ProgressFileError = 'too-large' | 'not-json' | 'not-progress' | 'newer-version' | 'damaged';
export type ParsedProgressFile = { ok: true; file: ProgressFile } | { ok: false; code: ProgressFileError };

const isDate = (text: string | null): boolean => text === null || !Number.isNaN(Date.parse(text));

/**
 * Reads the file of Export. Anybody can edit that file, so a pass in it is at most `practised`:
 * only the server's own replay verifies.
 */
export function parseProgressFile(text: string): ParsedProgressFile {
	if (text.length > MAX_PROGRESS_FILE_CHARS) return { ok: false, code: 'too-large' };
	let data: unknown;
	try {
		data = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		return { ok: false, code: 'not-json' };
	}
	const head =
		typeof data === 'object' && data !== null ? (data as { format?: unknown; version?: unknown }) : {};
	if (head.format !== 'passerelle-progress') return { ok: false, code: 'not-progress' };
	if (typeof head.version === 'number' && head.version > 2) return { ok: false, code: 'newer-version' };
	const file = head.version === 1 ? readFirst(data) : progressFile.safeParse(data).data;
	if (!file) return { ok: false, code: 'damaged' };
	const { progress, drafts } = file;
	const dates = [
		...progress.flatMap((one) => [one.updatedAt, one.passedAt]),
		...drafts.map((one) => one.updatedAt)
	];
	if (!dates.every(isDate)) return { ok: false, code: 'damaged' };
	const practised = progress.map((one) =>
		one.passed === 'verified' ? { ...one, passed: 'practised' as const } : one
	);
	return { ok: true, file: { ...file, progress: practised } };
}

/** A file of version 1, as one of today. Nothing is known of the edits behind its code: it stands apart from what is here. */
function readFirst(data: unknown): ProgressFile | undefined {
	const first = progressFile1.safeParse(data).data;
	if (!first) return undefined;
	const byExercise = new Map<string, LanguageDraft[]>();
	for (const one of first.drafts)
		byExercise.set(one.exerciseId, [...(byExercise.get(one.exerciseId) ?? []), one]);
	const drafts: Draft[] = [...byExercise.values()].map((all) => joinLanguages(all, {}));
	return { ...first, version: 2, drafts };
}
