import type { CompileHealth } from '../compile/compile-health.ts';
import type { CompilePool } from '../compile/compile-pool.ts';
import type { Pool } from '../sandbox/pool.ts';
import type { PoolMetrics } from '../sandbox/pool-metrics.ts';

/** What runs submissions on this server: a pool, or the code of the reason why there is none. */
export type Verification = { pool: Pool } | { pool: null; reason: string };

/** How a server is; an operator is told all of it. */
export interface Health {
	/** `degraded`: the site works, but the server runs no code, or cannot compile any now. */
	status: 'ok' | 'degraded';
	verify: ({ available: true } & PoolMetrics) | { available: false; reason: string };
	/** What compiles learners' files; null where nobody asked for it. */
	compile: CompileHealth | null;
}

/** Cheap enough to be asked all the time. */
export function healthOf(verification: Verification, compiler: Pick<CompilePool, 'health'> | null): Health {
	const compile = compiler?.health() ?? null;
	const compiles = compile === null || compile.status === 'ok' || compile.status === 'asleep';
	const { pool } = verification;
	return {
		status: pool && compiles ? 'ok' : 'degraded',
		verify: pool ? { available: true, ...pool.metrics() } : { available: false, reason: verification.reason },
		compile
	};
}
