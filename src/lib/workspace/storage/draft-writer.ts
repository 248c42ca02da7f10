import type { Draft } from '../../contract/progress.ts';

/** What was typed, on its way to the device. */
export interface TypedText {
	exerciseId: string;
	files: Draft['files'];
	/** ISO 8601. */
	updatedAt: string;
	/** How many edits of this device the text is made from, this one included; null where that was not known. */
	count: number | null;
}

/**
 * Writes the newest text of each exercise, one write at a time: a fast typist never queues more than one
 * write behind the one in flight, and none is older than a keystroke.
 */
export class DraftWriter {
	readonly #put: (text: TypedText) => Promise<void>;
	readonly #written: (text: TypedText) => void;
	readonly #failed: (text: TypedText) => void;
	readonly #waiting = new Map<string, TypedText>();
	#inFlight: TypedText | null = null;
	#done: Promise<void> = Promise.resolve();

	constructor(
		put: (text: TypedText) => Promise<void>,
		written: (text: TypedText) => void,
		failed: (text: TypedText) => void
	) {
		this.#put = put;
		this.#written = written;
		this.#failed = failed;
	}

	save(text: TypedText): void {
		this.#waiting.set(text.exerciseId, text);
		if (!this.#inFlight) this.#done = this.#drain();
	}

	/** Texts that are not known to be stored yet, the newest of each exercise. */
	pending(): TypedText[] {
		const all = new Map<string, TypedText>();
		if (this.#inFlight) all.set(this.#inFlight.exerciseId, this.#inFlight);
		for (const [id, text] of this.#waiting) all.set(id, text);
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
