import type { Draft } from '../../contract/progress.ts';
import { draftKey } from './storage-backend.ts';

/**
 * Writes the newest text of each draft, one write at a time: a fast typist never queues more than one
 * write behind the one in flight, and none is older than a keystroke.
 */
export class DraftWriter {
	readonly #put: (draft: Draft) => Promise<void>;
	readonly #written: (draft: Draft) => void;
	readonly #failed: (draft: Draft) => void;
	readonly #waiting = new Map<string, Draft>();
	#inFlight: Draft | null = null;
	#done: Promise<void> = Promise.resolve();

	constructor(
		put: (draft: Draft) => Promise<void>,
		written: (draft: Draft) => void,
		failed: (draft: Draft) => void
	) {
		this.#put = put;
		this.#written = written;
		this.#failed = failed;
	}

	save(draft: Draft): void {
		this.#waiting.set(draftKey(draft), draft);
		if (!this.#inFlight) this.#done = this.#drain();
	}

	/** Drafts that are not known to be stored yet, newest text of each. */
	pending(): Draft[] {
		const all = new Map<string, Draft>();
		if (this.#inFlight) all.set(draftKey(this.#inFlight), this.#inFlight);
		for (const [key, draft] of this.#waiting) all.set(key, draft);
		return [...all.values()];
	}

	/** Resolves when nothing is waiting. */
	idle(): Promise<void> {
		return this.#done;
	}

	async #drain(): Promise<void> {
		for (;;) {
			const [next] = this.#waiting;
			if (!next) return;
			this.#waiting.delete(next[0]);
			this.#inFlight = next[1];
			try {
				await this.#put(next[1]);
				this.#written(next[1]);
			} catch {
				this.#failed(next[1]);
			} finally {
				this.#inFlight = null;
			}
		}
	}
}
