import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineSession } from '../lib/engines/engine.ts';
import { writeWhole } from '../lib/server/catalog/write-whole.ts';
import type { Collect } from '../lib/server/sandbox/collect.ts';
import { findDeno } from '../lib/server/sandbox/deno-binary.ts';
import { createDenoPool, poolSettings } from '../lib/server/sandbox/deno-pool.ts';
import { collectTestNames, createNativeEngine, type Harnesses } from '../lib/server/threads/native-engine.ts';
import { buildHarness, buildHarnesses } from '../../scripts/harness-plugin.ts';

/** The engines a coach can prove exercises with: threads of Node, or the server's sandbox. */
export const PROOF_ENGINES = ['native', 'remote'] as const;
export type ProofEngine = (typeof PROOF_ENGINES)[number];

/** This machine cannot do what was asked; the message says what to do. */
export class NotPossible extends Error {}

/** The project's own folder. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = join(PROJECT, '.cache');
/** What a harness is made of. */
const HARNESS_SOURCES = ['src/lib/engines', 'src/lib/contract', 'scripts', 'package-lock.json'];

/** When the newest file below was changed, and how many there are: another number after each change. */
async function stampOf(path: string): Promise<string> {
	const found = await stat(path);
	if (!found.isDirectory()) return `${found.mtimeMs}:${found.size}`;
	const parts = await Promise.all((await readdir(path)).sort().map((name) => stampOf(join(path, name))));
	return createHash('sha256').update(parts.join(' ')).digest('hex');
}

/** The harnesses for Node: bundling takes seconds, so they are kept until their sources change. */
export async function openHarnesses(): Promise<Harnesses> {
	const stamps = await Promise.all(HARNESS_SOURCES.map((source) => stampOf(join(PROJECT, source))));
	const hash = createHash('sha256').update(stamps.join(' ')).digest('hex').slice(0, 16);
	const file = join(CACHE, 'harnesses', `${hash}.json`);
	try {
		return JSON.parse(await readFile(file, 'utf8')) as Harnesses;
	} catch {
		// Not there, or cut off while it was written: made again.
	}
	const harnesses = await buildHarnesses((kind) => buildHarness(kind, true));
	await writeWhole(file, JSON.stringify(harnesses));
	return harnesses;
}

/** What runs a coach's exercises, and where results are kept. */
export interface Setup {
	harnesses: Harnesses;
	engine: ProofEngine;
	session: EngineSession;
	/** Finds the names of a suite's tests, in the same engine. */
	collect: Collect;
	/** Folder of compiled suites, shared with the site. */
	suites: string;
	/** Folder of results of earlier checks. */
	results: string;
	dispose(): Promise<void>;
}

/** Throws `NotPossible` where this machine has no such engine. */
export async function openSetup(engine: ProofEngine, signal: AbortSignal): Promise<Setup> {
	const harnesses = await openHarnesses();
	const folders = { suites: join(CACHE, 'suites'), results: join(CACHE, 'checks') };
	if (engine === 'native') {
		const session = await createNativeEngine(harnesses, { codeFolder: join(CACHE, 'harnesses') }).boot(
			signal
		);
		const collect: Collect = (from) => collectTestNames(harnesses, from);
		return { harnesses, engine, session, collect, ...folders, dispose: async () => session.dispose() };
	}
	const deno = findDeno();
	if (deno.path === null)
		throw new NotPossible(
			'The remote engine needs Deno, which is not installed. Run "npm ci" without leaving out optional packages, or use --engine native.'
		);
	const folder = join(CACHE, 'verify');
	const settings = { ...poolSettings(process.env), queue: 1000, perClient: 1000 };
	const pool = createDenoPool({ deno: deno.path, harnesses, folder, settings });
	const session: EngineSession = {
		run: (plan, options) => pool.run(plan, { ...options, client: 'coach', reason: 'asked' }),
		dispose() {}
	};
	const { collect } = pool;
	return {
		harnesses,
		engine,
		session,
		collect,
		...folders,
		dispose: async () => void (await pool.dispose())
	};
}
