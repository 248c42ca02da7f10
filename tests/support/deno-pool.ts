import { createHash } from 'node:crypto';
import { chmod, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findDeno } from '../../src/lib/server/sandbox/deno-binary.ts';
import { createDenoPool, poolSettings } from '../../src/lib/server/sandbox/deno-pool.ts';
import type { Pool, PoolOptions } from '../../src/lib/server/sandbox/pool.ts';
import { probeWalls, type Walls } from '../../src/lib/server/sandbox/probe-walls.ts';
import { nodeHarnesses } from './make-plan.ts';

/**
 * What all pools of a test run share: their programs, and V8's code of the harnesses, which `globalSetup` records while
 * nothing else runs. Outside the project: the sandbox's own user looks in from outside.
 */
export const DENO_FOLDER = join(
	tmpdir(),
	`passerelle-tests-${createHash('sha256').update(process.cwd()).digest('hex').slice(0, 12)}`
);

let walls: Promise<Walls> | undefined;

/** A pool of real processes. `folder`: its own one. Throws where Deno is not installed. */
export async function openDenoPool(
	settings: Partial<Omit<PoolOptions, 'start'>> = {},
	folder = DENO_FOLDER
): Promise<Pool> {
	const deno = findDeno();
	if (deno.path === null) throw new Error(`Deno is needed here: ${deno.reason}`);
	await mkdir(folder, { recursive: true });
	if (folder === DENO_FOLDER) await chmod(folder, 0o755);
	return createDenoPool({
		deno: deno.path,
		harnesses: await nodeHarnesses(),
		folder,
		// Tried once for all pools of a test.
		raise: (at) => (walls ??= probeWalls(at)),
		settings: { ...poolSettings({}), ...settings }
	});
}
