import { compileLearner, tooHardToCompile } from './compile-learner.ts';
import type { Compiler, CompileResult, LearnerSource } from './compiler.ts';
import type { Esbuild } from './esbuild-port.ts';

/** The part of `esbuild-wasm` that starting and ending it needs. */
export interface EsbuildWasm extends Esbuild {
	initialize(options: { wasmURL: string; worker: boolean }): Promise<void>;
	/** Ends the worker. What it was asked is never answered. */
	stop(): Promise<void>;
}

/**
 * Milliseconds that a source may take, or may leave without an answer: deep code can also be the end of esbuild, which
 * nobody is told of. The largest honest source takes a second on an old laptop.
 */
const LIMIT_MS = 10_000;

interface Service {
	/** Rejects where esbuild cannot be started, for example because the network is gone. */
	ready: Promise<void>;
	/** Settles when it has been stopped. */
	stopped: Promise<void>;
	stop(): void;
}

function startService(esbuild: EsbuildWasm, wasmURL: string): Service {
	let onStop = () => {};
	const stopped = new Promise<void>((resolve) => (onStop = resolve));
	return {
		ready: esbuild.initialize({ wasmURL, worker: true }),
		stopped,
		stop() {
			void esbuild.stop();
			onStop();
		}
	};
}

/**
 * Starts esbuild-wasm (in its own worker) and compiles one small program, because the first build is by far the
 * slowest. Resolves when the next build will be fast. A source that takes it longer than `limitMs` is too hard: then
 * esbuild is ended and started again.
 */
export async function startWasmCompiler(
	esbuild: EsbuildWasm,
	wasmURL: string,
	limitMs = LIMIT_MS
): Promise<Compiler> {
	let current = startService(esbuild, wasmURL);
	const restart = () => {
		current.stop();
		current = startService(esbuild, wasmURL);
		// Whoever compiles next is told.
		current.ready.catch(() => {});
	};

	async function compileIn(
		service: Service,
		source: LearnerSource
	): Promise<CompileResult | 'late' | 'stopped'> {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), limitMs)));
		const stopped = service.stopped.then(() => 'stopped' as const);
		return Promise.race([compileLearner(esbuild, source), late, stopped]).finally(() => clearTimeout(timer));
	}

	async function compile(source: LearnerSource): Promise<CompileResult> {
		for (;;) {
			const service = current;
			try {
				await service.ready;
			} catch (error) {
				if (service === current) restart();
				throw error;
			}
			const result = await compileIn(service, source);
			// Another source was the end of it: this one has a new chance.
			if (result === 'stopped') continue;
			if (result !== 'late') return result;
			restart();
			return tooHardToCompile();
		}
	}

	await current.ready;
	const warm = { 'main.js': 'export const a = 1;' };
	await compileLearner(esbuild, { files: warm, entry: 'main.js', mocked: [], need: 'worker', packages: [] });
	return { compile };
}
