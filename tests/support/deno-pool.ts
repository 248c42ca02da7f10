import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findDeno } from '../../src/lib/server/sandbox/deno-binary.ts';
import { createDenoPool, poolSettings } from '../../src/lib/server/sandbox/deno-pool.ts';
import type { Pool, PoolOptions } from '../../src/lib/server/sandbox/pool.ts';
import { probeWalls, type Walls } from '../../src/lib/server/sandbox/probe-walls.ts';
import { nodeHarnesses } from './make-plan.ts';

let walls: Promise<Walls> | undefined;

/** A pool of real processes, with a folder of its own. Throws where Deno is not installed. */
export async function openDenoPool(
	settings: Partial<Omit<PoolOptions, 'start'>> = {},
	folder?: string
): Promise<Pool> {
	const deno = findDeno();
	if (deno.path === null) throw new Error(`Deno is needed here: ${deno.reason}`);
	const own = folder ?? (await mkdtemp(join(tmpdir(), 'passerelle-verify-')));
	// The sandbox's own user looks in from outside.
	if (folder === undefined) await chmod(own, 0o755);
	return createDenoPool({
		deno: deno.path,
		harnesses: await nodeHarnesses(),
		folder: own,
		// Tried once for all pools of a test.
		raise: (at) => (walls ??= probeWalls(at)),
		settings: { ...poolSettings({}), ...settings }
	});
}
