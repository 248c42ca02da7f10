import type { Locale } from '../contract/locale.ts';
import type { MessageCatalog } from './translate.ts';

const catalogs: Record<Locale, () => Promise<{ default: MessageCatalog }>> = {
	fr: () => import('./fr.json'),
	nl: () => import('./nl.json'),
	en: () => import('./en.json')
};

/** The catalog of one language; a page downloads only its own. */
export const loadMessageCatalog = async (locale: Locale): Promise<MessageCatalog> =>
	(await catalogs[locale]()).default;
