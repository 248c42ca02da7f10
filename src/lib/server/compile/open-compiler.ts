import { fileURLToPath } from 'node:url';
import type { Usage } from '../guard/usage.ts';
import { writeProgram } from '../write-program.ts';
import { createCompilePool, type CompilePool } from './compile-pool.ts';
import { startCompileProcess } from './compile-process.ts';

/** One client's hard source holds a place for seconds; the other stays for everybody else. */
const PLACES = 2;
/** A class of 20 behind one address, each of whom presses twice. */
const QUEUE = 200;
const PER_CLIENT = 40;

/**
 * The compiler for what strangers sent. Its processes start with the first source, or with `warm`.
 * @param program the text of the bundled `process-entry.ts` (`virtual:passerelle/compile-process`)
 * @param folder of its own
 */
export function openCompiler({
	program,
	folder,
	usage
}: {
	program: string;
	folder: string;
	usage?: Usage;
}): CompilePool {
	let file: string | undefined;
	const installedBeside = fileURLToPath(import.meta.url);
	return createCompilePool({
		start: () =>
			startCompileProcess({
				program: (file ??= writeProgram(folder, 'compile.mjs', program)),
				installedBeside
			}),
		places: PLACES,
		queue: QUEUE,
		perClient: PER_CLIENT,
		...(usage ? { usage } : {})
	});
}
