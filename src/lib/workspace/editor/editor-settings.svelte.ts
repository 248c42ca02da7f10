import { localStorageOrNull } from '../storage/journal.ts';
import { readPreferences, resized, writePreferences, type EditorPreferences } from './preferences.ts';

/** Letters and kind of editor: what the learner chose, else what fits the device. */
export class EditorSettings {
	#chosen = $state.raw<EditorPreferences>(readPreferences(null));
	#deviceIsFit = $state(false);
	/** The learner, or the network, asks to download little. */
	saveData = $state(false);
	/** The full editor was wanted and did not come. */
	failed = $state(false);

	get fontSize(): number {
		return this.#chosen.fontSize;
	}

	/** Whether the full editor is wanted. */
	get rich(): boolean {
		return !this.failed && (this.#chosen.simple === null ? this.#deviceIsFit : !this.#chosen.simple);
	}

	/** Reads what the device knows; in a browser only. */
	restore(): void {
		const connection = (navigator as { connection?: { saveData?: boolean } }).connection;
		this.saveData = connection?.saveData === true;
		// Monaco is not made for fingers: on phones and tablets the plain editor is the better one.
		this.#deviceIsFit = !this.saveData && matchMedia('(any-pointer: fine)').matches;
		this.#chosen = readPreferences(localStorageOrNull());
	}

	/** Whether Tab moves on in the full editor. */
	get tabMoves(): boolean {
		return this.#chosen.tabMoves;
	}

	letTabMove(tabMoves: boolean): void {
		this.#choose({ tabMoves });
	}

	canResize(step: 1 | -1): boolean {
		return resized(this.fontSize, step) !== this.fontSize;
	}

	resize(step: 1 | -1): void {
		this.#choose({ fontSize: resized(this.fontSize, step) });
	}

	choose(simple: boolean): void {
		this.failed = false;
		this.#choose({ simple });
	}

	#choose(change: Partial<EditorPreferences>): void {
		this.#chosen = { ...this.#chosen, ...change };
		writePreferences(localStorageOrNull(), this.#chosen);
	}
}
