import type { World } from '../world.ts';
import { builtinFor } from './builtins.ts';
import { lockBuiltins } from './lock-builtins.ts';
import { createNodeWorld } from './node-world.ts';
import { createRealFiles } from './real-fs.ts';
import { createRealHttp } from './real-http.ts';

/** Turns without anything pending: real files and connections do work that nobody can count. */
const QUIET_TURNS = 20;

/** A machine of the learner's own. */
export interface RealPlace {
	/** The working directory, where the exercise is. */
	cwd: string;
	/** Installed packages: name → exports. */
	packages: Readonly<Record<string, object>>;
}

/**
 * Real Node, for a container of the learner's own: real files below `cwd`, and real connections; programs, what they print
 * and how they end as in memory.
 */
export function createRealWorld({ cwd, packages }: RealPlace): World {
	return createNodeWorld(cwd, ({ programs, crash }) => {
		const http = createRealHttp(programs, crash);
		return {
			files: createRealFiles(programs, cwd),
			fetch: http.fetch,
			module: (name, owner) => (name === 'http' ? http.module() : builtinFor(name, owner)),
			// Marked, so that their default export is one for the learner's import.
			packages: Object.fromEntries(
				Object.entries(packages).map(([name, all]) => [name, { ...all, __esModule: true }])
			),
			quietTurns: QUIET_TURNS,
			...lockBuiltins(() => [])
		};
	});
}
