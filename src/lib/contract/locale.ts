import { z } from 'zod';

/** The languages of every sentence a learner can meet. Order: the order of the language switch. */
export const LOCALES = ['fr', 'nl', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = 'fr';

/** Languages that `messages.{locale}.json` translates into: suites are written in English. */
export const TRANSLATED_LOCALES = ['fr', 'nl'] as const;

export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale);

const sentence = z.string().trim().min(1).max(120);
export const localizedText = z
	.strictObject({
		fr: sentence.describe('In French.'),
		nl: sentence.describe('In Dutch.'),
		en: sentence.describe('In English.')
	})
	.describe('The same text in French, Dutch and English.');
export type LocalizedText = z.infer<typeof localizedText>;
