import { sourceOf, type CompileResult, type Compiler, type LearnerSource } from '../compile/compiler.ts';
import type { CompiledSuite, FileMap, PublicExercise } from '../contract/exercise.ts';
import type { EngineEvent, EngineSession, Wait } from '../engines/engine.ts';
import { runPipeline, type Outcome } from '../pipeline.ts';
import { chooseStart, sameFiles, startFiles } from './texts/choose-draft.ts';
import { CompileAhead } from './compile/compile-ahead.ts';
import { orFault, WorkspaceFault } from './run/fault.ts';
import {
	addWait,
	isBusy,
	type Finished,
	type Mode,
	type SessionState,
	type Waiting
} from './session-state.ts';
import type { Storage } from './storage/storage.ts';

/** What a session needs from outside; the page gives the real ones, tests give fakes. */
export interface SessionPorts {
	compiler: Compiler;
	engine: {
		session(signal: AbortSignal, onWait?: (wait: Wait) => void): Promise<EngineSession>;
		/** After our own fault; `engineFailed` where it was the engine's. */
		restart(engineFailed?: boolean): void;
		/** Why this engine runs the code. */
		readonly state: { choice: { reason: string } };
	};
	suite: (mode: Mode, signal: AbortSignal) => Promise<CompiledSuite | null>;
	storage: Promise<Storage>;
	now: () => string;
	newRunId: () => string;
}

/** Red lines under a word that is still being written would only scold. */
export const DIAGNOSE_DELAY_MS = 700;

/** What is kept on screen of a program that prints without end. */
const CONSOLE_ENTRIES = 1000;

const NO_TRANSLATIONS = { tests: {}, messages: {} };

/**
 * One learner at one exercise: texts, runs, hints, progress. Knows no page: it calls `onChange` with the
 * whole new state. Exactly one run at a time; what a finished, stopped or left run still sends is dropped.
 */
export class Session {
	readonly exercise: PublicExercise;
	readonly #ports: SessionPorts;
	readonly #onChange: (state: SessionState) => void;
	readonly #ahead: CompileAhead;
	#state: SessionState;
	#run: { id: string; controller: AbortController } | null = null;
	#disposed = false;
	/** When the texts last changed here; older news of other tabs is ignored. */
	#editedAt = '';
	#unsubscribe: (() => void) | undefined;
	#diagnosing: ReturnType<typeof setTimeout> | undefined;

	constructor(exercise: PublicExercise, ports: SessionPorts, onChange: (state: SessionState) => void) {
		this.exercise = exercise;
		this.#ports = ports;
		this.#onChange = onChange;
		this.#ahead = new CompileAhead(ports.compiler);
		this.#state = initialState(exercise);
		void this.#open();
	}

	get state(): SessionState {
		return this.#state;
	}

	/** Compiles what is in the editor and boots the engine, so that the first click finds both done. */
	async warmUp(): Promise<void> {
		this.#ahead.compile(this.#source(), new AbortController().signal).catch(() => undefined);
		await this.#ports.engine.session(new AbortController().signal).catch(() => undefined);
	}

	/** What the text in the editor compiles to; mostly found ready. */
	compiled(signal: AbortSignal): Promise<CompileResult> {
		return this.#ahead.compile(this.#source(), signal);
	}

