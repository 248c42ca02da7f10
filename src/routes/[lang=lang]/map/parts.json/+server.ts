import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { exerciseId } from '$lib/contract/exercise.ts';
import { isLocale } from '$lib/contract/locale.ts';
import { MOST_STATIONS } from '$lib/contract/station-parts.ts';
import { stationParts } from '$lib/server/catalog/station-parts.ts';
import { endpoint } from '$lib/server/guard/endpoint.ts';
import { Refused } from '$lib/server/guard/refusal.ts';
import type { RequestEvent } from './$types';

const asked = z.object({
	ids: z
		.string()
		.transform((text) => text.split(','))
		.pipe(z.array(exerciseId).max(MOST_STATIONS))
});

/** What a device that wants to keep stations has to ask for, and how heavy that is. */
export const GET = endpoint<z.infer<typeof asked>, RequestEvent>(
	{ who: 'everybody', from: 'here', rate: 'read', query: asked },
	async ({ input, event }) => {
		const { lang } = event.params;
		if (!isLocale(lang)) throw new Refused('not-found');
		const catalog = await event.locals.server.catalog();
		return json(await stationParts(catalog, input.ids, lang), { headers: { 'cache-control': 'no-cache' } });
	}
);
