/** The languages of every sentence a learner can meet. Order: the order of the language switch. */
export const LOCALES = ['fr', 'nl', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = 'fr';

/** Languages that `messages.{locale}.json` translates into: suites are written in English. */
export const TRANSLATED_LOCALES = ['fr', 'nl'] as const;

export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale);
