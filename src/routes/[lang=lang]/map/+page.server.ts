import { version } from '$app/environment';
import { PREFERENCE_COOKIE, VIEW_COOKIE } from '$lib/ui/preferences.ts';
import type { PageServerLoad } from './$types';

const VIEWS = ['auto', 'map', 'list'] as const;
type View = (typeof VIEWS)[number];
const isView = (value: unknown): value is View => VIEWS.includes(value as View);

/**
 * Map or list is part of the address, so that the switch works without script; the choice is remembered. So is the part
 * of a map that is too large to be drawn at once.
 */
export const load: PageServerLoad = async ({ params, url, cookies, locals }) => {
	const asked = url.searchParams.get('view');
	if (isView(asked)) cookies.set(VIEW_COOKIE, asked, PREFERENCE_COOKIE);
	const kept = cookies.get(VIEW_COOKIE);
	const catalog = await locals.server.catalog();
	return {
		build: version,
		shown: catalog.pages.map(params.lang, url.searchParams.get('part')),
		view: isView(asked) ? asked : isView(kept) ? kept : ('auto' as const)
	};
};
