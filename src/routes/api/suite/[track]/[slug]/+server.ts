import { error, json } from '@sveltejs/kit';
import { isLocale } from '$lib/contract/locale';
import { isSameOrigin } from '$lib/server/guard/same-origin';
import type { RequestHandler } from './$types';

/** A compiled suite, for a run that is about to start. Never linked, never preloaded, never kept by shared caches. */
export const GET: RequestHandler = async ({ params, url, request, locals }) => {
	if (!isSameOrigin(request, url.origin)) error(403, 'only for pages of this site');
	const kind = url.searchParams.get('kind');
	const locale = url.searchParams.get('lang');
	if ((kind !== 'hidden' && kind !== 'examples') || !isLocale(locale)) error(400, 'kind or lang is wrong');
	const catalog = await locals.server.catalog();
	const suite = await catalog.suite(`${params.track}/${params.slug}`, kind, locale);
	if (!suite) error(404, 'there is no such suite');
	// The page was opened before the exercise was edited: its files may no longer fit the suite.
	if (url.searchParams.get('hash') !== suite.hash)
		error(409, 'the exercise has changed: load the page again');
	return json(suite, { headers: { 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' } });
};
