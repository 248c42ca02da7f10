import type { Compiler } from '../../compile/compiler.ts';
import type { CompiledSuite } from '../../contract/exercise.ts';
import type { ConsoleEntry } from '../../contract/report.ts';
import type { EngineEvent, EngineSession, Wait } from '../../engines/engine.ts';
import { runPipeline, type Outcome, type PipelineInput } from '../../pipeline.ts';
import { MAY_NOT_END } from '../engines/slow-patterns-elsewhere.ts';
import { orFault, WorkspaceFault } from './fault.ts';
import {
	addWait,
	isBusy,
	underPrinted,
	type Finished,
	type Mode,
	type RunView,
	type Waiting
} from './run-state.ts';

/** What runs need from outside. `S`: what is submitted. */
export interface RunPorts<S> {
	compiler: Compiler;
	engine: {
		session(signal: AbortSignal, onWait?: (wait: Wait) => void): Promise<EngineSession>;
		/** After our own fault; `engineFailed` where it was the engine's: true where another one takes its place. */
		restart(engineFailed?: boolean): boolean;
		/** Why this engine runs the code. */
		readonly state: { choice: { reason: string } };
	};
	suite: (mode: Mode, signal: AbortSignal) => Promise<CompiledSuite | null>;
	/** What the arrow runs for a submission. */
	input: (submission: S) => Pick<PipelineInput, 'kind' | 'exercise' | 'submission' | 'start'>;
	newRunId: () => string;
}

/** What is kept on screen of a program that prints without end. */
const CONSOLE_ENTRIES = 1000;

interface Run {
	id: string;
	controller: AbortController;
	/** What it has printed so far. */
	heard: readonly ConsoleEntry[];
}

/** What a suite says in English already. */
export const NO_TRANSLATIONS = { tests: {}, messages: {} };

/**
 * Checks and runs of whatever is submitted: exactly one at a time, and each ends with exactly one change to `done`,
 * `failed` or `cancelled`. What a finished, stopped or left run still sends is dropped.
 */
export class RunControl<S> {
	readonly #ports: RunPorts<S>;
	readonly #onChange: (change: Partial<RunView<S>>) => void;
	#view: RunView<S> = { run: { kind: 'idle' }, wait: null, finished: null, console: [] };
	#run: Run | null = null;
	/** Of the last `run`: it stays in sight while checks go on. */
	#printed: readonly ConsoleEntry[] = [];

	/** @param onChange called with what changed, after `view` has it */
	constructor(ports: RunPorts<S>, onChange: (change: Partial<RunView<S>>) => void) {
		this.#ports = ports;
		this.#onChange = onChange;
	}

	get view(): RunView<S> {
		return this.#view;
	}

