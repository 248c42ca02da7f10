import { localStorageOrNull } from '../storage/journal.ts';
import { editorFor, readDevice } from './editor-for.ts';
import {
	readPreferences,
	resized,
	writePreferences,
	type EditorKind,
	type EditorPreferences
} from './preferences.ts';

/** Letters and kind of editor: what the learner chose, else what fits the device. */
export class EditorSettings {
	#chosen = $state.raw<EditorPreferences>(readPreferences(null));
	#fitting = $state<EditorKind>('plain');
	/** The learner, or the network, asks to download little. */
	saveData = $state(false);
	/** The editor that was wanted did not come. */
	failed = $state(false);

	get fontSize(): number {
		return this.#chosen.fontSize;
	}

	/** The editor that is wanted; the plain one where another did not come. */
	get kind(): EditorKind {
		return this.failed ? 'plain' : (this.#chosen.kind ?? this.#fitting);
	}

	/** Reads what the device knows; in a browser only. */
	restore(): void {
		const device = readDevice();
		this.saveData = device.saveData;
		this.#fitting = editorFor(device);
		this.#chosen = readPreferences(localStorageOrNull());
	}

	/** Whether Tab moves on in an editor that takes it. */
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

	choose(kind: EditorKind): void {
		this.failed = false;
		this.#choose({ kind });
	}

	#choose(change: Partial<EditorPreferences>): void {
		this.#chosen = { ...this.#chosen, ...change };
		writePreferences(localStorageOrNull(), this.#chosen);
	}
}
