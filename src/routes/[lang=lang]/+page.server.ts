import { getCatalog } from '$lib/server/site.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const catalog = await getCatalog();
	return { map: catalog.map(), stations: catalog.stations(params.lang) };
};
