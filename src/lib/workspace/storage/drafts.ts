import type { Draft, OtherText } from '../../contract/progress.ts';
import { chooseOther, keepOwn, mergeDraft, sameTexts, type DraftMerge } from '../../progress/merge-draft.ts';
import { countEdit } from '../../progress/edits.ts';
import { DraftWriter, type TypedText } from './draft-writer.ts';
import { recoverFrom, type Journal } from './journal.ts';
import type { ShelteredBackend } from './sheltered-backend.ts';

export interface DraftsParts {
	backend: ShelteredBackend;
	/** Null where there is no `localStorage`. */
	journal: Journal<TypedText> | null;
	/** This device's name in the edits of texts. */
	device: string;
	now: () => string;
	/** Called with the exercise whose code was written here. */
	onWritten: (exerciseId: string) => void;
}

/** The learner's code of each exercise, as this device keeps it. */
export class Drafts {
	readonly #parts: DraftsParts;
	readonly #writer: DraftWriter;
	/** Edits of this device behind each text, as last read or written here. */
	readonly #counts = new Map<string, number>();

	constructor(parts: DraftsParts) {
		this.#parts = parts;
		const { backend, journal, onWritten } = parts;
		this.#writer = new DraftWriter(
			(text) => this.#write(text),
			(text) => {
				if (backend.isKept('draft', text.exerciseId)) journal?.clear(text);
				onWritten(text.exerciseId);
			},
			(text) => this.#writeJournal(text)
		);
	}

	/** What was typed last, also before its transaction has ended. */
	async read(exerciseId: string): Promise<Draft | null> {
		const stored = await this.#parts.backend.draftOf(exerciseId);
		this.#know(stored);
		const typed = this.#writer.pending().find((one) => one.exerciseId === exerciseId);
		return typed ? this.#after(stored, typed) : stored;
	}

	/** Returns at once; the newest text of each exercise is written in the background. */
	save(text: Omit<TypedText, 'count'>): void {
		const count = this.#counts.get(text.exerciseId);
		const next = count === undefined ? null : count + 1;
		if (next !== null) this.#counts.set(text.exerciseId, next);
		this.#writer.save({ ...text, count: next });
	}

	/** The person takes code that was kept beside theirs, or takes that back. */
	async choose(exerciseId: string, files: Draft['files']): Promise<void> {
		const { device, now, onWritten } = this.#parts;
		await this.#change(exerciseId, (draft) => draft && chooseOther(draft, files, device, now()));
		onWritten(exerciseId);
	}

	/** The person stays with what they have. */
	async keepOwn(exerciseId: string): Promise<void> {
		await this.#change(exerciseId, (draft) => draft && keepOwn(draft, this.#parts.device));
	}

	/** Code from elsewhere. */
	async merge(theirs: Draft, from: OtherText['from']): Promise<DraftMerge['what']> {
		let what: DraftMerge['what'] = 'nothing';
		await this.#change(theirs.exerciseId, (ours) => {
			// By this device's clock, whatever the other's said.
			const merged = mergeDraft(ours, theirs, from);
			what = merged.what;
			return what === 'taken' ? { ...merged.draft, updatedAt: this.#parts.now() } : merged.draft;
		});
		return what;
	}

	/** Takes over code that lies under a name which the exercise had before; beside code under its new name both stay. */
	async rename(from: string, to: string): Promise<void> {
		const { backend } = this.#parts;
		const left = await backend.draftOf(from);
		if (!left) return;
		await this.#change(to, (ours) => {
			// This device has counted its edits for each name apart: they say nothing of which text was made from which.
			const theirs = { ...left, exerciseId: to, edits: ours ? {} : left.edits };
			return mergeDraft(ours, theirs, 'tab').draft;
		});
		if (!backend.isKept('draft', to)) return;
		// Only now: who is stopped between the two finds it twice, and not nowhere.
		await backend.updateDraft(from, () => null);
	}

	/** Stores what the last page left in the journal: what an older page of the same device had typed stays beside what is there. */
	recover(): Promise<void> {
		const { backend, journal } = this.#parts;
		return recoverFrom(journal, async (left) => {
			await this.#recoverOne(left);
			return backend.isKept('draft', left.exerciseId);
		});
	}

	/** Resolves when everything that was saved is written. */
	idle(): Promise<void> {
		return this.#writer.idle();
	}

	/** The page may be gone before its transactions have ended. */
	leave(): void {
		for (const text of this.#writer.pending()) this.#writeJournal(text);
	}

	/** Its count says something only where the device could be read: without that, the text stays beside what is there. */
	#writeJournal(text: TypedText): void {
		const { backend, journal } = this.#parts;
		journal?.write(backend.knows(text.exerciseId) ? text : { ...text, count: null });
	}

	async #write(text: TypedText): Promise<void> {
		await this.#change(text.exerciseId, (stored) => this.#after(stored, text));
	}

	async #recoverOne(left: TypedText): Promise<void> {
		const { device } = this.#parts;
		await this.#change(left.exerciseId, (stored) => {
			if (!stored) return this.#after(null, left);
			if (sameTexts(stored.files, left.files)) return stored;
			const known = stored.edits[device] ?? 0;
			if (left.count !== null && left.count > known) return this.#after(stored, left);
			if (left.count !== null && left.count < known) return stored;
			const theirs = { ...this.#after(null, left), edits: {} };
			return mergeDraft(stored, theirs, 'tab').draft;
		});
	}

	/** The last one written wins, whatever the clock says: a device's clock may jump back. */
	#after(stored: Draft | null, { exerciseId, files, updatedAt }: TypedText): Draft {
		const edits = countEdit(stored?.edits ?? {}, this.#parts.device);
		return { exerciseId, files, updatedAt, edits, others: stored?.others ?? [] };
	}

	async #change<T extends Draft | null>(
		exerciseId: string,
		change: (stored: Draft | null) => T
	): Promise<void> {
		this.#know(await this.#parts.backend.updateDraft(exerciseId, change));
	}

	#know(draft: Draft | null): void {
		if (!draft) return;
		const stored = draft.edits[this.#parts.device] ?? 0;
		const pending = this.#writer.pending().some((one) => one.exerciseId === draft.exerciseId);
		const known = this.#counts.get(draft.exerciseId) ?? 0;
		this.#counts.set(draft.exerciseId, pending ? Math.max(known, stored) : stored);
	}
}
