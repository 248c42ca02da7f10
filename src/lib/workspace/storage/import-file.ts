import type { Draft, ExerciseProgress } from '../../contract/progress.ts';
import { parseProgressFile, type ProgressFileError } from '../../progress/progress-file.ts';
import { mergeProgress } from '../../progress/record.ts';
import type { Drafts } from './drafts.ts';
import type { StorageBackend } from './storage-backend.ts';

/** How many exercises a file changed here. */
export interface Imported {
	/** Better results than before. */
	results: number;
	/** Code that was not here, or goes on from what was. */
	texts: number;
	/** Code changed on both sides: both stay, and their page shows the choice. */
	apart: number;
}

export type ImportResult =
	({ ok: true; undo: () => Promise<void> } & Imported) | { ok: false; code: ProgressFileError };

/** What was there of one exercise. */
interface Before {
	exerciseId: string;
	progress: ExerciseProgress | null;
	draft: Draft | null;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Opens a progress file. Results take the better side; code is merged by the edits behind it. A clock decides nothing.
 * `undo` puts back what was there, except where somebody has worked since.
 */
export async function importFile(
	text: string,
	{ backend, drafts }: { backend: StorageBackend; drafts: Drafts }
): Promise<ImportResult> {
	const parsed = parseProgressFile(text);
	if (!parsed.ok) return { ok: false, code: parsed.code };
	const { file } = parsed;
	const ids = new Set([...file.progress, ...file.drafts].map(({ exerciseId }) => exerciseId));
	const look = async (exerciseId: string): Promise<Before> => ({
		exerciseId,
		progress: await backend.progressOf(exerciseId),
		draft: await backend.draftOf(exerciseId)
	});
	await drafts.idle();
	const before = await Promise.all([...ids].map(look));
	const counts: Imported = { results: 0, texts: 0, apart: 0 };
	for (const theirs of file.progress) {
		let better = false;
		await backend.updateProgress(theirs.exerciseId, (ours) => {
			const [merged = theirs] = mergeProgress(ours ? [ours] : [], [theirs]);
			better = !isSame(merged, ours);
			return merged;
		});
		if (better) counts.results += 1;
	}
	for (const theirs of file.drafts) {
		const what = await drafts.merge(theirs, 'file');
		if (what === 'taken') counts.texts += 1;
		if (what === 'apart') counts.apart += 1;
	}
	const after = new Map((await Promise.all([...ids].map(look))).map((one) => [one.exerciseId, one]));
	const undo = async (): Promise<void> => {
		for (const { exerciseId, progress, draft } of before) {
			const imported = after.get(exerciseId);
			await backend.updateProgress(exerciseId, (now) => (isSame(now, imported?.progress) ? progress : now));
			await backend.updateDraft(exerciseId, (now) => (isSame(now, imported?.draft) ? draft : now));
		}
	};
	return { ok: true, ...counts, undo };
}
