import { join } from 'node:path';
import { oneLine } from '../coach-words/problem-words.ts';
import type { RunnableExercise } from '../contract/exercise.ts';
import type { Problem } from '../contract/problem.ts';
import { openCatalog, type Catalog } from './catalog/catalog.ts';
import { createLiveCatalog, type Reloaded } from './catalog/live-catalog.ts';
import { kinds as siteKinds, type Kinds } from '../kinds/kinds.ts';
import { createCollect } from './collect-policy.ts';
import type { CompilePool } from './compile/compile-pool.ts';
import { openCompiler } from './compile/open-compiler.ts';
import { engineConfig, type EnginesConfig } from './engines-config.ts';
import { createGuard, type Guard } from './guard/guard.ts';
import { createUsage } from './guard/usage.ts';
import { exerciseSettings, isOwnFolder } from './exercise-settings.ts';
import { onReloadSignal } from './reload-signal.ts';
import { collectTestNames, type Harnesses } from './threads/native-engine.ts';
import { openSandbox } from './open-sandbox.ts';
import { healthOf, type Health } from './verify/health.ts';
import { createVerifier, type Verifier } from './verify/verify.ts';

export interface ServerOptions {
	harnesses: Harnesses;
	/** Text of the program that compiles what strangers sent (see `openCompiler`). */
	compileProgram: string;
	/** Folder of what is remembered between two starts; it can be deleted at any time. */
	cache: string;
	/** Names the code that reads exercises, so that what it has read can be kept; null: every start reads all. */
	keepFor: string | null;
	/** What exercises can be. Default: those of the site. */
	kinds?: Kinds;
	/** Served in place of the folders: a coach's preview. */
	shown: Catalog | null;
	log: { warn(text: string): void; error(text: string): void };
}

/** Everything that a server holds while it runs. */
export interface OpenServer {
	/** What the operator decided about engines. */
	readonly engines: EnginesConfig;
	/** For what learners send. */
	readonly compiler: Pick<CompilePool, 'compile'>;
	/** What is remembered of those who ask. */
	readonly guard: Guard;
	/** `HEALTH_TOKEN`: who shows it is told everything about the server's health. Null: nobody is. */
	readonly healthToken: string | null;
	/**
	 * The exercises. They can be others at the next call: what belongs together, such as an exercise and its suite, is asked
	 * of one.
	 */
	catalog(): Promise<Catalog>;
	/** Reads the exercises again (see `LiveCatalog`), and says in the log what has changed. */
	reload(): Promise<Reloaded>;
	/** Whether a pass of this exercise can become `verified` here, now or later; false: never, however often somebody asks. */
	verifies(exercise: Pick<RunnableExercise, 'need' | 'allowPrototype'>): boolean;
	/** Replays submissions with the exercises as they are now; null where this server runs none. */
	verifier(): Promise<Verifier | null>;
	health(): Health;
	/**
	 * Readies what visitors need: processes for their submissions, and every exercise compiled. A broken exercise is named
	 * in the log. Nobody waits for it: an exercise that is asked for before its turn is compiled at once.
	 */
	warm(): Promise<void>;
	/** From now on `kill -HUP` reads the exercises again. */
	reloadOnSignal(): void;
	/** Ends every process, and lets go of the signal. */
	dispose(): Promise<void>;
}

/** Throws where a token could be guessed. */
function readHealthToken({
	HEALTH_TOKEN: token
}: Readonly<Record<string, string | undefined>>): string | null {
	if (!token) return null;
	if (token.length < 16) throw new Error('HEALTH_TOKEN is too short: it must have 16 characters or more');
	return token;
}

/**
 * Opens a server: reads its settings, and nothing else yet. Throws where a setting has a wrong value, with its name.
 */
export function openServer(
	env: Readonly<Record<string, string | undefined>>,
	{ harnesses, compileProgram, cache, keepFor, kinds = siteKinds, shown, log }: ServerOptions
): OpenServer {
	const engines = engineConfig(env);
	const { folders, trusted } = exerciseSettings(env);
	// A second at the compiler and a second in the sandbox are the same second of the machine.
	const usage = createUsage();
	const { pool, why, verification } = openSandbox({
		env,
		usage,
		harnesses,
		folder: join(cache, 'verify'),
		enabled: engines.remote.enabled,
		warn: log.warn
	});
	const compiler = openCompiler({ program: compileProgram, folder: join(cache, 'compile'), usage });
	const collect = createCollect({
		pool,
		why,
		inThreads: (from) => collectTestNames(harnesses, from),
		trusts: ({ root, imported }) => trusted || (!imported && isOwnFolder(root))
	});
	const live = createLiveCatalog(() =>
		openCatalog({
			roots: folders,
			harnesses,
			collect,
			kinds,
			cache: join(cache, 'suites'),
			...(keepFor === null ? {} : { keep: { folder: join(cache, 'exercises'), code: keepFor } })
		})
	);
	const verifiers = new WeakMap<Catalog, Verifier>();
	let said = false;
	let warming = new AbortController();
	let disposed = false;
	let forgetSignal = () => {};

	/** What an operator reads in the log: problems, and what is only worth knowing apart. */
	function report(problems: readonly Problem[]): void {
		for (const problem of problems) (problem.remark ? log.warn : log.error)(oneLine(problem, kinds));
	}

	async function catalog(): Promise<Catalog> {
		if (shown) return shown;
		const current = await live.current();
		if (!said) report(current.problems());
		said = true;
		return current;
	}

	/** Compiles what is not compiled yet; what an older catalogue still had to compile is left. */
	function warmCatalog(of: Catalog): Promise<void> {
		warming.abort();
		warming = new AbortController();
		return disposed ? Promise.resolve() : of.warm(warming.signal);
	}

	async function reload(): Promise<Reloaded> {
		const started = performance.now();
		const result = await live.reload();
		if (!result.ok) {
			log.error(`The exercises are served as they were: they cannot be read again.\n${result.reason}`);
			return result;
		}
		const { added, changed, removed } = result;
		report(result.catalog.problems());
		const ms = Math.round(performance.now() - started);
		const counts = `${changed.length} changed, ${added.length} new, ${removed.length} gone`;
		log.warn(`Exercises read again in ${ms} ms: ${counts}, ${result.catalog.ids().length} in all.`);
		void warmCatalog(result.catalog);
		return result;
	}

	return {
		engines,
		compiler,
		guard: createGuard(),
		healthToken: readHealthToken(env),
		catalog,
		reload,
		verifies({ need, allowPrototype }) {
			if (!verification.pool || allowPrototype) return false;
			const judgement = verification.pool.judgement();
			return need !== 'dom' || !judgement || judgement.verified || 'tried' in judgement;
		},
		async verifier() {
			if (!verification.pool) return null;
			const current = await catalog();
			const known = verifiers.get(current);
			if (known) return known;
			const made = createVerifier({ pool: verification.pool, catalog: current, compiler, kinds });
			verifiers.set(current, made);
			return made;
		},
		health: () => healthOf(verification, compiler),
		async warm() {
			try {
				await Promise.all([compiler.warm(), verification.pool?.warm()]);
			} finally {
				// Pages need it also where nothing of a stranger can run.
				await warmCatalog(await catalog());
			}
		},
		reloadOnSignal() {
			forgetSignal();
			forgetSignal = onReloadSignal(() => void reload());
		},
		async dispose() {
			disposed = true;
			warming.abort();
			forgetSignal();
			await Promise.all([compiler.dispose(), pool?.dispose()]);
		}
	};
}
