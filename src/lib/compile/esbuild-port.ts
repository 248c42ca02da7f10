import type { BuildOptions, BuildResult } from 'esbuild';

/** The part of esbuild that compiling needs: `esbuild` on the server and `esbuild-wasm` in the page both have it. */
export interface Esbuild {
	build(options: BuildOptions & { write: false }): Promise<BuildResult<{ write: false }>>;
}

/** `esbuild.transform`, as far as it is used: one file's types are removed. */
export type Transform = (
	code: string,
	options: { loader: 'ts' | 'js'; target: string; sourcefile?: string }
) => Promise<{ code: string }>;

/** Of every script: old laptops run browsers of the last years. */
export const TARGET = 'es2022';
