import * as esbuild from 'esbuild-wasm/esm/browser.min.js';
import wasmUrl from 'esbuild-wasm/esbuild.wasm?url';
import type { Compiler } from '../../compile/compiler.ts';
import { startWasmCompiler } from '../../compile/wasm-compiler.ts';
import { onCompilerCrash } from './compiler-crash.ts';

/** Starts the page's own compiler; a chunk of its own, because it weighs more than all the rest. */
export const startCompiler = (): Promise<Compiler> =>
	startWasmCompiler({ ...esbuild, onCrash: onCompilerCrash }, wasmUrl);
