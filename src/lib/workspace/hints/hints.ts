import type { ExerciseProgress } from '../../contract/progress.ts';
import type { Storage } from '../storage/storage.ts';

/**
 * The hints of one exercise, mildest first: opened one at a time, and kept as progress, because a coach sees how many a
 * learner needed.
 */
export class Hints {
	readonly #exerciseId: string;
	readonly #total: number;
	#opened = 0;

	constructor(exerciseId: string, total: number) {
		this.#exerciseId = exerciseId;
		this.#total = total;
	}

	/** How many are open. */
	get opened(): number {
		return this.#opened;
	}

	/** As the device knows them; an exercise may have lost some since. */
	restore(progress: ExerciseProgress | null): void {
		this.#opened = Math.max(this.#opened, Math.min(progress?.hintsOpened ?? 0, this.#total));
	}

	/** False where all are open already. */
	open(): boolean {
		if (this.#opened >= this.#total) return false;
		this.#opened += 1;
		return true;
	}

	/** The progress with the hints in it. */
	keep(storage: Storage): Promise<ExerciseProgress> {
		return storage.saveHint(this.#exerciseId, this.#opened);
	}
}
