import type { Usage } from './guard/usage.ts';
import { findChromium } from './browser/find-chromium.ts';
import { describeJudgement } from './browser/describe-judgement.ts';
import { createPageJudge } from './browser/page-judge.ts';
import { findDeno } from './sandbox/deno-binary.ts';
import { createDenoPool, poolSettings } from './sandbox/deno-pool.ts';
import type { Pool } from './sandbox/pool.ts';
import { describeWalls, wallsPolicy } from './sandbox/walls-policy.ts';
import type { Harnesses } from './threads/native-engine.ts';
import type { Verification } from './verify/health.ts';

const WHY_OFF = {
	'deno-not-installed':
		'Deno is not installed. Run "npm install" without leaving out optional packages, or set DENO_BIN',
	'deno-bin-wrong': 'DENO_BIN does not name a program that can be run'
} as const;

/** Where strangers' code runs on this server. */
export interface SandboxPlace {
	/** For suites that somebody else wrote; null where there is no sandbox. */
	pool: Pool | null;
	/** Why there is none, in words of an operator. */
	why: string;
	/** For learners' submissions: the same pool, unless the operator switched that off. */
	verification: Verification;
}

/**
 * Looks for Deno, and says in the log where it is missing. Processes are started by `pool.warm()`, or when somebody first
 * needs one.
 */
export function openSandbox(options: {
	env: Readonly<Record<string, string | undefined>>;
	harnesses: Harnesses;
	/** What clients have used of this machine. */
	usage: Usage;
	/** Of the sandbox: its programs, and Deno's caches. */
	folder: string;
	/** Whether learners' code may run on this server. */
	enabled: boolean;
	warn: (text: string) => void;
}): SandboxPlace {
	const { env, harnesses, folder, enabled, usage, warn } = options;
	const deno = findDeno(env);
	if (deno.path === null) {
		const why = WHY_OFF[deno.reason];
		const reason = enabled ? deno.reason : 'switched-off';
		if (enabled) warn(`The server runs no code of learners: ${why}. Pages still run code themselves.`);
		return { pool: null, why: why.split('.', 1)[0] ?? why, verification: { pool: null, reason } };
	}
	const settings = { ...poolSettings(env), usage };
	const policy = wallsPolicy(env);
	const pages = createPageJudge({
		chromium: findChromium(env),
		pages: harnesses.browser,
		deno: deno.path,
		canary: harnesses.deno.canary,
		folder,
		policy,
		onJudgement: (judgement, walls) => warn(describeJudgement(judgement, walls))
	});
	const pool = createDenoPool({
		deno: deno.path,
		harnesses,
		folder,
		policy,
		// Without learners there is nothing to verify.
		...(enabled && { pages }),
		onWalls: (walls) => warn(describeWalls(walls)),
		// Without learners nobody waits for a process: suites are looked at once, and remembered.
		settings: enabled ? settings : { ...settings, warm: { worker: 0, dom: 0, node: 0 } }
	});
	return {
		pool,
		why: '',
		verification: enabled ? { pool } : { pool: null, reason: 'switched-off' }
	};
}
