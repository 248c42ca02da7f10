import * as monaco from 'monaco-editor/editor/editor.api.js';
import { DARK, editorColours, LIGHT, tokenRules, type Palette } from './palette.ts';

function define(name: string, base: 'vs' | 'vs-dark', colours: Palette): void {
	// Nothing of Monaco's own: it has words whose colours are too pale on ours.
	const rules = tokenRules(colours);
	monaco.editor.defineTheme(name, { base, inherit: false, rules, colors: editorColours(colours) });
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
