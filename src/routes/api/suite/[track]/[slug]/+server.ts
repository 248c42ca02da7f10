import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { LOCALES } from '$lib/contract/locale';
import { endpoint } from '$lib/server/guard/endpoint';
import { Refused } from '$lib/server/guard/refusal';
import type { RequestEvent } from './$types';

const which = z.object({ kind: z.enum(['hidden', 'examples']), lang: z.enum(LOCALES), hash: z.string() });

/** A compiled suite, for a run that is about to start. Never linked, never preloaded, never kept by shared caches. */
export const GET = endpoint<z.infer<typeof which>, RequestEvent>(
	{ who: 'everybody', from: 'here', rate: 'read', query: which },
	async ({ input, event }) => {
		const { track, slug } = event.params;
		const catalog = await event.locals.server.catalog();
		const suite = await catalog.suite(`${track}/${slug}`, input.kind, input.lang);
		if (!suite) throw new Refused('not-found');
		// The page was opened before the exercise was edited: its files may no longer fit the suite.
		if (input.hash !== suite.hash) throw new Refused('exercise-changed');
		return json(suite, { headers: { 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' } });
	}
);
