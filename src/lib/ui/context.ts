import { getContext, setContext } from 'svelte';
import type { Locale } from '../contract/locale.ts';
import type { Translate } from '../i18n/translate.ts';

const TRANSLATE = Symbol('translate');
const LOCALE = Symbol('locale');

/**
 * Gives every component below the language of the page. `current` and `locale` are read at each use, so that
 * what is written with them in a template or a `$derived` changes with the language.
 */
export function setTranslate(current: () => Translate, locale: () => Locale): void {
	const translate: Translate = (key, params) => current()(key, params);
	setContext(TRANSLATE, translate);
	setContext(LOCALE, locale);
}

/** `const t = getTranslate()`, at the top of a component; then `t('map.points', { count: 3 })`. */
export const getTranslate = (): Translate => getContext<Translate>(TRANSLATE);

/** `const locale = getLocale()`, at the top of a component; then `locale()`. */
export const getLocale = (): (() => Locale) => getContext<() => Locale>(LOCALE);
