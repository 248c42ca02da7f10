import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeWhole } from '../lib/server/catalog/write-whole.ts';
import { buildHarness, type HarnessKind } from './harness-kinds.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = join(PROJECT, '.cache/harnesses');
/** What a harness is made of. */
const SOURCES = ['src/lib/engines', 'src/lib/contract', 'src/build', 'package-lock.json'];

/** When the newest file below was changed, and how many there are: another text after each change. */
async function stampOf(path: string): Promise<string> {
	const found = await stat(path);
	if (!found.isDirectory()) return `${found.mtimeMs}:${found.size}`;
	const parts = await Promise.all((await readdir(path)).sort().map((name) => stampOf(join(path, name))));
	return createHash('sha256').update(parts.join(' ')).digest('hex');
}

/** A short hash of what some files and folders of the project hold: another one after each change. */
export async function stampOfSources(sources: readonly string[]): Promise<string> {
	const stamps = await Promise.all(sources.map((source) => stampOf(join(PROJECT, source))));
	return createHash('sha256').update(stamps.join(' ')).digest('hex').slice(0, 16);
}

let stamp: Promise<string> | undefined;
const texts = new Map<HarnessKind, Promise<string>>();

async function findOrBuild(kind: HarnessKind): Promise<string> {
	const file = join(FOLDER, `${kind}.${await (stamp ??= stampOfSources(SOURCES))}.js`);
	try {
		return await readFile(file, 'utf8');
	} catch {
		// Not there: made now. It is renamed into place, so that nobody reads half of it.
	}
	const text = await buildHarness(kind, true);
	await writeWhole(file, text);
	return text;
}

/** The harness of a kind, minified as in a build. Bundling takes seconds, so it is kept on disk until its sources change. */
export function cachedHarness(kind: HarnessKind): Promise<string> {
	const text = texts.get(kind) ?? findOrBuild(kind);
	texts.set(kind, text);
	return text;
}
