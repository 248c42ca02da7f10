import type { FileMap } from '../../contract/exercise.ts';
import type { OtherText } from '../../contract/progress.ts';
import type { Work } from '../work.ts';

/** Why the texts could be taken back, or exchanged: offered as Undo. */
export type Notice =
	| { kind: 'reset'; undo: FileMap }
	| { kind: 'restored'; undo: FileMap }
	/** Other code of the learner's: both are kept, and they choose. */
	| { kind: 'other'; from: OtherText['from']; files: FileMap }
	/** They took it; what they had is kept. */
	| { kind: 'exchanged'; undo: FileMap };

/** Everything the page shows of texts. Replaced, never changed in place. */
export interface TextsState {
	files: FileMap;
	/** Whether a text differs from the start. */
	edited: boolean;
	/** False until what was kept has been read. */
	ready: boolean;
	notice: Notice | null;
}

/**
 * The texts of an exercise's files, and how they are kept. The device keeps them now; people who write together can share
 * them behind the same port.
 */
export interface Texts extends Work<FileMap> {
	readonly state: TextsState;
	/** What is typed; ignored for a file that may not be changed. */
	change(path: string, text: string): void;
	/** Back to the start; the notice carries what Undo brings back. */
	reset(): void;
	/** Undoes what the notice is about, or takes what it offers. */
	acceptNotice(): void;
	dismissNotice(): void;
	dispose(): void;
}
