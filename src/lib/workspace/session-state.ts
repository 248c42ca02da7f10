import type { ExerciseProgress } from '../contract/progress.ts';
import type { NotKept } from '../contract/not-kept.ts';
import type { RunView } from './run/run-state.ts';

/** Everything the page shows of a session, whatever is submitted. Replaced, never changed in place. */
export interface SessionState<S> extends RunView<S> {
	/** False until the learner's work was read from the device. */
	ready: boolean;
	progress: ExerciseProgress | null;
	/** Progress as it was before the run that is `finished`; null while there was none. */
	before: ExerciseProgress | null;
	hintsOpened: number;
	/** Checks since the last pass that counted, for as long as the tab is open. */
	failedInARow: number;
	/** Why what is written does not reach the device's database; null where it does. */
	notKept: NotKept | null;
}

/** What a session shows before it has read anything: also what the server renders. */
export const INITIAL_STATE: SessionState<never> = {
	ready: false,
	run: { kind: 'idle' },
	wait: null,
	finished: null,
	console: [],
	progress: null,
	before: null,
	hintsOpened: 0,
	failedInARow: 0,
	notKept: null
};
