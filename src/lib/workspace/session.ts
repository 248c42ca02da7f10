import type { PublicExercise } from '../contract/exercise.ts';
import type { ExerciseProgress } from '../contract/progress.ts';
import { Hints } from './hints/hints.ts';
import { RunControl, type RunPorts } from './run/run-control.ts';
import { isBusy, type Mode, type RunView } from './run/run-state.ts';
import { INITIAL_STATE, type SessionState } from './session-state.ts';
import type { Storage } from './storage/storage.ts';
import type { Work } from './work.ts';

/** What a session needs from outside; the page gives the real ones, tests give fakes. */
export interface SessionPorts<S> extends RunPorts<S> {
	storage: Promise<Storage>;
}

/**
 * One learner at one exercise: joins the work, its runs, the hints and the progress, each a part of its own. Knows no
 * page: it calls `onChange` with the whole new state. `S`: what is submitted.
 */
export class Session<S> {
	readonly #exercise: Pick<PublicExercise, 'id' | 'hintsHtml'>;
	readonly #work: Work<S>;
	readonly #storage: Promise<Storage>;
	readonly #onChange: (state: SessionState<S>) => void;
	readonly #runs: RunControl<S>;
	readonly #hints: Hints;
	#state: SessionState<S> = INITIAL_STATE;
	/** The progress has been read: a check before would count as the first one. */
	#opened = false;
	#disposed = false;
	#unsubscribe: (() => void)[] = [];

	constructor(
		exercise: Pick<PublicExercise, 'id' | 'hintsHtml'>,
		work: Work<S>,
		ports: SessionPorts<S>,
		onChange: (state: SessionState<S>) => void
	) {
		this.#exercise = exercise;
		this.#work = work;
		this.#storage = ports.storage;
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
		const storage = await this.#storage;
		const progress = await storage.progressOf(this.#exercise.id);
		if (this.#disposed) return;
		this.#hints.restore(progress);
		this.#set({ persistent: storage.persistent, progress, hintsOpened: this.#hints.opened });
		this.#unsubscribe.push(
			storage.subscribe((change) => {
				if (change.exerciseId === null || change.exerciseId === this.#exercise.id)
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
	}

	#onRun(change: Partial<RunView<S>>): void {
		const { finished } = change;
		this.#set(finished ? { ...change, before: this.#state.progress } : change);
		if (!finished) return;
		const { grade } = finished;
		if (grade?.counts) this.#keep((storage) => storage.saveGrade(grade));
	}

	#keep(write: (storage: Storage) => Promise<ExerciseProgress>): void {
		this.#storage
			.then(write)
			.then((progress) => this.#set({ progress }))
			.catch(() => this.#set({ persistent: false }));
	}

	#set(change: Partial<SessionState<S>>): void {
		if (this.#disposed) return;
		this.#state = { ...this.#state, ...change };
		this.#onChange(this.#state);
	}
}
