import type * as monaco from 'monaco-editor/editor/editor.api.js';

/** What blinks for more than five seconds takes the eye off the rest (WCAG 2.2, 2.2.2). */
export const BLINK_MS = 4500;

type Editor = Pick<
	monaco.editor.ICodeEditor,
	'updateOptions' | 'onDidChangeCursorPosition' | 'onDidFocusEditorText'
>;

/** The full editor's cursor, which is its own and not the browser's, blinks for a time when it has moved; then it stands. Returns what ends that. */
export function calmCaret(editor: Editor): () => void {
	// As Monaco begins.
	let blinks = true;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const set = (to: boolean): void => {
		if (to === blinks) return;
		blinks = to;
		editor.updateOptions({ cursorBlinking: to ? 'blink' : 'solid' });
	};
	const moved = (): void => {
		clearTimeout(timer);
		set(true);
		timer = setTimeout(set, BLINK_MS, false);
	};
	const listeners = [editor.onDidChangeCursorPosition(moved), editor.onDidFocusEditorText(moved)];
	return () => {
		clearTimeout(timer);
		for (const listener of listeners) listener.dispose();
	};
}
