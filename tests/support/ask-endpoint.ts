import type { EndpointEvent } from '../../src/lib/server/guard/endpoint.ts';
import { createGuard, type Guard } from '../../src/lib/server/guard/guard.ts';

/** A guard that lets everybody in. */
export const openGuard: Guard = { ...createGuard(), wait: () => 0 };

/** An event of SvelteKit as far as endpoints look at it. `more` is what one endpoint needs besides. */
export const endpointEvent = <Server extends { guard: Guard }, More extends object>(
	request: Request,
	server: Server,
	more: More,
	address = '192.0.2.1'
): EndpointEvent<Server> & More => ({
	request,
	url: new URL(request.url),
	params: {},
	cookies: { get: () => undefined },
	getClientAddress: () => address,
	locals: { server },
	...more
});
