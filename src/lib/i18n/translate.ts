import type { Locale } from '../contract/locale.ts';
import type en from './en.json';

/** A sentence of the interface. Plurals are keys with `.one` and `.other`: ask for the key before the dot. */
export type MessageCatalog = Record<keyof typeof en, string>;
type Plural<K> = K extends `${infer Base}.other` ? Base : never;
export type MessageKey =
	Exclude<keyof MessageCatalog, `${string}.one` | `${string}.other`> | Plural<keyof MessageCatalog>;
export type Params = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, params?: Params) => string;

/**
 * The translator of one language: fills `{name}` placeholders; `count` picks the plural form
 * (CLDR rules, through Intl.PluralRules) and numbers are written the way the language writes them.
 */
export function createTranslate(locale: Locale, catalog: MessageCatalog): Translate {
	const plural = new Intl.PluralRules(locale);
	const number = new Intl.NumberFormat(locale);
	const entries: Readonly<Record<string, string>> = catalog;
	return (key, params = {}) => {
		const form = typeof params.count === 'number' ? plural.select(params.count) : 'other';
		const text = entries[key] ?? entries[`${key}.${form}`] ?? entries[`${key}.other`];
		if (text === undefined) throw new Error(`No message "${key}" in ${locale}`);
		return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
			const value = params[name];
			return value === undefined ? whole : typeof value === 'number' ? number.format(value) : value;
		});
	};
}
