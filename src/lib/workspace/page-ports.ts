import { createRemoteCompiler } from '../compile/remote-compiler.ts';
import type { CompileResult, Compiler, LearnerSource } from '../compile/compiler.ts';
import type { PublicExercise } from '../contract/exercise.ts';
import { createWorkerEngine } from '../engines/worker/worker-engine.ts';
import { EngineHost } from './engine-host.ts';
import { PageCompiler } from './page-compiler.ts';
import type { SessionPorts } from './session.ts';
import { openStorage, type Storage } from './storage.ts';
import { SuiteSource } from './suite-source.ts';

const COMPILE_URL = '/api/compile';

/** esbuild-wasm refuses to be started twice in one document, so it outlives the page that started it. */
let wasm: Promise<Compiler> | null = null;

function loadWasm(): Promise<Compiler> {
	wasm ??= import('./wasm.ts')
		.then(({ startCompiler }) => startCompiler())
		.catch((error: unknown) => {
			wasm = null;
			throw error;
		});
	return wasm;
}

/** The real ports of the exercise page: engine, compilers, suites, storage. One for all exercises of a visit. */
export class PagePorts {
	readonly storage: Promise<Storage> = openStorage();
	readonly engine: EngineHost;
	readonly #compiler = new PageCompiler(
		createRemoteCompiler((url, init) => fetch(url, init), COMPILE_URL),
		loadWasm
	);
	readonly #suites = new SuiteSource((url, init) => fetch(url, init));

	constructor(sandboxUrl: string) {
		const frame = () => document.querySelector<HTMLIFrameElement>('iframe[data-sandbox]');
		this.engine = new EngineHost(createWorkerEngine({ sandboxUrl, frame }));
	}

	for(exercise: PublicExercise): SessionPorts {
		return {
			compiler: { compile: (source, signal) => this.#compileFor(exercise, source, signal) },
			engine: this.engine,
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
		if (result.ok) {
			const suite = this.#suites.kept(exercise, 'check')?.code ?? null;
			this.engine.prepare({ learner: result.script.code, suite });
		}
		return result;
	}

	/** Downloads the page's own compiler: what is typed then never waits for the network. */
	async loadCompiler(): Promise<void> {
		await this.#compiler.loadLocal().catch(() => undefined);
	}

	dispose(): void {
		this.engine.dispose();
		void this.storage.then((storage) => storage.close());
	}
}

/** `randomUUID` is missing where a school serves the site over plain http. */
const newRunId = (): string =>
	[...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join('');
