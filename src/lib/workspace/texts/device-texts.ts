import type { FileMap } from '../../contract/exercise.ts';
import { sameTexts } from '../../progress/merge-draft.ts';
import type { Storage } from '../storage/storage.ts';
import { chooseStart, startFiles, type ExerciseFiles } from './choose-draft.ts';
import type { Texts, TextsState } from './texts.ts';

/** What the texts need from outside. */
export interface TextsPorts {
	storage: Promise<Storage>;
	/** ISO 8601. */
	now: () => string;
}

/** What is shown before anything was read: also what the server renders. */
export const initialTexts = (exercise: Pick<ExerciseFiles, 'files'>): TextsState => ({
	files: startFiles(exercise),
	edited: false,
	ready: false,
	notice: null
});

/** Texts that this device keeps, one draft for each exercise; other tabs' newer ones are taken over. */
export class DeviceTexts implements Texts {
	readonly #exercise: ExerciseFiles & { id: string };
	readonly #ports: TextsPorts;
	readonly #listeners = new Set<() => void>();
	#state: TextsState;
	/** When the texts last changed here; older news of other tabs is ignored. */
	#editedAt = '';
	#disposed = false;
	#unsubscribe: (() => void) | undefined;

	constructor(exercise: ExerciseFiles & { id: string }, ports: TextsPorts) {
		this.#exercise = exercise;
		this.#ports = ports;
		this.#state = initialTexts(exercise);
		void this.#open();
	}

	get state(): TextsState {
		return this.#state;
	}

	get submission(): FileMap {
		return this.#state.files;
	}

	get ready(): boolean {
		return this.#state.ready;
	}

	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	change(path: string, text: string): void {
		if (this.#state.files[path] === text || !this.#isEditable(path)) return;
		this.#replaceAndSave({ ...this.#state.files, [path]: text });
		const { notice } = this.#state;
		// Going on to write is the answer to what was restored; a choice, and what can be undone, stay on offer until dismissed.
		if (notice && notice.kind === 'restored') this.#set({ notice: null });
	}

	reset(): void {
		const undo = this.#state.files;
		this.#replaceAndSave(startFiles(this.#exercise));
		this.#set({ notice: { kind: 'reset', undo } });
	}

	acceptNotice(): void {
		const { notice } = this.#state;
		if (!notice) return;
		if (notice.kind === 'other') return void this.#exchange(notice.files, true);
		if (notice.kind === 'exchanged') return void this.#exchange(notice.undo, false);
		this.#replaceAndSave(notice.undo);
		this.#set({ notice: null });
	}

	dismissNotice(): void {
		const { id } = this.#exercise;
		if (this.#state.notice?.kind === 'other')
			void this.#ports.storage.then((storage) => storage.keepText(id));
		this.#set({ notice: null });
	}

	dispose(): void {
		this.#disposed = true;
		this.#unsubscribe?.();
		this.#listeners.clear();
	}

	async #open(): Promise<void> {
		const storage = await this.#ports.storage;
		const { id } = this.#exercise;
		const draft = await storage.draft(id);
		if (this.#disposed) return;
		const typed = this.#editedAt === '' ? null : this.#state.files;
		const typedAt = this.#editedAt;
		const start = chooseStart(this.#exercise, draft);
		this.#state = { ...this.#state, ready: true };
		if (draft && !sameTexts(start.files, this.#state.files)) {
			this.#replace(start.files, start.updatedAt ?? '');
			// Typed before the draft was read: both texts are the learner's, so the typed one stays in reach.
			if (typed) this.#set({ notice: { kind: 'restored', undo: typed } });
		} else if (typed) this.#save(storage, typed, typedAt);
		if (!typed && start.other) this.#set({ notice: { kind: 'other', ...start.other } });
		this.#unsubscribe = storage.subscribe((change) => {
			if (change.kind !== 'keeping' && (change.exerciseId === null || change.exerciseId === id))
				void this.#refresh(storage, change.kind === 'import');
		});
		this.#set({});
	}

	/** Another tab, or an import, wrote: take over what is newer than this tab's own. */
	async #refresh(storage: Storage, imported: boolean): Promise<void> {
		const draft = await storage.draft(this.#exercise.id);
		if (this.#disposed || (!draft && !imported)) return;
		// Two keystrokes can fall into one millisecond: the same time may still be a newer text. What a file brought, or its Undo
		// put back, is what is there now, whenever it was written.
		if (!imported && (draft?.updatedAt ?? '') < this.#editedAt) return;
		const { files, other } = chooseStart(this.#exercise, draft);
		if (!sameTexts(files, this.#state.files)) this.#replace(files, draft?.updatedAt ?? '');
		if (other && !this.#state.notice) this.#set({ notice: { kind: 'other', ...other } });
	}

	/** The one that was here stays in reach: as kept code on the device, and as Undo. */
	async #exchange(kept: FileMap, offerUndo: boolean): Promise<void> {
		const storage = await this.#ports.storage;
		const { id } = this.#exercise;
		const undo = this.#state.files;
		this.#set({ notice: null });
		await storage.chooseText(id, kept);
		const draft = await storage.draft(id);
		if (this.#disposed || !draft) return;
		this.#replace(chooseStart(this.#exercise, draft).files, draft.updatedAt);
		if (offerUndo) this.#set({ notice: { kind: 'exchanged', undo } });
	}

	#isEditable(path: string): boolean {
		return this.#exercise.files.some((file) => file.path === path && file.editable);
	}

	#replaceAndSave(files: FileMap): void {
		const updatedAt = this.#ports.now();
		this.#replace(files, updatedAt);
		// What is typed before the drafts were read must not overwrite one: #open decides what to save.
		if (!this.#state.ready) return;
		void this.#ports.storage.then((storage) => this.#save(storage, files, updatedAt));
	}

	#save(storage: Storage, files: FileMap, updatedAt: string): void {
		storage.saveDraft({ exerciseId: this.#exercise.id, files, updatedAt });
	}

	#replace(files: FileMap, editedAt: string): void {
		this.#editedAt = editedAt;
		this.#set({ files, edited: !sameTexts(files, startFiles(this.#exercise)) });
	}

	#set(change: Partial<TextsState>): void {
		if (this.#disposed) return;
		this.#state = { ...this.#state, ...change };
		for (const listener of this.#listeners) listener();
	}
}
