import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plan } from '../lib/contract/plan.ts';
import type { EngineSession, RunOptions } from '../lib/engines/engine.ts';
import { kinds as siteKinds, type Kinds } from '../lib/kinds/kinds.ts';
import { findChromium } from '../lib/server/browser/find-chromium.ts';
import { createPageJudge } from '../lib/server/browser/page-judge.ts';
import { createArtifactStore } from '../lib/server/catalog/compile-exercise.ts';
import type { Collect } from '../lib/server/sandbox/collect.ts';
import { findDeno } from '../lib/server/sandbox/deno-binary.ts';
import { createDenoPool, poolSettings } from '../lib/server/sandbox/deno-pool.ts';
import { wallsPolicy } from '../lib/server/sandbox/walls-policy.ts';
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
	/** What pages are judged by: the path of a browser, or why there is none. */
	judge: string;
	/** Ids of exercises whose pages were judged without a browser so far. */
	provisional: ReadonlySet<string>;
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

/** Notes whose pages were judged without a browser; `run` says of each run who judged it. */
function noting(
	run: (
		plan: Plan,
		options: RunOptions,
		judged: (inBrowser: boolean) => void
	) => ReturnType<EngineSession['run']>
): Pick<Setup, 'session' | 'provisional'> {
	const provisional = new Set<string>();
	return {
		provisional,
		session: {
			run: (plan, options) =>
				run(plan, options, (inBrowser) => {
					if (plan.need === 'dom' && !inBrowser) provisional.add(plan.exercise.id);
				}),
			dispose() {}
		}
	};
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
		const noted = noting((plan, options, judged) => {
			judged(false);
			return session.run(plan, options);
		});
		const dispose = async () => session.dispose();
		return { harnesses, engine, judge: 'happy-dom', ...noted, collect, ...common, dispose };
	}
	const deno = findDeno();
	if (deno.path === null)
		throw new NotPossible(
			'The remote engine needs Deno, which is not installed. Run "npm ci" without leaving out optional packages, or use --engine native.'
		);
	const folder = join(CACHE, 'verify');
	const settings = { ...poolSettings(process.env), queue: 1000, perClient: 1000 };
	const chromium = findChromium();
	const { canary } = harnesses.deno;
	const policy = wallsPolicy(process.env);
	const probe = { deno: deno.path, folder, canary, policy };
	const pages = createPageJudge({ ...probe, chromium, pages: harnesses.browser });
	const pool = createDenoPool({ deno: deno.path, harnesses, folder, settings, pages });
	const { collect } = pool;
	return {
		harnesses,
		engine,
		judge: chromium.path ?? chromium.reason,
		...noting((plan, options, judged) =>
			pool.run(plan, { ...options, client: 'coach', reason: 'asked', judged })
		),
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
