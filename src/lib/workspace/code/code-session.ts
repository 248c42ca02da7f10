import type { CompileResult, LearnerSource } from '../../compile/compiler.ts';
import type { Diagnostic } from '../../contract/diagnostic.ts';
import type { FileMap } from '../../contract/exercise.ts';
import type { ProgramStart } from '../../contract/plan.ts';
import type { LikelyRun } from '../../engines/engine.ts';
import { sourceOf, type PublicCode } from '../../kinds/code-workbench.ts';
import { runKind } from '../../kinds/page-kinds.ts';
import { CompileAhead } from '../compile/compile-ahead.ts';
import type { ResultKeeper } from '../run/kept-result.ts';
import type { RunPorts } from '../run/run-control.ts';
import { Session } from '../session.ts';
import { INITIAL_STATE, type SessionState } from '../session-state.ts';
import { DeviceTexts, initialTexts } from '../texts/device-texts.ts';
import type { Texts, TextsState } from '../texts/texts.ts';
import type { Storage } from '../storage/storage.ts';

/** What a session of code needs from outside; the page gives the real ones, tests give fakes. */
export interface CodePorts extends Omit<RunPorts<FileMap>, 'input' | 'engine'> {
	engine: RunPorts<FileMap>['engine'] & {
		/** Only a hint: see `EngineSession.prepare`. */
		prepare(likely: LikelyRun): void;
	};
	/** The code of the suite of a check, where it is here already. */
	keptSuite: () => string | null;
	storage: Promise<Storage>;
	/** See `SessionPorts`. */
	kept?: ResultKeeper<FileMap>;
	/** How Run starts the program now; none where it takes nothing. */
	start?: () => ProgramStart | undefined;
	now: () => string;
}

/** Everything the page shows of a session of code. */
export interface CodeState extends SessionState<FileMap> {
	texts: TextsState;
	/** Of the texts as they are, as soon as a pause in the typing shows them. */
	diagnostics: readonly Diagnostic[];
}

/** Red lines under a word that is still being written would only scold. */
const DIAGNOSE_DELAY_MS = 700;

/** What the server renders. */
export const initialCode = (exercise: PublicCode): CodeState => ({
	...INITIAL_STATE,
	texts: initialTexts(exercise),
	diagnostics: []
});

/** A session whose work is texts that are compiled: while they are written, so that a click finds the script. */
export class CodeSession {
	readonly texts: Texts;
	readonly session: Session<FileMap>;
	readonly #exercise: PublicCode;
	readonly #ports: CodePorts;
	readonly #ahead: CompileAhead;
	readonly #onChange: (state: CodeState) => void;
	#state: CodeState;
	#files: FileMap;
	#diagnosing: ReturnType<typeof setTimeout> | undefined;
	#disposed = false;

	constructor(exercise: PublicCode, ports: CodePorts, onChange: (state: CodeState) => void) {
		this.#exercise = exercise;
		this.#ports = ports;
		this.#onChange = onChange;
		this.#state = initialCode(exercise);
		this.#ahead = new CompileAhead(ports.compiler, (script) =>
			// What was compiled will probably be checked next: the spare sandbox reads it before the click.
			ports.engine.prepare({ learner: script.code, suite: ports.keptSuite() })
		);
		this.texts = new DeviceTexts(exercise, ports);
		this.#files = this.texts.submission;
		this.texts.subscribe(() => this.#onTexts());
		const kind = runKind(exercise.kind);
		const input = (files: FileMap) => {
			const start = ports.start?.();
			return { kind, exercise, submission: files, ...(start && { start }) };
		};
		this.session = new Session(exercise, this.texts, { ...ports, compiler: this.#ahead, input }, (state) =>
			this.#onSession(state)
		);
	}

	get state(): CodeState {
		return this.#state;
	}

	/** Compiles the texts and boots the engine, so that the first click finds both done. */
	async warmUp(): Promise<void> {
		const { signal } = new AbortController();
		this.#ahead.compile(this.#source(), signal).catch(() => undefined);
		await this.#ports.engine.session(signal).catch(() => undefined);
	}

	/** What the texts compile to; mostly found ready. */
	compiled(signal: AbortSignal): Promise<CompileResult> {
		return this.#ahead.compile(this.#source(), signal);
	}

	dispose(): void {
		this.session.dispose();
		this.texts.dispose();
		this.#disposed = true;
		clearTimeout(this.#diagnosing);
		this.#ahead.dispose();
	}

	#onTexts(): void {
		const { state } = this.texts;
		if (state.notice?.kind === 'reset' && state.notice !== this.#state.texts.notice) this.session.forget();
		if (state.files !== this.#files) {
			this.#files = state.files;
			this.#ahead.touch(this.#source());
			clearTimeout(this.#diagnosing);
			this.#diagnosing = setTimeout(() => void this.#diagnose(), DIAGNOSE_DELAY_MS);
		}
		this.#set({ texts: state });
	}

	/** Marks in the editor what the background compilation found. */
	async #diagnose(): Promise<void> {
		const files = this.#files;
		const result = await this.compiled(new AbortController().signal).catch(() => null);
		if (!result || this.#files !== files) return;
		this.#set({ diagnostics: result.ok ? result.warnings : result.diagnostics });
	}

	#onSession(state: SessionState<FileMap>): void {
		const { finished } = state;
		const isOfTheseTexts = finished !== this.#state.finished && finished?.submission === this.#files;
		this.#set({ ...state, ...(isOfTheseTexts ? { diagnostics: finished.report.diagnostics } : {}) });
	}

	#source(): LearnerSource {
		return sourceOf(this.#exercise, this.texts.submission);
	}

	#set(change: Partial<CodeState>): void {
		if (this.#disposed) return;
		this.#state = { ...this.#state, ...change };
		this.#onChange(this.#state);
	}
}
