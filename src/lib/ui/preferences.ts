/** `system` follows the device. The order is the order of the switch. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = 'theme';
export const LOCALE_COOKIE = 'lang';
export const VIEW_COOKIE = 'view';

/** Readable by the page, which changes the theme without asking the server; a year is the longest that browsers keep. */
export const PREFERENCE_COOKIE = {
	path: '/',
	maxAge: 365 * 24 * 60 * 60,
	sameSite: 'lax',
	httpOnly: false
} as const;

export const isTheme = (value: unknown): value is Theme => THEMES.includes(value as Theme);

/** The theme that a browser's cookies say; null where they say none. A page that the device kept may be older than the choice. */
export function themeIn(cookies: string): Theme | null {
	const kept = cookies.split('; ').find((one) => one.startsWith(`${THEME_COOKIE}=`));
	const theme = kept?.slice(THEME_COOKIE.length + 1);
	return isTheme(theme) ? theme : null;
}

/** The theme that the switch gives next. */
export const themeAfter = (theme: Theme): Theme =>
	THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';

/** Shows a theme at once and keeps it for the server's next page. Only in a browser. */
export function applyTheme(theme: Theme): void {
	document.documentElement.dataset.theme = theme;
	const { path, maxAge, sameSite } = PREFERENCE_COOKIE;
	document.cookie = `${THEME_COOKIE}=${theme}; path=${path}; max-age=${maxAge}; samesite=${sameSite}`;
}
