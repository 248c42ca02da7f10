import { z } from 'zod';
import { isLocale } from '$lib/contract/locale.ts';
import { endpoint } from '$lib/server/guard/endpoint.ts';
import { Refused } from '$lib/server/guard/refusal.ts';
import type { RequestEvent } from './$types';

const asked = z.object({ v: z.string().optional() });

/** The words that stations explain, for somebody who searches the map. The same for everybody. */
export const GET = endpoint<z.infer<typeof asked>, RequestEvent>(
	{ who: 'everybody', from: 'anywhere', rate: 'read', query: asked },
	async ({ input, event }) => {
		const { lang } = event.params;
		if (!isLocale(lang)) throw new Refused('not-found');
		const catalog = await event.locals.server.catalog();
		// Under the address of another version the browser must not keep it.
		const known = input.v === catalog.version;
		return new Response(catalog.pages.words(lang), {
			headers: {
				'content-type': 'application/json',
				'cache-control': known ? 'public, max-age=31536000, immutable' : 'no-cache'
			}
		});
	}
);
