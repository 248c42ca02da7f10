import type { EngineNeed } from './exercise.ts';

/**
 * Modules of Node that code may import, with or without "node:". Not those that start processes or threads, open
 * sockets, or look into the engine: what runs the code has none of them.
 */
const NODE_MODULES: readonly string[] = [
	'assert assert/strict buffer crypto events fs fs/promises http os path path/posix process querystring readline',
	'readline/promises stream stream/promises string_decoder timers timers/promises url util'
].flatMap((line) => line.split(' '));

/** Exports `input`, which the plan gives to the run, and `source(path)`: a file of the learner, as written. */
export const RUN_MODULE = 'passerelle/run';

/** What a suite may import besides its own files and the learner's. */
export const SUITE_PACKAGES: Readonly<Record<EngineNeed, readonly string[]>> = {
	worker: ['vitest', RUN_MODULE],
	dom: ['vitest', RUN_MODULE, '@testing-library/dom', '@testing-library/user-event', 'passerelle/page'],
	node: ['vitest', RUN_MODULE, 'passerelle/program']
};

/** "fs" and "node:fs" → "node:fs"; null for what is no module of Node that may be imported. */
export function nodeModule(specifier: string): string | null {
	const name = specifier.replace(/^node:/, '');
	return NODE_MODULES.includes(name) ? `node:${name}` : null;
}
