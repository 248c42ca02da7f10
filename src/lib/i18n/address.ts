import en from './en.json?url';
import fr from './fr.json?url';
import nl from './nl.json?url';
import type { Locale } from '../contract/locale.ts';

/** Where a browser finds the sentences of a language: a page's first bytes name it, long before a script asks for it. */
export const CATALOG_ADDRESSES: Readonly<Record<Locale, string>> = { fr, nl, en };
