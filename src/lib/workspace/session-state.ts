import type { Diagnostic } from '../contract/diagnostic.ts';
import type { FileMap, MessagesFile } from '../contract/exercise.ts';
import type { Grade } from '../contract/grade.ts';
import type { Locale } from '../contract/locale.ts';
import type { Plan } from '../contract/plan.ts';
import type { ExerciseProgress } from '../contract/progress.ts';
import type { ConsoleEntry, Report } from '../contract/report.ts';
import type { Wait } from '../engines/engine.ts';
import type { FaultCode } from './run/fault.ts';

export type Mode = Plan['mode'];

/** What a run is waiting for, to be said when it takes long. */
export type Waiting = 'compiler' | 'suite' | 'engine';

export type RunState =
	| { kind: 'idle' }
	| { kind: 'preparing'; mode: Mode; runId: string; waiting: readonly Waiting[] }
	| { kind: 'running'; mode: Mode; runId: string }
	| { kind: 'done'; mode: Mode; runId: string }
	| { kind: 'failed'; mode: Mode; code: FaultCode }
	| { kind: 'cancelled'; mode: Mode };

/** What a run waits for before it starts; `log` is all that an installer has printed. */
export type RunWait = Omit<Wait, 'log'> & { log: string };

/** What is kept of an installer's words: its end says what went wrong. */
const LOG_CHARS = 16 * 1024;

/** A step's log grows piece by piece; another step begins a new one. */
export const addWait = (before: RunWait | null, { log = '', ...wait }: Wait): RunWait => ({
	...wait,
	log: ((before?.step === wait.step ? before.log : '') + log).slice(-LOG_CHARS)
});

/** The last run that ended with a report. */
export interface Finished {
	mode: Mode;
	report: Report;
	grade: Grade | null;
	/** Of the suite, into the page's language. */
	translations: Pick<MessagesFile, 'tests' | 'messages'>;
	/** The text it judged: the page says so when the editor has moved on. */
	files: FileMap;
	/** Progress as it was before this run; null while there was none. */
	before: ExerciseProgress | null;
}

/** Why the texts could be taken back, or exchanged: offered as Undo. */
export type Notice =
	| { kind: 'reset'; undo: FileMap }
	| { kind: 'restored'; undo: FileMap }
	| { kind: 'from-language'; locale: Locale }
	| { kind: 'newer-language'; locale: Locale; files: FileMap };

/** Everything the page shows of a session. Replaced, never changed in place. */
export interface SessionState {
	files: FileMap;
	active: string;
	/** Whether a text differs from the start. */
	edited: boolean;
	/** False until drafts and progress were read. */
	ready: boolean;
	notice: Notice | null;
	run: RunState;
	/** Of a run that cannot start yet; null where nothing is known. */
	wait: RunWait | null;
	finished: Finished | null;
	console: readonly ConsoleEntry[];
	/** Of the text in the editor, as soon as a pause in the typing shows them. */
	diagnostics: readonly Diagnostic[];
	progress: ExerciseProgress | null;
	hintsOpened: number;
	/** False where the browser keeps nothing. */
	persistent: boolean;
}

export const isBusy = (run: RunState): boolean => run.kind === 'preparing' || run.kind === 'running';
