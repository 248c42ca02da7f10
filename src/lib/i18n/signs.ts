import type { Locale } from '../contract/locale.ts';
import type en from './signs/en.json';

/** The words of the card that shows where a keyboard has a sign. Apart, because most visits never open it. */
export type SignWords = typeof en;

const catalogs: Record<Locale, () => Promise<{ default: SignWords }>> = {
	fr: () => import('./signs/fr.json'),
	nl: () => import('./signs/nl.json'),
	en: () => import('./signs/en.json')
};

/** Rejects where the network does not bring them. */
export const loadSignWords = async (locale: Locale): Promise<SignWords> => (await catalogs[locale]()).default;
