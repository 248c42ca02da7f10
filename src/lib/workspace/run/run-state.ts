import type { CompiledSuite, MessagesFile } from '../../contract/exercise.ts';
import type { Grade } from '../../contract/grade.ts';
import type { Plan } from '../../contract/plan.ts';
import type { ConsoleEntry, Report } from '../../contract/report.ts';
import type { Wait } from '../../engines/engine.ts';
import type { FaultCode } from './fault.ts';

export type Mode = Plan['mode'];

/** What a run is waiting for, to be said when it takes long. */
export type Waiting = 'compiler' | 'suite' | 'engine';

export type RunState =
	| { kind: 'idle' }
	/** Asked for before the submission could be read from the device. */
	| { kind: 'queued'; mode: Mode }
	| { kind: 'preparing'; mode: Mode; runId: string; waiting: readonly Waiting[] }
	/** `bugs`: how many the learner's tests are still to be tried on, once that has begun. */
	| { kind: 'running'; mode: Mode; runId: string; bugs?: number }
	| { kind: 'done'; mode: Mode; runId: string }
	| { kind: 'failed'; mode: Mode; code: FaultCode }
	| { kind: 'cancelled'; mode: Mode };

/** What a run waits for before it starts; `log` is all that an installer has printed. */
export type RunWait = Wait & { log: string };

/** What is kept of an installer's words: its end says what went wrong. */
const LOG_CHARS = 16 * 1024;

/** A step's log grows piece by piece; another step begins a new one. */
export function addWait(before: RunWait | null, wait: Wait): RunWait {
	const known = before?.step === wait.step ? before.log : '';
	const log = wait.step === 'installing' ? wait.log : '';
	return { ...wait, log: (known + log).slice(-LOG_CHARS) };
}

/** The last run that ended with a report. `S`: what was submitted. */
export interface Finished<S> {
	mode: Mode;
	report: Report;
	grade: Grade | null;
	/** Of the suite, into the page's language. */
	translations: Pick<MessagesFile, 'tests' | 'messages'>;
	/** Of the suite: what an assertion calls. */
	calls: NonNullable<CompiledSuite['calls']>;
	/** Of the program that the learner's tests were tried on. */
	bugs: NonNullable<CompiledSuite['bugs']>;
	/** What it judged: the page says so when the learner has gone on. */
	submission: S;
}

/** Everything that can be seen of the runs of a session. */
export interface RunView<S> {
	run: RunState;
	/** Of a run that cannot start yet; null where nothing is known. */
	wait: RunWait | null;
	finished: Finished<S> | null;
	console: readonly ConsoleEntry[];
}

export const isBusy = (run: RunState): boolean =>
	run.kind === 'queued' || run.kind === 'preparing' || run.kind === 'running';

/**
 * What a check printed, below what the program printed when it was run. Where the check has begun the program too, what it
 * printed then is the newer.
 */
export function underPrinted(
	printed: readonly ConsoleEntry[],
	checked: readonly ConsoleEntry[]
): readonly ConsoleEntry[] {
	const ranAgain = checked.some(({ test, level }) => test === null && level !== 'error');
	return ranAgain ? checked : [...printed, ...checked];
}
