import * as monaco from 'monaco-editor/editor/editor.api.js';

// Monaco wants plain hex values, so these repeat tokens.css: surface, ink, muted, lines, states.
const LIGHT = {
	surface: '#fffdf7',
	ink: '#1b2436',
	muted: '#535c6d',
	keyword: '#1a4fa0',
	string: '#1a6b42',
	number: '#a03c08',
	type: '#7a3e9d',
	selection: '#cfdff7',
	line: '#f7f1e3',
	gutter: '#7a7464',
	focus: '#1a4fa0',
	fail: '#a82a20'
};
const DARK: typeof LIGHT = {
	surface: '#162036',
	ink: '#eef1f7',
	muted: '#aeb9cc',
	keyword: '#9cc3ff',
	string: '#7fd6a4',
	number: '#ff9b57',
	type: '#d9b3f5',
	selection: '#2f4a7a',
	line: '#1b2740',
	gutter: '#8793ab',
	focus: '#ffd070',
	fail: '#ff9d92'
};

function define(name: string, base: 'vs' | 'vs-dark', colours: typeof LIGHT): void {
	const rule = (token: string, colour: string, fontStyle = ''): monaco.editor.ITokenThemeRule => ({
		token,
		foreground: colour.slice(1),
		fontStyle
	});
	monaco.editor.defineTheme(name, {
		base,
		inherit: true,
		rules: [
			rule('', colours.ink),
			rule('comment', colours.muted, 'italic'),
			rule('keyword', colours.keyword, 'bold'),
			rule('string', colours.string),
			rule('string.escape', colours.number),
			rule('regexp', colours.number),
			rule('number', colours.number),
			rule('type', colours.type),
			rule('delimiter', colours.ink)
		],
		colors: {
			'editor.background': colours.surface,
			'editor.foreground': colours.ink,
			'editor.lineHighlightBackground': colours.line,
			'editor.lineHighlightBorder': '#00000000',
			'editor.selectionBackground': colours.selection,
			'editorLineNumber.foreground': colours.gutter,
			'editorLineNumber.dimmedForeground': colours.gutter,
			'editorLineNumber.activeForeground': colours.ink,
			'editorCursor.foreground': colours.ink,
			'editorError.foreground': colours.fail,
			focusBorder: colours.focus
		}
	});
}

/** Follows the page's theme (`data-theme`) and the device's; returns what ends it. */
export function followTheme(): () => void {
	define('passerelle-light', 'vs', LIGHT);
	define('passerelle-dark', 'vs-dark', DARK);
	const device = matchMedia('(prefers-color-scheme: dark)');
	const contrast = matchMedia('(forced-colors: active)');
	const apply = (): void => {
		const chosen = document.documentElement.dataset.theme;
		const dark = chosen === 'dark' || (chosen !== 'light' && device.matches);
		if (contrast.matches) monaco.editor.setTheme(dark ? 'hc-black' : 'hc-light');
		else monaco.editor.setTheme(dark ? 'passerelle-dark' : 'passerelle-light');
	};
	apply();
	const observer = new MutationObserver(apply);
	observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
	device.addEventListener('change', apply);
	contrast.addEventListener('change', apply);
	return () => {
		observer.disconnect();
		device.removeEventListener('change', apply);
		contrast.removeEventListener('change', apply);
	};
}
