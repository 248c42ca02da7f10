import type { World } from '../world.ts';
import { builtinFor } from './builtins.ts';
import { createHttp } from './http.ts';
import { lockBuiltins } from './lock-builtins.ts';
import type { MemoryFiles } from './memory-files.ts';
import { createMemoryFiles } from './memory-fs.ts';
import { createNetwork } from './network.ts';
import { createNodeWorld } from './node-world.ts';

/** Where the exercise's files are: what `process.cwd()` says. */
const ROOT = '/project';

/** Node in memory: files, programs and servers of one run, for sandboxes that have no permission at all. */
export function createMemoryWorld(memory: MemoryFiles): World {
	return createNodeWorld(ROOT, ({ programs, crash }) => {
		const files = createMemoryFiles(memory, programs, ROOT);
		const http = createHttp({ network: createNetwork(), programs, crash });
		return {
			files,
			fetch: http.fetch,
			module: (name, owner) => (name === 'http' ? http.module() : builtinFor(name, owner)),
			...lockBuiltins(() => [...files.shared, ...http.shared])
		};
	});
}
