import { createRemoteCompiler } from '../compile/remote-compiler.ts';
import type { CompileResult, Compiler, LearnerSource } from '../compile/compiler.ts';
import type { EngineNeed, PublicExercise } from '../contract/exercise.ts';
import type { LearnerScript } from '../contract/plan.ts';
import type { EngineHost } from './engines/engine-host.ts';
import { PageCompiler } from './compile/page-compiler.ts';
import { createPageHost, type EngineAddresses, type EngineConfig } from './engines/page-engines.ts';
import type { SessionPorts } from './session.ts';
import { openStorage, type Storage } from './storage/storage.ts';
import { SuiteSource } from './run/suite-source.ts';

const COMPILE_URL = '/api/compile';
/** How much later than the engine's own limit a loop is stopped from inside: the engine says what happened. */
const LOOP_GRACE_MS = 500;

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
	readonly addresses: EngineAddresses;
	readonly #config: EngineConfig;
	readonly #hosts = new Map<EngineNeed, EngineHost>();
	readonly #compiler = new PageCompiler(
		createRemoteCompiler((url, init) => fetch(url, init), COMPILE_URL),
		loadWasm
	);
	readonly #suites = new SuiteSource((url, init) => fetch(url, init));

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

	for(exercise: PublicExercise): SessionPorts {
		return {
			compiler: { compile: (source, signal) => this.#compileFor(exercise, source, signal) },
			engine: this.engine(exercise.need),
			suite: (mode, signal) => this.#suites.get(exercise, mode, signal),
			storage: this.storage,
			now: () => new Date().toISOString(),
			newRunId: newRunId
		};
	}

	/** What was compiled will probably be checked next: the spare sandbox reads it before the click. */
	async #compileFor(
		exercise: PublicExercise,
		source: LearnerSource,
		signal: AbortSignal
	): Promise<CompileResult> {
		const result = await this.#compiler.compile(source, signal);
		if (!result.ok) return result;
		const script = exercise.need === 'dom' ? await this.#guard(exercise, result.script) : result.script;
		const suite = this.#suites.kept(exercise, 'check')?.code ?? null;
		this.engine(exercise.need).prepare({ learner: script.code, suite });
		return { ...result, script };
	}

	/** A page's endless loop must give the thread back in browsers whose frames share it with the page around them. */
	async #guard(exercise: PublicExercise, script: LearnerScript): Promise<LearnerScript> {
		// Chromium alone has this, and gives sandboxed frames a process of their own, which can be ended.
		if ('userAgentData' in navigator) return script;
		const { guardLoops } = await import('../compile/guard-loops.ts');
		return { ...script, code: guardLoops(script.code, exercise.timeLimitMs + LOOP_GRACE_MS) };
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
