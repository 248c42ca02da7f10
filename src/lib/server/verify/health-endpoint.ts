import { createHash, timingSafeEqual } from 'node:crypto';
import { endpoint, type EndpointEvent } from '../guard/endpoint.ts';
import type { Guard } from '../guard/guard.ts';
import type { Health } from './health.ts';

export interface HealthServer {
	guard: Guard;
	/** What an operator shows to be told everything; null where nobody is. */
	readonly healthToken: string | null;
	health(): Health;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether a request shows the operator's token. Takes as long whether or not it does. */
function isOperator(request: Request, token: string | null): boolean {
	if (token === null) return false;
	const shown = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
	return timingSafeEqual(digest(shown), digest(token));
}

/**
 * `GET /api/health`: whether the server is well, runs code of learners, and verifies pages. Only an operator is told more: how long the
 * queue is would tell an attacker how well it goes.
 */
export const healthEndpoint = endpoint<null, EndpointEvent<HealthServer>>(
	{ who: 'everybody', from: 'anywhere', rate: 'read', nothing: null },
	({ event }) => {
		const health = event.locals.server.health();
		if (isOperator(event.request, event.locals.server.healthToken)) return Response.json(health);
		const { status, verify } = health;
		// Not whether somebody has looked yet: only what is known to be missing.
		const pages = verify.available && (verify.pages?.verified ?? true);
		return Response.json({ status, verify: { available: verify.available, pages } });
	}
);
