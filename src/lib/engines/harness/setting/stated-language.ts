import { replaceMethod } from './replace-method.ts';

const { construct, apply } = Reflect;
const { isArray } = Array;
const { concat } = Array.prototype;

const realm = globalThis as unknown as Record<string, { prototype?: object } | undefined> & {
	Intl: Record<string, (new () => object) & { prototype: { constructor: object } }> & {
		NumberFormat: { supportedLocalesOf(locale: string): string[] };
	};
};

/** The zone too, where a program names none. */
function withZone(options: unknown, timeZone: string): unknown {
	if (options === undefined) return { timeZone };
	const named = options === null || (options as { timeZone?: unknown }).timeZone !== undefined;
	return named ? options : { __proto__: Object(options) as object, timeZone };
}

/**
 * Gives `Intl` and every `toLocale…` a language where a program names none, or one that nobody speaks.
 * @param zoneIsOwn whether the realm's own zone is `timeZone`: then only what names it must be told
 */
export function stateLanguage(language: string, timeZone: string, zoneIsOwn: boolean): void {
	const { Intl: intl } = realm;
	const { NumberFormat: formats } = intl;
	/** A language as it was written → as it is asked for. A text stays a text: the engine keeps its formatters by it. */
	const known = new Map<string, string | string[]>([[language, language]]);
	function asked(locales: unknown): unknown {
		if (locales === undefined) return language;
		if (typeof locales !== 'string') return isArray(locales) ? apply(concat, locales, [language]) : locales;
		let found = known.get(locales);
		if (found === undefined) {
			found = formats.supportedLocalesOf(locales).length > 0 ? locales : [locales, language];
			known.set(locales, found);
		}
		return found;
	}

	const inLanguage = (owner: object | undefined, name: string, at = 0) =>
		replaceMethod(owner, name, (native, self, args) => {
			args[at] = asked(args[at]);
			return native(self, args);
		});
	for (const name of ['Number', 'BigInt']) inLanguage(realm[name]!.prototype, 'toLocaleString');
	inLanguage(String.prototype, 'localeCompare', 1);
	for (const name of ['toLocaleUpperCase', 'toLocaleLowerCase']) inLanguage(String.prototype, name);
	const zoned = (owner: object | undefined, name: string) =>
		replaceMethod(owner, name, (native, self, args) => {
			args[0] = asked(args[0]);
			if (!zoneIsOwn) args[1] = withZone(args[1], timeZone);
			return native(self, args);
		});
	for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'])
		zoned(realm.Date!.prototype, name);

	for (const name of Object.getOwnPropertyNames(intl)) {
		const native = intl[name];
		if (typeof native !== 'function' || name === 'Locale' || !('supportedLocalesOf' in native)) continue;
		const stated = (args: unknown[]): unknown[] => {
			const options = name === 'DateTimeFormat' ? withZone(args[1], timeZone) : args[1];
			return [asked(args[0]), options];
		};
		const value = new Proxy(native, {
			apply: (target, self, args: unknown[]) => apply(target, self, stated(args)) as unknown,
			construct: (target, args: unknown[], made) => construct(target, stated(args), made) as object
		});
		for (const [owner, key] of [
			[intl, name],
			[native.prototype, 'constructor']
		] as const)
			Object.defineProperty(owner, key, { value });
	}

	/** A date's text ends with the name of its zone, in the realm's language. */
	let names: Intl.DateTimeFormat | undefined;
	const { DateTimeFormat } = intl as unknown as typeof Intl;
	function nameOf(date: Date): string {
		names ??= new DateTimeFormat(language, { timeZone, timeZoneName: 'long' });
		return names.formatToParts(date).find(({ type }) => type === 'timeZoneName')?.value ?? '';
	}
	const plain = language === 'en-US' ? /\(Central European (?:Standard|Summer) Time\)$/ : null;
	for (const name of ['toString', 'toTimeString'])
		replaceMethod(realm.Date!.prototype, name, (native, self, args) => {
			const text = native(self, args) as string;
			if (plain?.test(text) || !text.endsWith(')')) return text;
			return text.replace(/\(.*\)$/, () => `(${nameOf(self as Date)})`);
		});
	const { navigator } = globalThis;
	const { userAgent: inBrowser } = navigator ?? {};
	if (inBrowser) {
		Object.defineProperty(navigator, 'language', { get: () => language, configurable: true });
		Object.defineProperty(navigator, 'languages', {
			get: () => Object.freeze([language]),
			configurable: true
		});
	}
}
