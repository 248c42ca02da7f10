import type { PublicExercise } from '../contract/exercise.ts';
import type { Grade } from '../contract/grade.ts';
import type { ExerciseProgress } from '../contract/progress.ts';
import { Hints } from './hints/hints.ts';
import { NO_TRANSLATIONS, RunControl, type RunPorts } from './run/run-control.ts';
import type { KeptResult, ResultKeeper } from './run/kept-result.ts';
import { isBusy, type Mode, type RunView } from './run/run-state.ts';
import { INITIAL_STATE, type SessionState } from './session-state.ts';
import type { Storage } from './storage/storage.ts';
import type { Work } from './work.ts';

/** What a session needs from outside; the page gives the real ones, tests give fakes. */
export interface SessionPorts<S> extends RunPorts<S> {
	storage: Promise<Storage>;
	/** Where the last result is kept; none where it is not. */
	kept?: ResultKeeper<S>;
}

/** Failed checks in a row, with this one; what does not count, or is no check, changes nothing. */
function failuresWith(grade: Grade | null, before: number): number {
	if (!grade?.counts) return before;
	return grade.passed ? 0 : before + 1;
}

/**
 * One learner at one exercise: joins the work, its runs, the hints and the progress, each a part of its own. Knows no
 * page: it calls `onChange` with the whole new state. `S`: what is submitted.
 */
export class Session<S> {
	readonly #exercise: Pick<PublicExercise, 'id' | 'hintsHtml' | 'locale'>;
	readonly #ports: SessionPorts<S>;
	readonly #work: Work<S>;
	readonly #onChange: (state: SessionState<S>) => void;
	readonly #runs: RunControl<S>;
	readonly #hints: Hints;
	#state: SessionState<S> = INITIAL_STATE;
	/** The progress has been read: a check before would count as the first one. */
	#opened = false;
	#disposed = false;
	#unsubscribe: (() => void)[] = [];

	constructor(
		exercise: Pick<PublicExercise, 'id' | 'hintsHtml' | 'locale'>,
		work: Work<S>,
		ports: SessionPorts<S>,
		onChange: (state: SessionState<S>) => void
	) {
		this.#exercise = exercise;
		this.#work = work;
		this.#ports = ports;
		this.#onChange = onChange;
		this.#hints = new Hints(exercise.id, exercise.hintsHtml.length);
		this.#runs = new RunControl(ports, (change) => this.#onRun(change));
		this.#unsubscribe.push(work.subscribe(() => this.#onWork()));
		void this.#open();
	}

	get state(): SessionState<S> {
		return this.#state;
	}

	/**
	 * Checks or runs the work as it is now. Asked for before the device was read, it begins when it was. Ignored while a
	 * run is going on, or waits to begin.
	 */
	async start(mode: Mode): Promise<void> {
		if (this.#disposed || isBusy(this.#state.run)) return;
		if (!this.#state.ready) return this.#runs.queue(mode);
		await this.#runs.start(mode, this.#work.submission);
	}

	/** Stops the run at once, or takes back one that waits to begin. */
	stop(): void {
		this.#runs.stop();
	}

	/** The work has been begun anew: what was said about it is gone. */
	forget(): void {
		this.#ports.kept?.clear();
		this.#runs.forget();
	}

	openHint(): void {
		if (!this.#hints.open()) return;
		this.#set({ hintsOpened: this.#hints.opened });
		this.#keep((storage) => this.#hints.keep(storage));
	}

	dispose(): void {
		this.stop();
		this.#disposed = true;
		for (const stop of this.#unsubscribe) stop();
	}

	async #open(): Promise<void> {
		const storage = await this.#ports.storage;
		const progress = await storage.progressOf(this.#exercise.id);
		if (this.#disposed) return;
		this.#hints.restore(progress);
		this.#set({ notKept: storage.notKept, progress, hintsOpened: this.#hints.opened });
		this.#unsubscribe.push(
			storage.subscribe((change) => {
				if (change.kind === 'keeping') this.#set({ notKept: storage.notKept });
				else if (change.exerciseId === null || change.exerciseId === this.#exercise.id)
					void this.#refresh(storage);
			})
		);
		this.#opened = true;
		this.#onWork();
	}

	/** Another tab, or an import, may have written. */
	async #refresh(storage: Storage): Promise<void> {
		const progress = await storage.progressOf(this.#exercise.id);
		this.#set({ progress });
	}

	#onWork(): void {
		if (this.#state.ready || !this.#work.ready || !this.#opened) return;
		this.#set({ ready: true });
		const { run } = this.#state;
		if (run.kind === 'queued') void this.#runs.start(run.mode, this.#work.submission);
		else void this.#restore();
	}

	/** What the last run came to, before the page was opened anew, in this page's language. */
	async #restore(): Promise<void> {
		const kept = this.#ports.kept?.read();
		if (!kept) return;
		const { submission } = this.#work;
		// The same work is the same object for who asks whether the learner has gone on.
		const same = JSON.stringify(kept.finished.submission) === JSON.stringify(submission);
		const words = await this.#wordsOf(kept);
		if (this.#disposed || this.#state.finished || isBusy(this.#state.run)) return;
		this.#set({ before: kept.before, failedInARow: kept.failedInARow });
		this.#runs.restore({ ...kept.finished, ...words, ...(same ? { submission } : {}) }, kept.console);
	}

	/** The suite's words, fetched anew for another language; English where they do not come. */
	async #wordsOf({
		locale,
		finished
	}: KeptResult<S>): Promise<Pick<KeptResult<S>['finished'], 'translations'>> {
		if (locale === this.#exercise.locale) return { translations: finished.translations };
		const suite = await this.#ports.suite(finished.mode, new AbortController().signal).catch(() => null);
		return { translations: suite?.translations ?? NO_TRANSLATIONS };
	}

	#onRun(change: Partial<RunView<S>>): void {
		const { finished } = change;
		if (!finished || change.run?.kind !== 'done') return this.#set(change);
		const before = this.#state.progress;
		const { grade } = finished;
		const failedInARow = failuresWith(grade, this.#state.failedInARow);
		this.#set({ ...change, before, failedInARow });
		const { locale } = this.#exercise;
		this.#ports.kept?.write({ locale, finished, console: this.#state.console, before, failedInARow });
		if (grade?.counts) this.#keep((storage) => storage.saveGrade(grade));
	}

	#keep(write: (storage: Storage) => Promise<ExerciseProgress>): void {
		this.#ports.storage
			.then(write)
			.then((progress) => this.#set({ progress }))
			.catch(() => this.#set({ notKept: 'broken' }));
	}

	#set(change: Partial<SessionState<S>>): void {
		if (this.#disposed) return;
		this.#state = { ...this.#state, ...change };
		this.#onChange(this.#state);
	}
}
