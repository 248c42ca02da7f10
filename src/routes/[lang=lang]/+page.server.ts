import { getCatalog } from '$lib/server/site.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => (await getCatalog()).pages.home(params.lang);
