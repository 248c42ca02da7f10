import type { ExerciseProgress } from '../../contract/progress.ts';
import { mergeProgress } from '../../progress/record.ts';
import { recoverFrom, type Journal } from './journal.ts';
import type { ShelteredBackend } from './sheltered-backend.ts';

/**
 * Changes what is known of an exercise. A learner leaves the moment the page says that they passed, and the transaction
 * may end with the page: so the change is in the journal before anything is awaited.
 */
export class ProgressWriter {
	readonly #backend: ShelteredBackend;
	readonly #journal: Journal<ExerciseProgress> | null;
	/** As last read or written here: what the journal's copy of a change is made from. */
	readonly #known = new Map<string, ExerciseProgress>();
	readonly #inFlight = new Map<string, number>();

	constructor(backend: ShelteredBackend, journal: Journal<ExerciseProgress> | null) {
		this.#backend = backend;
		this.#journal = journal;
	}

	/** Stores what the last page left in the journal. Nothing is summed: what had been stored already adds nothing. */
	recover(): Promise<void> {
		return recoverFrom(this.#journal, async (left) => {
			await this.#backend.updateProgress(
				left.exerciseId,
				(stored) => mergeProgress(stored ? [stored] : [], [left])[0] ?? left
			);
			return this.#backend.isKept('progress', left.exerciseId);
		});
	}

	async read(exerciseId: string): Promise<ExerciseProgress | null> {
		const stored = await this.#backend.progressOf(exerciseId);
		if (stored && !this.#inFlight.has(exerciseId)) this.#known.set(exerciseId, stored);
		return stored;
	}

	async update(
		exerciseId: string,
		change: (previous: ExerciseProgress | null) => ExerciseProgress
	): Promise<ExerciseProgress> {
		const soon = change(this.#known.get(exerciseId) ?? null);
		this.#known.set(exerciseId, soon);
		this.#journal?.write(soon);
		this.#inFlight.set(exerciseId, (this.#inFlight.get(exerciseId) ?? 0) + 1);
		const next = await this.#backend.updateProgress(exerciseId, change);
		// One that failed stays counted, and its change in the journal.
		const left = (this.#inFlight.get(exerciseId) ?? 1) - 1;
		if (left > 0) this.#inFlight.set(exerciseId, left);
		else {
			this.#inFlight.delete(exerciseId);
			this.#known.set(exerciseId, next);
			if (this.#backend.isKept('progress', exerciseId)) this.#journal?.clear(next);
		}
		return next;
	}
}
