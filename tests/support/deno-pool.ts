import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findDeno } from '../../src/lib/server/sandbox/deno-binary.ts';
import { createDenoPool, poolSettings } from '../../src/lib/server/sandbox/deno-pool.ts';
import type { Pool, PoolOptions } from '../../src/lib/server/sandbox/pool.ts';
import { nodeHarnesses } from './make-plan.ts';

/** A pool of real processes, with a folder of its own. Throws where Deno is not installed. */
export async function openDenoPool(
	settings: Partial<Omit<PoolOptions, 'start'>> = {},
	folder?: string
): Promise<Pool> {
	const deno = findDeno();
	if (deno.path === null) throw new Error(`Deno is needed here: ${deno.reason}`);
	return createDenoPool({
		deno: deno.path,
		harnesses: await nodeHarnesses(),
		folder: folder ?? (await mkdtemp(join(tmpdir(), 'passerelle-verify-'))),
		settings: { ...poolSettings({}), ...settings }
	});
}
