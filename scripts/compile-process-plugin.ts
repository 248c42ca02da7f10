import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import type { Plugin } from 'vite';

const ENTRY = fileURLToPath(new URL('../src/lib/server/compile/process-entry.ts', import.meta.url));
const ID = 'virtual:passerelle/compile-process';

/** The program of a process that compiles, as text. */
export async function buildCompileProcess(): Promise<string> {
	const result = await esbuild.build({
		entryPoints: [ENTRY],
		bundle: true,
		write: false,
		format: 'esm',
		platform: 'node',
		target: 'node20'
	});
	return result.outputFiles[0]!.text;
}

/** `virtual:passerelle/compile-process`: that text, for the server only. */
export function compileProcessPlugin(): Plugin {
	return {
		name: 'passerelle-compile-process',
		resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
		load: async (id) =>
			id === `\0${ID}` ? `export default ${JSON.stringify(await buildCompileProcess())};` : undefined
	};
}
