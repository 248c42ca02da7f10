import type { CompileResult, Compiler, LearnerSource } from '../../compile/compiler.ts';

/**
 * The compiler of the page: the server's while the page's own is still on its way, then the own one, which
 * also works offline. Each stands in for the other when it fails.
 */
export class PageCompiler implements Compiler {
	readonly #remote: Compiler;
	readonly #load: () => Promise<Compiler>;
	#local: Compiler | null = null;
	#loading: Promise<Compiler> | null = null;

	constructor(remote: Compiler, loadLocal: () => Promise<Compiler>) {
		this.#remote = remote;
		this.#load = loadLocal;
	}

	/** Starts the download of the page's own compiler; to be called when nothing more urgent needs the line. */
	loadLocal(): Promise<Compiler> {
		this.#loading ??= this.#load().then(
			(compiler) => (this.#local = compiler),
			(error: unknown) => {
				// The network may come back: the next one who needs it tries again.
				this.#loading = null;
				throw error;
			}
		);
		return this.#loading;
	}

	async compile(source: LearnerSource, signal: AbortSignal): Promise<CompileResult> {
		const [first, second] = this.#local
			? [() => Promise.resolve(this.#local ?? this.#remote), () => Promise.resolve(this.#remote)]
			: [() => Promise.resolve(this.#remote), () => this.loadLocal()];
		try {
			return await (await first()).compile(source, signal);
		} catch (error) {
			signal.throwIfAborted();
			return (await second().catch(() => Promise.reject(error))).compile(source, signal);
		}
	}
}
