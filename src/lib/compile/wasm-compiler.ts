import { compileLearner, tooHardToCompile } from './compile-learner.ts';
import type { Compiler, CompileResult, LearnerSource } from './compiler.ts';
import type { Esbuild } from './esbuild-port.ts';

/** The part of `esbuild-wasm` that starting and ending it needs. */
export interface EsbuildWasm extends Esbuild {
	initialize(options: { wasmURL: string; worker: boolean }): Promise<void>;
	/** Ends the worker. What it was asked is never answered. */
	stop(): Promise<void>;
	/** Calls back whenever the worker has failed, its stack being full, say: what it was asked is never answered. */
	onCrash(listener: () => void): void;
}

/** Milliseconds that a source may take. The largest honest source takes a second on an old laptop. */
const LIMIT_MS = 10_000;

/** Why a source gets no answer: it was too hard, or another one was the end of the compiler. */
type NoAnswer = 'too-hard' | 'stopped';

interface Service {
	/** Settles when the next build will be fast. Rejects where esbuild cannot be started: the network is gone, say. */
	ready: Promise<void>;
	isReady: boolean;
	/** For each source that is being compiled, the oldest first: ends it without an answer. */
	waiting: Set<(why: NoAnswer) => void>;
}

const WARM: LearnerSource = {
	files: { 'main.js': 'export const a = 1;' },
	entry: 'main.js',
	mocked: [],
	need: 'worker',
	packages: []
};

/** Compiles one small program too, because the first build is by far the slowest. */
function startService(esbuild: EsbuildWasm, wasmURL: string): Service {
	const service: Service = {
		ready: esbuild
			.initialize({ wasmURL, worker: true })
			.then(() => compileLearner(esbuild, WARM))
			.then(() => void (service.isReady = true)),
		isReady: false,
		waiting: new Set()
	};
	return service;
}

/**
 * Starts esbuild-wasm in its own worker. Resolves when the next build will be fast. A source that takes it longer than
 * `limitMs`, or that is the end of it, is too hard: then esbuild is ended and started again.
 */
export async function startWasmCompiler(
	esbuild: EsbuildWasm,
	wasmURL: string,
	limitMs = LIMIT_MS
): Promise<Compiler> {
	let current = startService(esbuild, wasmURL);
	const restart = () => {
		void esbuild.stop();
		for (const end of current.waiting) end('stopped');
		current = startService(esbuild, wasmURL);
		// Whoever compiles next is told.
		current.ready.catch(() => {});
	};
	esbuild.onCrash(() => {
		// What a worker says that has been ended already is not about the one that starts.
		if (!current.isReady) return;
		// One text at a time is compiled; where a second has come meanwhile, it is the first that did it.
		const [oldest] = current.waiting;
		if (oldest) oldest('too-hard');
		else restart();
	});

	async function compileIn(service: Service, source: LearnerSource): Promise<CompileResult | NoAnswer> {
		let end: (why: NoAnswer) => void = () => {};
		const unanswered = new Promise<NoAnswer>((resolve) => (end = resolve));
		const timer = setTimeout(() => end('too-hard'), limitMs);
		service.waiting.add(end);
		return Promise.race([compileLearner(esbuild, source), unanswered]).finally(() => {
			clearTimeout(timer);
			service.waiting.delete(end);
		});
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
			if (result === 'stopped') continue;
			if (result !== 'too-hard') return result;
			if (service === current) restart();
			return tooHardToCompile();
		}
	}

	await current.ready;
	return { compile };
}
