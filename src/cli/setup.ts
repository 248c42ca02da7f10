import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineSession } from '../lib/engines/engine.ts';
import { kinds as siteKinds, type Kinds } from '../lib/kinds/kinds.ts';
import { createArtifactStore } from '../lib/server/catalog/compile-exercise.ts';
import type { Collect } from '../lib/server/sandbox/collect.ts';
import { findDeno } from '../lib/server/sandbox/deno-binary.ts';
import { createDenoPool, poolSettings } from '../lib/server/sandbox/deno-pool.ts';
import { collectTestNames, createNativeEngine, type Harnesses } from '../lib/server/threads/native-engine.ts';
import { cachedHarness } from '../build/harness-cache.ts';
import { buildHarnesses } from '../build/harness-kinds.ts';

/** The engines a coach can prove exercises with: threads of Node, or the server's sandbox. */
export const PROOF_ENGINES = ['native', 'remote'] as const;
export type ProofEngine = (typeof PROOF_ENGINES)[number];

/** This machine cannot do what was asked; the message says what to do. */
export class NotPossible extends Error {}

/** The project's own folder. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = join(PROJECT, '.cache');

/** The harnesses for Node. */
const openHarnesses = (): Promise<Harnesses> => buildHarnesses(cachedHarness);

/** What runs a coach's exercises, and where results are kept. */
export interface Setup {
	harnesses: Harnesses;
	engine: ProofEngine;
	session: EngineSession;
	/** Finds the names of a suite's tests, in the same engine. */
	collect: Collect;
	/** Folder of compiled suites, shared with the site. */
	suites: string;
	/** What exercises can be. */
	kinds: Kinds;
	/** Folder of results of earlier checks. */
	results: string;
	dispose(): Promise<void>;
}

/** Throws `NotPossible` where this machine has no such engine. */
export async function openSetup(
	engine: ProofEngine,
	signal: AbortSignal,
	kinds: Kinds = siteKinds
): Promise<Setup> {
	const harnesses = await openHarnesses();
	const common = { kinds, suites: join(CACHE, 'suites'), results: join(CACHE, 'checks') };
	if (engine === 'native') {
		const session = await createNativeEngine(harnesses, { codeFolder: join(CACHE, 'harnesses') }).boot(
			signal
		);
		const collect: Collect = (from) => collectTestNames(harnesses, from);
		return { harnesses, engine, session, collect, ...common, dispose: async () => session.dispose() };
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
		...common,
		dispose: async () => void (await pool.dispose())
	};
}

/** Compiled exercises of one root, as this setup compiles them. */
export const artifactStore = (
	{ suites, harnesses, collect, kinds }: Pick<Setup, 'suites' | 'harnesses' | 'collect' | 'kinds'>,
	root: string
) => createArtifactStore({ folder: suites, harnesses, root, collect, kinds });