	/** A run is wanted that cannot begin yet; its suite is asked for meanwhile. Ignored while one is going on. */
	queue(mode: Mode): void {
		if (isBusy(this.#view.run)) return;
		this.#set({ run: { kind: 'queued', mode } });
		// What cannot be had is said by the run itself.
		this.#ports.suite(mode, new AbortController().signal).catch(() => undefined);
	}

	/** Ignored while a run is going on. */
	async start(mode: Mode, submission: S): Promise<void> {
		if (this.#run) return;
		const run: Run = { id: this.#ports.newRunId(), controller: new AbortController(), heard: [] };
		this.#run = run;
		const { signal } = run.controller;
		const waiting = new Set<Waiting>(['compiler', 'suite', 'engine']);
		const has = (what: Waiting): void => {
			waiting.delete(what);
			if (this.#run === run && this.#view.run.kind === 'preparing') {
				this.#set({ run: { ...this.#view.run, waiting: [...waiting] } });
			}
		};
		const awaited = async <T>(what: Waiting, work: () => Promise<T>): Promise<T> => {
			const value = await orFault(what, signal, work);
			has(what);
			return value;
		};
		let suite: CompiledSuite | null = null;
		this.#set({
			run: { kind: 'preparing', mode, runId: run.id, waiting: [...waiting] },
			wait: null,
			console: this.#shown(mode, [])
		});
		try {
			const arrow = (): Promise<Outcome> =>
				runPipeline(
					{
						...this.#ports.input(submission),
						mode,
						runId: run.id,
						suite: async () => (suite = await awaited('suite', () => this.#ports.suite(mode, signal))),
						signal,
						onEvent: (event) => this.#onEvent(run, mode, event)
					},
					{ compile: (source) => awaited('compiler', () => this.#ports.compiler.compile(source, signal)) },
					() => awaited('engine', () => this.#ports.engine.session(signal, (wait) => this.#onWait(run, wait)))
				);
			let outcome = await arrow();
			// Once: where the next one fails as well, the learner reads so.
			if (
				this.#run === run &&
				outcome.report.status === 'engine-failed' &&
				this.#ports.engine.restart(true)
			) {
				run.heard = [];
				waiting.add('engine');
				this.#set({
					run: { kind: 'preparing', mode, runId: run.id, waiting: [...waiting] },
					wait: null,
					console: this.#shown(mode, [])
				});
				outcome = await arrow();
			}
			if (this.#run === run) this.#finish(mode, submission, outcome, suite);
		} catch (error) {
			if (this.#run !== run) return;
			this.#ports.engine.restart();
			this.#set({
				wait: null,
				run: { kind: 'failed', mode, code: error instanceof WorkspaceFault ? error.code : 'unknown' }
			});
		} finally {
			if (this.#run === run) this.#run = null;
		}
	}

	/** Stops the run at once; what it still sends is dropped. */
	stop(): void {
		const { run: state } = this.#view;
		if (!isBusy(state) || !('mode' in state)) return;
		const run = this.#run;
		this.#run = null;
		this.#set({ wait: null, run: { kind: 'cancelled', mode: state.mode } });
		run?.controller.abort(new DOMException('Stopped by the learner', 'AbortError'));
	}

	/** Shows again what a run came to before the page was opened anew; ignored where a run has ended, or goes on. */
	restore(finished: Finished<S>, console: readonly ConsoleEntry[]): void {
		if (this.#run || this.#view.finished) return;
		this.#printed = console.filter(({ test }) => test === null);
		this.#set({ finished, console });
	}

	/** Takes back what the last runs said, and one that goes on: what they are about is gone. */
	forget(): void {
		this.stop();
		this.#printed = [];
		this.#set({ run: { kind: 'idle' }, finished: null, console: [] });
	}

	#finish(mode: Mode, submission: S, { report: ended, grade }: Outcome, suite: CompiledSuite | null): void {
		// An engine does not know why it was chosen; who sent a run to another one does.
		const { reason } = this.#ports.engine.state.choice;
		const knows = ended.engine.id === 'none' || ended.engine.reason === MAY_NOT_END;
		const report = knows ? ended : { ...ended, engine: { ...ended.engine, reason } };
		const translations = suite?.translations ?? NO_TRANSLATIONS;
		const calls = suite?.calls ?? {};
		const bugs = suite?.bugs ?? [];
		const finished: Finished<S> = { mode, report, grade, translations, calls, bugs, submission };
		if (report.status === 'engine-failed') this.#ports.engine.restart(true);
		this.#set({
			finished,
			wait: null,
			console: this.#shown(
				mode,
				report.runs.flatMap((run) => run.console)
			),
			run: { kind: 'done', mode, runId: report.runId }
		});
	}

	/** What is shown when a run has printed this: below what the last `run` printed, which stays in sight while checks go on. */
	#shown(mode: Mode, heard: readonly ConsoleEntry[]): readonly ConsoleEntry[] {
		if (mode === 'check') return underPrinted(this.#printed, heard);
		this.#printed = heard;
		return heard;
	}

	#onEvent(run: Run, mode: Mode, event: EngineEvent): void {
		if (this.#run !== run || event.runId !== run.id) return;
		if (event.type === 'waiting') this.#onWait(run, event.wait);
		else if (this.#view.wait) this.#set({ wait: null });
		if (event.type === 'started') this.#set({ run: { kind: 'running', mode, runId: run.id } });
		if (event.type === 'bug') this.#set({ run: { kind: 'running', mode, runId: run.id, bugs: event.left } });
		if (event.type === 'console') {
			run.heard = [...run.heard, ...event.entries].slice(-CONSOLE_ENTRIES);
			this.#set({ console: this.#shown(mode, run.heard) });
		}
	}

	#onWait(run: Run, wait: Wait): void {
		if (this.#run === run) this.#set({ wait: addWait(this.#view.wait, wait) });
	}

	#set(change: Partial<RunView<S>>): void {
		this.#view = { ...this.#view, ...change };
		this.#onChange(change);
	}
}
