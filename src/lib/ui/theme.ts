/** `system` follows the device. The order is the order of the switch. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const THEME_COOKIE = 'theme';
export const LOCALE_COOKIE = 'lang';

export const isTheme = (value: unknown): value is Theme => THEMES.includes(value as Theme);
