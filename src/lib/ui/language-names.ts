import type { Locale } from '../contract/locale.ts';

/** Each language in its own words: who looks for it knows only that. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
	fr: 'Français',
	nl: 'Nederlands',
	en: 'English'
};

/** The same page in another language: the first part of the path is the language. */
export const addressIn = (locale: Locale, path: string, search = ''): string =>
	path.replace(/^\/[^/]*/, `/${locale}`) + search;
