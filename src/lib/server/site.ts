import { delimiter, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import harnesses from 'virtual:passerelle/harness-node';
import { compileLearner } from '../compile/compile-learner.ts';
import { openCatalog, type Catalog } from './catalog/catalog.ts';
import { engineConfig } from './engines-config.ts';
import { previewCatalog } from './preview-catalog.ts';
import { findDeno } from './verify/deno-binary.ts';
import { createDenoPool, poolSettings } from './verify/deno-pool.ts';
import type { Verification } from './verify/health.ts';
import { createVerifier, type Verifier } from './verify/verify.ts';

let opened: Promise<Catalog> | undefined;

/** The catalogue of this server: read once, from `exercises/` beside the project or from `EXERCISES`. */
export function getCatalog(): Promise<Catalog> {
	if (previewCatalog) return Promise.resolve(previewCatalog);
	opened ??= openCatalog({
		roots: (process.env.EXERCISES ?? 'exercises').split(delimiter).map((folder) => resolve(folder)),
		harnesses,
		cache: resolve('.cache/suites')
	}).then((catalog) => {
		for (const { file, line, message, fix } of catalog.problems()) {
			console.error(`${file}${line ? `:${line}` : ''}: ${message} ${fix}`);
		}
		return catalog;
	});
	opened.catch(() => (opened = undefined));
	return opened;
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
 * Readies what the first visitors need, in the order in which they need it: every exercise compiled, then processes for
 * their submissions. A broken exercise is named in the log.
 */
export async function warmSite(): Promise<void> {
	await (await getCatalog()).warm();
	await getVerification().pool?.warm();
}

let verifier: Promise<Verifier> | undefined;

/** Replays submissions; null where this server runs none. */
export async function getVerifier(): Promise<Verifier | null> {
	const { pool } = getVerification();
	if (!pool) return null;
	verifier ??= getCatalog().then((catalog) =>
		createVerifier({ pool, catalog, compiler: { compile: (source) => compileLearner(esbuild, source) } })
	);
	verifier.catch(() => (verifier = undefined));
	return verifier;
}
