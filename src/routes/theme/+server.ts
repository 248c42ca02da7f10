import { z } from 'zod';
import { endpoint } from '$lib/server/guard/endpoint.ts';
import { PREFERENCE_COOKIE, THEME_COOKIE, THEMES } from '$lib/ui/preferences.ts';
import type { RequestEvent } from './$types';

const form = z.object({ theme: z.enum(THEMES), back: z.string().max(2000).optional() });

/** The page of this site that an address leads to; null for another site's, however it is written. */
function pageOf(address: string, { origin }: URL): string | null {
	// A browser takes `\\` for `/` and drops tabs and line ends: only its own parser knows what is meant.
	if (!address.startsWith('/') || !URL.canParse(address, origin)) return null;
	const url = new URL(address, origin);
	return url.origin === origin ? url.pathname + url.search : null;
}

/** The theme switch of a page whose script has not arrived. */
export const POST = endpoint<z.infer<typeof form>, RequestEvent>(
	{ who: 'everybody', from: 'here', rate: 'press', form, most: 4000 },
	({ input, event }) => {
		event.cookies.set(THEME_COOKIE, input.theme, PREFERENCE_COOKIE);
		const back = pageOf(input.back ?? '', event.url) ?? `/${event.locals.locale}`;
		return new Response(null, { status: 303, headers: { location: back } });
	}
);
