import { z } from 'zod';
import { isLocale, type Locale } from '../../contract/locale.ts';
import { endpoint, type EndpointEvent } from '../guard/endpoint.ts';
import type { Guard } from '../guard/guard.ts';
import { Refused } from '../guard/refusal.ts';
import type { Catalog } from './catalog.ts';

const asked = z.object({ v: z.string().optional() });

interface MapServer {
	guard: Guard;
	catalog(): Promise<Pick<Catalog, 'version' | 'pages'>>;
}

/** A JSON text about the whole map, in the address's language, that a device asks for once. The same for everybody. */
export const mapEndpoint = (textOf: (pages: Catalog['pages'], locale: Locale) => string) =>
	endpoint<z.infer<typeof asked>, EndpointEvent<MapServer>>(
		{ who: 'everybody', from: 'anywhere', rate: 'read', query: asked },
		async ({ input, event }) => {
			const { lang } = event.params;
			if (!isLocale(lang)) throw new Refused('not-found');
			const catalog = await event.locals.server.catalog();
			// Under the address of another version the browser must not keep it.
			const known = input.v === catalog.version;
			return new Response(textOf(catalog.pages, lang), {
				headers: {
					'content-type': 'application/json',
					'cache-control': known ? 'public, max-age=31536000, immutable' : 'no-cache'
				}
			});
		}
	);
