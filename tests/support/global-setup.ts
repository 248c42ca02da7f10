import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedHarness } from '../../src/build/harness-cache.ts';
import { HARNESS_KINDS } from '../../src/build/harness-kinds.ts';
import { REMEMBERED, sourcesStamp } from './remembered.ts';

/** Before the first test file: bundles every harness that is not there yet, so that no file does it again. */
export async function setup(): Promise<void> {
	const current = await sourcesStamp();
	for (const stamp of await readdir(REMEMBERED).catch(() => [])) {
		if (stamp !== current) await rm(join(REMEMBERED, stamp), { recursive: true, force: true });
	}
	await Promise.all(HARNESS_KINDS.map(cachedHarness));
}
