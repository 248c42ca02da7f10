import { browser } from '$app/environment';
import { CATALOG_ADDRESSES } from '$lib/i18n/address.ts';
import type { MessageCatalog } from '$lib/i18n/translate.ts';
import { themeIn } from '$lib/ui/preferences.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params, data, fetch }) => {
	/** Preloaded by the page's `Link` header (src/hooks.server.ts). */
	const fetched = async (): Promise<MessageCatalog> =>
		(await fetch(CATALOG_ADDRESSES[params.lang])).json() as Promise<MessageCatalog>;
	return {
		theme: (browser ? themeIn(document.cookie) : null) ?? data.theme,
		locale: params.lang,
		messages: browser
			? await fetched()
			: await (await import('$lib/i18n/load.ts')).loadMessageCatalog(params.lang)
	};
};
