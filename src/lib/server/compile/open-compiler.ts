import { fileURLToPath } from 'node:url';
import type { Usage } from '../guard/usage.ts';
import { writeProgram } from '../write-program.ts';
import { createCompilePool, type CompilePool } from './compile-pool.ts';
import { startCompileProcess } from './compile-process.ts';

/**
 * A hard source holds a place for seconds, so one is for those who have sent such lately, however many they are; the other
 * is kept. The largest honest source takes 0.2 s.
 */
const PLACES = 2;
const KEPT = { places: 1, quickMs: 500 };
/** A process takes a quarter of a second to start, and more while others are busy: nobody waits for that. */
const SPARES = 1;
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
		kept: KEPT,
		spares: SPARES,
		queue: QUEUE,
		perClient: PER_CLIENT,
		...(usage ? { usage } : {})
	});
}
