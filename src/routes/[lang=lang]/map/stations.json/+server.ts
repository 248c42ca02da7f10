import { error } from '@sveltejs/kit';
import { isLocale } from '$lib/contract/locale.ts';
import type { RequestHandler } from './$types';

/** Every station of the map, for a device that counts its learner's progress. The same for everybody. */
export const GET: RequestHandler = async ({ params, url, locals }) => {
	if (!isLocale(params.lang)) error(404);
	const catalog = await locals.server.catalog();
	// Under the address of another version the browser must not keep it.
	const known = url.searchParams.get('v') === catalog.version;
	return new Response(catalog.pages.index(params.lang), {
		headers: {
			'content-type': 'application/json',
			'cache-control': known ? 'public, max-age=31536000, immutable' : 'no-cache'
		}
	});
};
