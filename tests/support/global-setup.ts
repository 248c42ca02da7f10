import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedHarness } from '../../src/build/harness-cache.ts';
import { HARNESS_KINDS } from '../../src/build/harness-kinds.ts';
import { findDeno } from '../../src/lib/server/sandbox/deno-binary.ts';
import { DENO_FOLDER, openDenoPool } from './deno-pool.ts';
import { nodeHarnesses } from './make-plan.ts';
import { REMEMBERED, sourcesStamp } from './remembered.ts';

/**
 * V8's code of the harnesses for processes of Deno: recording lets everybody else go first, and tests never pause. It is made
 * of the harnesses and their programs only: a change elsewhere keeps it.
 */
async function recordCode(): Promise<void> {
	if (findDeno().path === null) return;
	const current = createHash('sha256')
		.update(JSON.stringify(await nodeHarnesses()))
		.digest('hex');
	const stamp = join(DENO_FOLDER, 'stamp');
	if ((await readFile(stamp, 'utf8').catch(() => '')) === current) return;
	await rm(DENO_FOLDER, { recursive: true, force: true });
	const pool = await openDenoPool();
	await pool.warm();
	await pool.dispose();
	await writeFile(stamp, current);
}

/** Before the first test file: bundles every harness that is not there yet, so that no file does it again. */
export async function setup(): Promise<void> {
	const current = await sourcesStamp();
	for (const stamp of await readdir(REMEMBERED).catch(() => [])) {
		if (stamp !== current) await rm(join(REMEMBERED, stamp), { recursive: true, force: true });
	}
	await Promise.all(HARNESS_KINDS.map(cachedHarness));
	await recordCode();
}
