import { progressFile, type ProgressFile } from '../contract/progress.ts';

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
	if (typeof head.version === 'number' && head.version > 1) return { ok: false, code: 'newer-version' };
	const parsed = progressFile.safeParse(data);
	if (!parsed.success) return { ok: false, code: 'damaged' };
	const { progress, drafts } = parsed.data;
	const dates = [
		...progress.flatMap((one) => [one.updatedAt, one.passedAt]),
		...drafts.map((one) => one.updatedAt)
	];
	if (!dates.every(isDate)) return { ok: false, code: 'damaged' };
	const practised = progress.map((one) =>
		one.passed === 'verified' ? { ...one, passed: 'practised' as const } : one
	);
	return { ok: true, file: { ...parsed.data, progress: practised } };
}
