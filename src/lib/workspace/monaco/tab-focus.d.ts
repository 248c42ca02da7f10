/** Published without types. */
declare module 'monaco-editor/editor/browser/config/tabFocus.js' {
	import type { IDisposable } from 'monaco-editor/editor/editor.api.js';
	export const TabFocus: {
		setTabFocusMode(moves: boolean): void;
		onDidChangeTabFocus(listener: (moves: boolean) => void): IDisposable;
	};
}
