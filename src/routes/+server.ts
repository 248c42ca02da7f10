import { endpoint } from '$lib/server/guard/endpoint.ts';
import type { RequestEvent } from './$types';

/** The first address that somebody types: on to their language. */
export const GET = endpoint<null, RequestEvent>(
	{ who: 'everybody', from: 'anywhere', rate: 'read', nothing: null },
	({ event }) => new Response(null, { status: 302, headers: { location: `/${event.locals.locale}` } })
);
