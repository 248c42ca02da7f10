import { loadCatalog } from '$lib/i18n/load.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params }) => ({
	locale: params.lang,
	catalog: await loadCatalog(params.lang)
});
