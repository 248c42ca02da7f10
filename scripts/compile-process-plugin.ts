import type { Plugin } from 'vite';
import { buildCompileProcess } from '../src/build/programs.ts';

const ID = 'virtual:passerelle/compile-process';

/** `virtual:passerelle/compile-process`: the program of a process that compiles, as text, for the server only. */
export function compileProcessPlugin(): Plugin {
	return {
		name: 'passerelle-compile-process',
		resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
		load: async (id) =>
			id === `\0${ID}` ? `export default ${JSON.stringify(await buildCompileProcess())};` : undefined
	};
}
