import type { Locale } from '../contract/locale.ts';
import type { Catalog } from './translate.ts';

const catalogs: Record<Locale, () => Promise<{ default: Catalog }>> = {
	fr: () => import('./fr.json'),
	nl: () => import('./nl.json'),
	en: () => import('./en.json')
};

/** The catalog of one language; a page downloads only its own. */
export const loadCatalog = async (locale: Locale): Promise<Catalog> => (await catalogs[locale]()).default;
