import { closeSync, openSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import harnesses from 'virtual:passerelle/harness-node';
import { compileLearner } from '../compile/compile-learner.ts';
import type { Compiler } from '../compile/compiler.ts';
import type { Problem } from '../contract/problem.ts';
import { inWords, openCatalog, type Catalog } from './catalog/catalog.ts';
import { createLiveCatalog, type Reloaded } from './catalog/live-catalog.ts';
import { engineConfig } from './engines-config.ts';
import { previewCatalog } from './preview-catalog.ts';
import { CollectError, type Collect } from './sandbox/collect.ts';
import { findDeno } from './sandbox/deno-binary.ts';
import { createDenoPool, poolSettings } from './sandbox/deno-pool.ts';
import type { Verification } from './verify/health.ts';
import { collectTestNames } from './threads/native-engine.ts';
import { createVerifier, type Verifier } from './verify/verify.ts';

/** Folders of exercises: `EXERCISES`, or `exercises/` beside the project. */
export const exerciseFolders = (): string[] =>
	(process.env.EXERCISES || 'exercises')
		.split(delimiter)
		.filter((folder) => folder !== '')
		.map((folder) => resolve(folder));

/** What an operator reads in the log: problems, and what is only worth knowing apart. */
function report(problems: readonly Problem[]): void {
	for (const problem of problems) (problem.remark ? console.warn : console.error)(inWords(problem));
}

/** Suites that a coach wrote are looked at where learners' code runs; in threads where there is no such place. */
const collect: Collect = async (from) => {
	const { pool } = getVerification();
	if (!pool) return collectTestNames(harnesses, from);
	return pool.collect(from).catch((error: unknown) => {
		if (error instanceof CollectError) throw error;
		console.warn(`Tests are looked for without the sandbox: ${String(error)}`);
		return collectTestNames(harnesses, from);
	});
};

const live = createLiveCatalog(() =>
	openCatalog({
		roots: exerciseFolders(),
		harnesses,
		collect,
		cache: resolve('.cache/suites'),
		// In development the code that reads changes under the server, and nothing would name it.
		...(import.meta.env.PROD ? { keep: { folder: resolve('.cache/exercises'), code: import.meta.url } } : {})
	})
);
let said: Promise<void> | undefined;

/**
 * The catalogue of this server. It can be another one at the next call: what belongs together, such as an exercise and
 * its suite, is asked of one.
 */
export async function getCatalog(): Promise<Catalog> {
	if (previewCatalog) return previewCatalog;
	const catalog = await live.current();
	said ??= Promise.resolve(report(catalog.problems()));
	return catalog;
}

let warming = new AbortController();

/** Compiles what is not compiled yet, in the background; what an older catalogue still had to compile is left. */
function warmCatalog(catalog: Catalog): Promise<void> {
	warming.abort();
	warming = new AbortController();
	return catalog.warm(warming.signal);
}

/** Reads the exercises again (see `LiveCatalog`), and says in the log what has changed. */
export async function reloadCatalog(): Promise<Reloaded> {
	const started = performance.now();
	const result = await live.reload();
	if (!result.ok) {
		console.error(`The exercises are served as they were: they cannot be read again.\n${result.reason}`);
		return result;
	}
	const { catalog, added, changed, removed } = result;
	report(catalog.problems());
	const ms = Math.round(performance.now() - started);
	const counts = `${changed.length} changed, ${added.length} new, ${removed.length} gone`;
	console.warn(`Exercises read again in ${ms} ms: ${counts}, ${catalog.ids().length} in all.`);
	void warmCatalog(catalog);
	return result;
}

/** True where the terminal that the server was started from is closed: then the signal means its end. */
function terminalIsGone(): boolean {
	if (!process.stdin.isTTY) return false;
	try {
		closeSync(openSync('/dev/tty', 'r'));
		return false;
	} catch {
		return true;
	}
}

/** `kill -HUP`: the exercises are read again. Windows has no such signal: there the server is started again. */
export function reloadOnSignal(): void {
	if (process.platform === 'win32') return;
	process.on('SIGHUP', () => {
		if (terminalIsGone()) process.kill(process.pid, 'SIGTERM');
		else void reloadCatalog();
	});
}

const WHY_OFF = {
	'deno-not-installed':
		'Deno is not installed. Run "npm install" without leaving out optional packages, or set DENO_BIN',
	'deno-bin-wrong': 'DENO_BIN does not name a program that can be run'
} as const;

let verification: Verification | undefined;

/**
 * What runs submissions on this server; looked for once, and said in the log where there is nothing. Its processes are
 * started by `warmSite` or when somebody first needs them, and end with the server.
 */
export function getVerification(): Verification {
	if (verification) return verification;
	if (!engineConfig().remote.enabled) return (verification = { pool: null, reason: 'switched-off' });
	const deno = findDeno();
	if (deno.path === null) {
		console.warn(
			`The server runs no code of learners: ${WHY_OFF[deno.reason]}. Pages still run code themselves.`
		);
		return (verification = { pool: null, reason: deno.reason });
	}
	const folder = resolve('.cache/verify');
	const settings = poolSettings(process.env);
	const pool = createDenoPool({ deno: deno.path, harnesses, folder, settings });
	process.once('exit', () => void pool.dispose());
	return (verification = { pool });
}

/**
 * Readies what visitors need: processes for their submissions, and every exercise compiled. A broken exercise is named
 * in the log. Nobody waits for it: an exercise that is asked for before its turn is compiled at once.
 */
export async function warmSite(): Promise<void> {
	await getVerification().pool?.warm();
	await warmCatalog(await getCatalog());
}

const verifiers = new WeakMap<Catalog, Verifier>();

/** Replays submissions, each with the catalogue as it is now; null where this server runs none. */
export async function getVerifier(): Promise<Verifier | null> {
	const { pool } = getVerification();
	if (!pool) return null;
	const catalog = await getCatalog();
	let verifier = verifiers.get(catalog);
	if (!verifier) {
		const compiler: Compiler = { compile: (source) => compileLearner(esbuild, source) };
		verifiers.set(catalog, (verifier = createVerifier({ pool, catalog, compiler })));
	}
	return verifier;
}
