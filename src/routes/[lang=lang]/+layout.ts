import { loadMessageCatalog } from '$lib/i18n/load.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params, data }) => ({
	theme: data.theme,
	locale: params.lang,
	messages: await loadMessageCatalog(params.lang)
});
