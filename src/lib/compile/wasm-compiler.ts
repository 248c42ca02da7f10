import { compileLearner } from './compile-learner.ts';
import type { Compiler } from './compiler.ts';
import type { Esbuild } from './esbuild-port.ts';

/** The part of `esbuild-wasm` that starting it needs. */
export interface EsbuildWasm extends Esbuild {
	initialize(options: { wasmURL: string; worker: boolean }): Promise<void>;
}

/**
 * Starts esbuild-wasm (in its own worker) and compiles one small program, because the first build is by far the
 * slowest. Resolves when the next build will be fast.
 */
export async function startWasmCompiler(esbuild: EsbuildWasm, wasmURL: string): Promise<Compiler> {
	await esbuild.initialize({ wasmURL, worker: true });
	const warm = { 'main.js': 'export const a = 1;' };
	await compileLearner(esbuild, { files: warm, entry: 'main.js', mocked: [], need: 'worker', packages: [] });
	return { compile: (source) => compileLearner(esbuild, source) };
}