	show(path: string): void {
		if (path in this.#state.files) this.#set({ active: path });
	}

	edit(path: string, text: string): void {
		if (this.#state.files[path] === text || !this.#isEditable(path)) return;
		this.#setFiles({ ...this.#state.files, [path]: text });
		const { notice } = this.#state;
		// Going on to write is the answer to a notice; only Undo of a reset stays on offer until dismissed.
		if (notice && notice.kind !== 'reset') this.#set({ notice: null });
	}

	/** Back to the start; the notice carries what Undo brings back. */
	reset(): void {
		const undo = this.#state.files;
		this.#setFiles(startFiles(this.exercise));
		this.#set({ notice: { kind: 'reset', undo } });
	}

	/** Undoes what the notice is about, or takes what it offers. */
	acceptNotice(): void {
		const { notice } = this.#state;
		if (!notice) return;
		if (notice.kind === 'newer-language') this.#setFiles(notice.files);
		else if (notice.kind === 'from-language') this.#setFiles(startFiles(this.exercise));
		else this.#setFiles(notice.undo);
		this.#set({ notice: null });
	}

	dismissNotice(): void {
		this.#set({ notice: null });
	}

	openHint(): void {
		const opened = Math.min(this.#state.hintsOpened + 1, this.exercise.hintsHtml.length);
		if (opened === this.#state.hintsOpened) return;
		this.#set({ hintsOpened: opened });
		void this.#ports.storage
			.then((storage) => storage.saveHint(this.exercise.id, opened))
			.then((progress) => this.#set({ progress }))
			.catch(() => this.#set({ persistent: false }));
	}

	/** Ends with exactly one change to `done`, `failed` or `cancelled`. Ignored while a run is going on. */
	async start(mode: Mode): Promise<void> {
		if (this.#disposed || this.#run) return;
		const run = { id: this.#ports.newRunId(), controller: new AbortController() };
		this.#run = run;
		const { signal } = run.controller;
		const { files } = this.#state;
		const waiting = new Set<Waiting>(['compiler', 'suite', 'engine']);
		const has = (what: Waiting): void => {
			waiting.delete(what);
			if (this.#run === run && this.#state.run.kind === 'preparing') {
				this.#set({ run: { ...this.#state.run, waiting: [...waiting] } });
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
			console: []
		});
		try {
			const outcome = await runPipeline(
				{
					mode,
					runId: run.id,
					target: this.exercise,
					source: this.#source(),
					suite: async () => (suite = await awaited('suite', () => this.#ports.suite(mode, signal))),
					signal,
					onEvent: (event) => this.#onEvent(run, mode, event)
				},
				{ compile: (source) => awaited('compiler', () => this.#ahead.compile(source, signal)) },
				() => awaited('engine', () => this.#ports.engine.session(signal, (wait) => this.#onWait(run, wait)))
			);
			if (this.#run === run) this.#finish(mode, files, outcome, suite);
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
		const run = this.#run;
		const { run: state } = this.#state;
		if (!run || !isBusy(state)) return;
		this.#run = null;
		if ('mode' in state) this.#set({ wait: null, run: { kind: 'cancelled', mode: state.mode } });
		run.controller.abort(new DOMException('Stopped by the learner', 'AbortError'));
	}

	dispose(): void {
		this.stop();
		this.#disposed = true;
		this.#unsubscribe?.();
		clearTimeout(this.#diagnosing);
		this.#ahead.dispose();
	}

	async #open(): Promise<void> {
		const storage = await this.#ports.storage;
		const { id } = this.exercise;
		const [drafts, progress] = await Promise.all([storage.draftsOf(id), storage.progressOf(id)]);
		if (this.#disposed) return;
		const typed = this.#editedAt === '' ? null : this.#state.files;
		const typedAt = this.#editedAt;
		const start = chooseStart(this.exercise, drafts);
		this.#set({
			ready: true,
			persistent: storage.persistent,
			progress,
			hintsOpened: Math.min(progress?.hintsOpened ?? 0, this.exercise.hintsHtml.length)
		});
		if (start.from !== 'start' && !sameFiles(start.files, this.#state.files)) {
			this.#replaceFiles(start.files, start.updatedAt ?? '');
			// Typed before the draft was read: both texts are the learner's, so the typed one stays in reach.
			if (typed) this.#set({ notice: { kind: 'restored', undo: typed } });
			else if (start.from !== this.exercise.locale) {
				this.#set({ notice: { kind: 'from-language', locale: start.from } });
			}
		} else if (typed) this.#save(storage, typed, typedAt);
		if (!typed && start.newer) this.#set({ notice: { kind: 'newer-language', ...start.newer } });
		this.#unsubscribe = storage.subscribe((change) => {
			if (change.exerciseId === null || change.exerciseId === id) void this.#refresh(storage);
		});
	}

	/** Another tab, or an import, wrote: take over what is newer than this tab's own. */
	async #refresh(storage: Storage): Promise<void> {
		const { id, locale } = this.exercise;
		const [draft, progress] = await Promise.all([storage.draft(id, locale), storage.progressOf(id)]);
		if (this.#disposed) return;
		this.#set({ progress });
		// Two keystrokes can fall into one millisecond: the same time may still be a newer text.
		if (!draft || draft.updatedAt < this.#editedAt) return;
		const { files } = chooseStart(this.exercise, [draft]);
		if (!sameFiles(files, this.#state.files)) this.#replaceFiles(files, draft.updatedAt);
	}

	#finish(mode: Mode, files: FileMap, { report: told, grade }: Outcome, suite: CompiledSuite | null): void {
		// An engine does not know why it was chosen.
		const { reason } = this.#ports.engine.state.choice;
		const report = told.engine.id === 'none' ? told : { ...told, engine: { ...told.engine, reason } };
		const finished: Finished = {
			mode,
			report,
			grade,
			translations: suite?.translations ?? NO_TRANSLATIONS,
			files,
			before: this.#state.progress
		};
		if (report.status === 'engine-failed') this.#ports.engine.restart(true);
		this.#set({
			finished,
			wait: null,
			...(this.#state.files === files ? { diagnostics: report.diagnostics } : {}),
			console: report.runs.flatMap((run) => run.console),
			run: { kind: 'done', mode, runId: report.runId }
		});
		if (grade?.counts) {
			void this.#ports.storage
				.then((storage) => storage.saveGrade(grade))
				.then((progress) => this.#set({ progress }))
				.catch(() => this.#set({ persistent: false }));
		}
	}

	#onEvent(run: { id: string }, mode: Mode, event: EngineEvent): void {
		if (this.#run !== run || event.runId !== run.id) return;
		if (event.type === 'waiting') this.#onWait(run, event.wait);
		else if (this.#state.wait) this.#set({ wait: null });
		if (event.type === 'started') this.#set({ run: { kind: 'running', mode, runId: run.id } });
		if (event.type === 'console') {
			this.#set({ console: [...this.#state.console, ...event.entries].slice(-CONSOLE_ENTRIES) });
		}
	}

	#onWait(run: { id: string }, wait: Wait): void {
		if (this.#run === run) this.#set({ wait: addWait(this.#state.wait, wait) });
	}

	#isEditable(path: string): boolean {
		return this.exercise.files.some((file) => file.path === path && file.editable);
	}

	#setFiles(files: FileMap): void {
		const updatedAt = this.#ports.now();
		this.#replaceFiles(files, updatedAt);
		// What is typed before the drafts were read must not overwrite one: #open decides what to save.
		if (!this.#state.ready) return;
		void this.#ports.storage.then((storage) => this.#save(storage, files, updatedAt));
	}

	#save(storage: Storage, files: FileMap, updatedAt: string): void {
		storage.saveDraft({ exerciseId: this.exercise.id, locale: this.exercise.locale, files, updatedAt });
	}

	#replaceFiles(files: FileMap, editedAt: string): void {
		this.#editedAt = editedAt;
		this.#set({ files, edited: !sameFiles(files, startFiles(this.exercise)) });
		this.#ahead.touch(this.#source());
		clearTimeout(this.#diagnosing);
		this.#diagnosing = setTimeout(() => void this.#diagnose(), DIAGNOSE_DELAY_MS);
	}

	/** Marks in the editor what the background compilation found. */
	async #diagnose(): Promise<void> {
		const { files } = this.#state;
		const result = await this.#ahead.compile(this.#source(), new AbortController().signal).catch(() => null);
		if (!result || this.#state.files !== files) return;
		this.#set({ diagnostics: result.ok ? [] : result.diagnostics });
	}

	#source(): LearnerSource {
		return sourceOf(this.exercise, this.#state.files);
	}

	#set(change: Partial<SessionState>): void {
		if (this.#disposed) return;
		this.#state = { ...this.#state, ...change };
		this.#onChange(this.#state);
	}
}

/** What a session shows before it has read anything: also what the server renders. */
export function initialState(exercise: PublicExercise): SessionState {
	return {
		files: startFiles(exercise),
		active: firstFile(exercise),
		edited: false,
		ready: false,
		notice: null,
		run: { kind: 'idle' },
		wait: null,
		finished: null,
		console: [],
		diagnostics: [],
		progress: null,
		hintsOpened: 0,
		persistent: true
	};
}

/** The entry, where the learner writes in it; else the first file that is the learner's. */
function firstFile({ files, entry }: PublicExercise): string {
	const own = files.filter(({ editable }) => editable);
	return own.some(({ path }) => path === entry) ? entry : (own[0]?.path ?? entry);
}
