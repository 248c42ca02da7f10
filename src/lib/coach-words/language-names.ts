import type { Locale } from '../contract/locale.ts';

export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { fr: 'French', nl: 'Dutch', en: 'English' };
