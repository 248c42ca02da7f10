import type { Draft, ExerciseProgress } from '../../contract/progress.ts';
import { isProgress, keysOf, parse, type KeyValue } from './journal.ts';

/** A record, and the very text that it lies there as. */
export interface Sheltered<R> {
	record: R;
	text: string;
}

/**
 * Where records lie that the device's database does not take: in `localStorage`, so that the person's other tabs and the next
 * document have them; where that refuses, too, for as long as the document lives.
 */
export class Shelter<R extends { exerciseId: string }> {
	readonly #store: KeyValue | null;
	readonly #ofDocument: Map<string, string>;
	readonly #prefix: string;
	readonly #is: (value: unknown) => value is R;

	/**
	 * @param store null where there is no `localStorage`
	 * @param ofDocument one for all pages of a document
	 */
	constructor(
		store: KeyValue | null,
		ofDocument: Map<string, string>,
		prefix: string,
		is: (value: unknown) => value is R
	) {
		this.#store = store;
		this.#ofDocument = ofDocument;
		this.#prefix = prefix;
		this.#is = is;
	}

	get(exerciseId: string): Sheltered<R> | null {
		return this.#at(this.#prefix + exerciseId);
	}

	all(): Sheltered<R>[] {
		const keys = new Set([...this.#ofDocument.keys(), ...(this.#store ? keysOf(this.#store) : [])]);
		return [...keys]
			.filter((key) => key.startsWith(this.#prefix))
			.map((key) => this.#at(key))
			.filter((one) => one !== null);
	}

	/** Whether what lies here of an exercise, if anything, outlives the document. */
	isLasting(exerciseId: string): boolean {
		return !this.#ofDocument.has(this.#prefix + exerciseId);
	}

	put(record: R): void {
		const key = this.#prefix + record.exerciseId;
		const text = JSON.stringify(record);
		this.#ofDocument.set(key, text);
		if (!this.#store) return;
		try {
			this.#store.setItem(key, text);
			this.#ofDocument.delete(key);
		} catch {
			// Full or forbidden.
		}
	}

	/** @param as what is to go: more that was written under its name meanwhile stays; without it, whatever is there goes */
	remove(exerciseId: string, as?: Sheltered<R> | null): void {
		const key = this.#prefix + exerciseId;
		if (as !== undefined && this.#at(key)?.text !== as?.text) return;
		this.#ofDocument.delete(key);
		this.#store?.removeItem(key);
	}

	#at(key: string): Sheltered<R> | null {
		const text = this.#ofDocument.get(key) ?? this.#store?.getItem(key) ?? null;
		const record = parse(text);
		return text !== null && this.#is(record) ? { record, text } : null;
	}
}

export interface Shelters {
	progress: Shelter<ExerciseProgress>;
	draft: Shelter<Draft>;
}

/** @param person whose; see people.ts */
export const sheltersOf = (
	store: KeyValue | null,
	ofDocument: Map<string, string>,
	person = 'passerelle'
): Shelters => ({
	progress: new Shelter(store, ofDocument, `${person}.sheltered.progress.`, isProgress),
	draft: new Shelter(store, ofDocument, `${person}.sheltered.draft.`, isDraft)
});

const isRecordOf = (value: unknown, type: 'string' | 'number'): boolean =>
	typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === type);

/** By hand, like `isProgress`. */
function isDraft(value: unknown): value is Draft {
	if (typeof value !== 'object' || value === null) return false;
	const { exerciseId, updatedAt, files, edits, others } = value as Record<string, unknown>;
	return (
		typeof exerciseId === 'string' &&
		typeof updatedAt === 'string' &&
		isRecordOf(files, 'string') &&
		isRecordOf(edits, 'number') &&
		Array.isArray(others) &&
		others.every(
			(one: unknown) =>
				typeof one === 'object' &&
				one !== null &&
				'files' in one &&
				'edits' in one &&
				isRecordOf(one.files, 'string') &&
				isRecordOf(one.edits, 'number')
		)
	);
}
