import { version } from '$app/environment';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => ({
	...(await locals.server.catalog()).pages.home(params.lang),
	build: version
});
