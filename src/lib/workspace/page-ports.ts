import type { Compiler } from '../compile/compiler.ts';
import { createRemoteCompiler } from '../compile/remote-compiler.ts';
import type { EngineNeed, PublicExercise } from '../contract/exercise.ts';
import type { JsonValue } from '../contract/json.ts';
import type { Shape } from '../contract/shape.ts';
import type { PublicCode } from '../kinds/code-workbench.ts';
import type { CodePorts } from './code/code-session.ts';
import { withKnownStart } from './compile/known-start.ts';
import { withLoopGuard } from './compile/loop-guard.ts';
import { PageCompiler } from './compile/page-compiler.ts';
import { framesShareThread } from './engines/device.ts';
import type { EngineHost } from './engines/engine-host.ts';
import {
	bootServer,
	createPageHost,
	type EngineAddresses,
	type EngineConfig
} from './engines/page-engines.ts';
import { withElsewhere } from './engines/slow-patterns-elsewhere.ts';
import { askOrFault } from './run/fault.ts';
import { fetchSolutions, type Solutions } from './run/fetch-solutions.ts';
import { startKeeper, type StartKeeper } from './run/program-start.ts';
import { resultKeeper, sessionStorageOrNull } from './run/kept-result.ts';
import type { Mode } from './run/run-state.ts';
import { SuiteSource } from './run/suite-source.ts';
import { localStorageOrNull } from './storage/journal.ts';
import { personName } from './storage/people.ts';
import type { SessionPorts } from './session.ts';
import { openStorage, type Storage } from './storage/storage.ts';
import type { TextsPorts } from './texts/device-texts.ts';

/** What a session of work that is no code is made of, but for the work itself. */
type WorkPorts<S> = Omit<SessionPorts<S>, 'input'> & TextsPorts;

const COMPILE_URL = '/api/compile';

/** esbuild-wasm refuses to be started twice in one document, so it outlives the page that started it. */
let wasm: Promise<Compiler> | null = null;

function loadWasm(): Promise<Compiler> {
	wasm ??= import('./compile/wasm.ts')
		.then(({ startCompiler }) => startCompiler())
		.catch((error: unknown) => {
			wasm = null;
			throw error;
		});
	return wasm;
}

/** The real ports of the exercise page: engines, compilers, suites, storage. One for all exercises of a visit. */
export class PagePorts {
	readonly storage: Promise<Storage> = openStorage();
	/** As the storage: who came to this page, whoever works in another tab by now. */
	readonly #person = personName(localStorageOrNull());
	readonly addresses: EngineAddresses;
	readonly #config: EngineConfig;
	readonly #hosts = new Map<EngineNeed, EngineHost>();
	readonly #compiler = new PageCompiler(createRemoteCompiler(askOrFault, COMPILE_URL), loadWasm);
	readonly #suites = new SuiteSource(askOrFault);

	constructor(addresses: EngineAddresses, config: EngineConfig) {
		this.addresses = addresses;
		this.#config = config;
	}

	/** Where exercises of this need run; the same for all of them. */
	engine(need: EngineNeed): EngineHost {
		let host = this.#hosts.get(need);
		if (!host) this.#hosts.set(need, (host = createPageHost(need, this.addresses, this.#config)));
		return host;
	}

	/** Of an exercise whose work is no code: nothing of it is compiled. */
	forWork<S>(exercise: PublicExercise): WorkPorts<S> {
		return {
			compiler: this.#compiler,
			engine: this.engine(exercise.need),
			suite: (mode, signal) => this.#suites.get(exercise, mode, signal),
			storage: this.#storageOf(exercise),
			kept: resultKeeper(sessionStorageOrNull(), exercise, this.#person),
			now: () => new Date().toISOString(),
			newRunId
		};
	}

	/** Of an exercise whose work is code. */
	forCode(exercise: PublicCode): CodePorts {
		const guarded = exercise.need === 'dom' && framesShareThread();
		const compiler = withKnownStart(exercise, this.#compiler);
		return {
			compiler: guarded ? withLoopGuard(compiler) : compiler,
			engine: guarded ? this.#guardedPages() : this.engine(exercise.need),
			suite: (mode, signal) => this.#suites.get(exercise, mode, signal),
			keptSuite: () => this.#suites.kept(exercise, 'check')?.code ?? null,
			storage: this.#storageOf(exercise),
			kept: resultKeeper(sessionStorageOrNull(), exercise, this.#person),
			now: () => new Date().toISOString(),
			newRunId
		};
	}

	/** The storage, once it has what lies under names which the exercise had before. */
	async #storageOf({ id, formerly }: PublicExercise): Promise<Storage> {
		const storage = await this.storage;
		// What cannot be moved now stays where it is, and is looked for again.
		await storage.adopt(id, formerly).catch(() => undefined);
		return storage;
	}

	/** What the learner starts the program of an exercise with. */
	startOf(exerciseId: string): StartKeeper {
		return startKeeper(localStorageOrNull(), exerciseId, this.#person);
	}

	/** The right ways of an exercise, for work that passes, or why they cannot be had. */
	solutions<S extends JsonValue>(
		exercise: PublicExercise,
		passed: S,
		isWork: Shape<S>
	): Promise<Solutions<S>> {
		return fetchSolutions(askOrFault, exercise, passed, isWork);
	}

	/** Pages whose frames share the page's thread: what no guard could end runs on the server. */
	#guardedPages(): CodePorts['engine'] {
		const host = this.engine('dom');
		return {
			session: async (signal, onWait) => {
				const session = await host.session(signal, onWait);
				if (host.state.choice.chosen !== 'dom') return session;
				return withElsewhere(session, {
					isSlow: async ({ learner, files }) => {
						const { mayHold } = await import('../compile/slow-patterns.ts');
						return mayHold(learner.code, files);
					},
					other: (signal) => bootServer(this.addresses, this.#config, signal)
				});
			},
			restart: (engineFailed) => host.restart(engineFailed),
			prepare: (likely) => host.prepare(likely),
			get state() {
				return host.state;
			}
		};
	}

	/**
	 * Begins what the page's first check waits for, before the page has come alive: the engine boots, and where Check or Run was
	 * pressed already its suite is asked for.
	 */
	begin(exercise: PublicExercise, pressed: Mode | null): void {
		const { signal } = new AbortController();
		this.engine(exercise.need)
			.session(signal)
			.catch(() => undefined);
		if (pressed) this.#suites.get(exercise, pressed, signal).catch(() => undefined);
	}

	/** Downloads the page's own compiler: what is typed then never waits for the network. */
	async loadCompiler(): Promise<void> {
		await this.#compiler.loadLocal().catch(() => undefined);
	}

	dispose(): void {
		for (const host of this.#hosts.values()) host.dispose();
		void this.storage.then((storage) => storage.close());
	}
}

/** `randomUUID` is missing where a school serves the site over plain http. */
const newRunId = (): string =>
	[...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join('');
