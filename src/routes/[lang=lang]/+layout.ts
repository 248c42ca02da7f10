import { loadCatalog } from '$lib/i18n/load.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params, data }) => ({
	theme: data.theme,
	locale: params.lang,
	catalog: await loadCatalog(params.lang)
});
