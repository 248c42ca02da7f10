import type { Pool } from '../sandbox/pool.ts';
import type { PoolMetrics } from '../sandbox/pool-metrics.ts';

/** What runs submissions on this server: a pool, or the code of the reason why there is none. */
export type Verification = { pool: Pool } | { pool: null; reason: string };

/** How a server is; an operator is told all of it. */
export interface Health {
	/** `degraded`: the site works, but the server runs no code. */
	status: 'ok' | 'degraded';
	verify: ({ available: true } & PoolMetrics) | { available: false; reason: string };
}

/** Cheap enough to be asked all the time. */
export function healthOf(verification: Verification): Health {
	if (!verification.pool)
		return { status: 'degraded', verify: { available: false, reason: verification.reason } };
	return { status: 'ok', verify: { available: true, ...verification.pool.metrics() } };
}
