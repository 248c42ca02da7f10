import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stampOfSources } from '../../src/build/harness-cache.ts';
import { writeWhole } from '../../src/lib/server/catalog/write-whole.ts';

/** Where what the test files share is kept; `globalSetup` empties it of what older sources made. */
export const REMEMBERED = fileURLToPath(new URL('../../.cache/tests', import.meta.url));

/** What compiles, bundles and collects: a change there makes everything anew. */
const SOURCES = ['src/lib', 'src/build', 'scripts', 'tests/support', 'tests/engines', 'package-lock.json'];

let stamp: Promise<string> | undefined;
/** Another text after each change of the sources. */
export const sourcesStamp = (): Promise<string> => (stamp ??= stampOfSources(SOURCES));

const known = new Map<string, Promise<unknown>>();

async function findOrMake<T>(key: string, make: () => Promise<T>): Promise<T> {
	const file = join(REMEMBERED, await sourcesStamp(), `${key}.json`);
	const kept = await readFile(file, 'utf8').catch(() => null);
	if (kept !== null) return JSON.parse(kept) as T;
	const made = await make();
	await writeWhole(file, JSON.stringify(made));
	return made;
}

/**
 * What `make` gives for `what`, made once for all test files of a run: both are JSON. What it throws is not kept.
 * Compiling a suite and collecting its tests' names takes half a second, and ten engines run the same fixtures.
 */
export function remembered<T>(what: unknown, make: () => Promise<T>): Promise<T> {
	const key = createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 24);
	const made = known.get(key) ?? findOrMake(key, make);
	known.set(key, made);
	return made as Promise<T>;
}
