import type { ITheme } from '@xterm/xterm';

/** The token behind each of a terminal's colours; what has no token of its own shares one that reads well. */
const TOKENS = {
	background: '--color-surface',
	foreground: '--color-ink',
	cursor: '--color-focus',
	cursorAccent: '--color-surface',
	selectionBackground: '--color-info-bg',
	black: '--color-ink',
	red: '--color-fail',
	green: '--color-pass',
	yellow: '--color-warn',
	blue: '--color-info',
	magenta: '--line-t',
	cyan: '--line-h',
	white: '--color-muted'
} as const satisfies Partial<Record<keyof ITheme, string>>;

/** The site's colours as they are now, below an element: tokens are written with light-dark(), which a terminal cannot read. */
export function readTheme(below: HTMLElement): ITheme {
	const probe = document.createElement('span');
	probe.hidden = true;
	below.append(probe);
	const theme: Record<string, string> = {};
	for (const [name, token] of Object.entries(TOKENS)) {
		probe.style.color = `var(${token})`;
		theme[name] = getComputedStyle(probe).color;
	}
	probe.remove();
	return theme;
}

/** Calls when the site's theme changes, by its switch or with the system's. Returns what stops it. */
export function onThemeChange(listener: () => void): () => void {
	const observer = new MutationObserver(listener);
	observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
	const system = matchMedia('(prefers-color-scheme: dark)');
	system.addEventListener('change', listener);
	return () => {
		observer.disconnect();
		system.removeEventListener('change', listener);
	};
}
