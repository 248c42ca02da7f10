import type { Locale } from '../contract/locale.ts';
import type en from './en.json';

/** A sentence of the interface. Plurals are keys with `.one` and `.other`: ask for the key before the dot. */
export type MessageCatalog = Record<keyof typeof en, string>;
type Plural<K> = K extends `${infer Base}.other` ? Base : never;
export type MessageKey =
	Exclude<keyof MessageCatalog, `${string}.one` | `${string}.other`> | Plural<keyof MessageCatalog>;
/**
 * What a sentence is about where the work is no code, as the beginning of its key: "in-table.result.stale" is "result.stale" where
 * the work is a table. What is not said in another way has no such key.
 */
export const VARIANTS = ['no-code', 'in-table', 'in-report'] as const;
export type Variant = (typeof VARIANTS)[number];
export type Params = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, params?: Params) => string;

/** ICU takes microseconds for a number, and a map says the same few a hundred times. */
function remember<T>(make: (value: number) => T): (value: number) => T {
	const made = new Map<number, T>();
	return (value) => {
		let known = made.get(value);
		if (known === undefined) made.set(value, (known = make(value)));
		return known;
	};
}

/**
 * The translator of one language: fills `{name}` placeholders; `count` picks the plural form
 * (CLDR rules, through Intl.PluralRules) and numbers are written the way the language writes them.
 * @param variants of the sentences: the first that there is, else what all say
 */
export function createTranslate(
	locale: Locale,
	catalog: MessageCatalog,
	variants: readonly Variant[] = []
): Translate {
	const rules = new Intl.PluralRules(locale);
	const format = new Intl.NumberFormat(locale);
	const plural = remember((value) => rules.select(value));
	const number = remember((value) => format.format(value));
	const entries: Readonly<Record<string, string>> = catalog;
	const beginnings = [...variants.map((variant) => `${variant}.`), ''];
	return (key, params = {}) => {
		const form = typeof params.count === 'number' ? plural(params.count) : 'other';
		let text: string | undefined;
		for (const beginning of beginnings) {
			const whole = beginning + key;
			text ??= entries[whole] ?? entries[`${whole}.${form}`] ?? entries[`${whole}.other`];
		}
		if (text === undefined) throw new Error(`No message "${key}" in ${locale}`);
		if (!text.includes('{')) return text;
		return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
			const value = params[name];
			return value === undefined ? whole : typeof value === 'number' ? number(value) : value;
		});
	};
}
