import { error } from '@sveltejs/kit';
import { isLocale } from '$lib/contract/locale.ts';
import { getCatalog } from '$lib/server/site.ts';
import type { RequestHandler } from './$types';

/** Every station of the map, for a device that counts its learner's progress. The same for everybody. */
export const GET: RequestHandler = async ({ params, url }) => {
	if (!isLocale(params.lang)) error(404);
	const catalog = await getCatalog();
	// Under the address of another version the browser must not keep it.
	const known = url.searchParams.get('v') === catalog.version;
	return new Response(catalog.pages.index(params.lang), {
		headers: {
			'content-type': 'application/json',
			'cache-control': known ? 'public, max-age=31536000, immutable' : 'no-cache'
		}
	});
};
