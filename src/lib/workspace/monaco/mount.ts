import './features.ts';
import * as monaco from 'monaco-editor/editor/editor.api.js';
import { TabFocus } from 'monaco-editor/editor/browser/config/tabFocus.js';
import { leaveByTab } from '../editor/leave-by-tab.ts';
import { inRem } from '../editor/preferences.ts';
import type { EditorMarker, RichEditor, RichEditorOptions } from '../editor/rich-editor.ts';
import { provideTypesFor, setUpLanguageService } from './language-service.ts';

import { calmCaret } from './caret.ts';
import { forgiveOverflow } from './overflow.ts';
import { followTheme } from './themes.ts';
import { provideWorkers } from './workers.ts';

const OWNER = 'passerelle';
/** Of every model: a folder of their own keeps relative imports inside the exercise. */
const uriOf = (path: string): monaco.Uri => monaco.Uri.parse(`file:///exercise/${path}`);
const LANGUAGES: readonly [RegExp, string][] = [
	[/\.tsx?$/, 'typescript'],
	[/\.[cm]?jsx?$/, 'javascript'],
	[/\.html?$/, 'html'],
	[/\.css$/, 'css']
];
const languageOf = (path: string): string =>
	LANGUAGES.find(([pattern]) => pattern.test(path))?.[1] ?? 'plaintext';

/** By the browser's own size of letters, which pixels would ignore. */
function fontOf(px: number): monaco.editor.IEditorOptions {
	const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
	return { fontSize: Number.parseFloat(inRem(px)) * root, lineHeight: 1.6 };
}

/** Puts a full editor into `host`. Must not be loaded on the server: Monaco touches the document at once. */
export async function mountMonaco(host: HTMLElement, options: RichEditorOptions): Promise<RichEditor> {
	provideWorkers();
	const stopFollowing = followTheme();
	const stopForgiving = forgiveOverflow();
	// Before the first model: Monaco asks for a language's features once, when it first meets it.
	setUpLanguageService(options.need);
	const models = new Map(
		options.files.map(({ path }) => {
			monaco.editor.getModel(uriOf(path))?.dispose();
			return [path, monaco.editor.createModel(options.texts[path] ?? '', languageOf(path), uriOf(path))];
		})
	);
	const family = getComputedStyle(document.documentElement).getPropertyValue('--font-code').trim();
	// Letters are measured once, at creation: with the real font, or the cursor stands beside them.
	await document.fonts?.load(`${options.fontSize}px ${family}`).catch(() => undefined);
	const editor = monaco.editor.create(host, {
		...fontOf(options.fontSize),
		model: models.get(options.active) ?? null,
		fontFamily: family,
		fontLigatures: false,
		accessibilitySupport: 'auto',
		automaticLayout: true,
		minimap: { enabled: false },
		lineNumbersMinChars: 3,
		folding: false,
		glyphMargin: false,
		scrollBeyondLastLine: false,
		padding: { top: 12, bottom: 12 },
		tabSize: 2,
		wordBasedSuggestions: 'off',
		// Enter means a new line to a beginner; it takes a suggestion only where that adds something.
		acceptSuggestionOnEnter: 'smart',
		wordWrap: 'off',
		overviewRulerLanes: 0,
		fixedOverflowWidgets: true,
		renderLineHighlight: 'line',
		unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false },
		stickyScroll: { enabled: false },
		readOnlyMessage: { value: options.readOnlyText },
		scrollbar: { alwaysConsumeMouseWheel: false }
	});
	// Where the keyboard waits, the way out is read with it (WCAG 2.2, 2.1.2).
	host.querySelector('[role="textbox"], textarea')?.setAttribute('aria-describedby', options.describedBy);
	const stopLeaving = leaveByTab(host);
	const stopCalming = calmCaret(editor);
	// Ctrl+M changes it for every editor, and no option of this one.
	TabFocus.setTabFocusMode(options.tabMoves);
	const tabChoices = TabFocus.onDidChangeTabFocus(options.onTabMoves);
	let { active } = options;
	const views = new Map<string, monaco.editor.ICodeEditorViewState | null>();

	const describe = (): void => {
		const file = options.files.find(({ path }) => path === active);
		if (file) editor.updateOptions({ ariaLabel: options.label(file), readOnly: !file.editable });
	};
	const rangeOf = (start: number, end: number): monaco.Selection | null => {
		const model = editor.getModel();
		if (!model) return null;
		const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)];
		return new monaco.Selection(from.lineNumber, from.column, to.lineNumber, to.column);
	};
	const select = ({ start, end }: { start: number; end: number }): void => {
		const range = rangeOf(start, end);
		if (range) editor.setSelection(range);
	};
	const reveal = ({ line, column }: { line: number; column: number }): void => {
		editor.setPosition({ lineNumber: line, column });
		editor.revealLineInCenterIfOutsideViewport(line);
		editor.focus();
	};
	for (const [path, model] of models) {
		provideTypesFor(model.getValue());
		model.onDidChangeContent(() => {
			provideTypesFor(model.getValue());
			options.onEdit(path, model.getValue());
		});
	}
	editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter, options.onCheck);
	editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyMod.Shift | monaco.KeyCode.Enter, options.onRun);
	describe();

	return {
		show(path) {
			const model = models.get(path);
			if (path === active || !model) return;
			views.set(active, editor.saveViewState());
			active = path;
			editor.setModel(model);
			const view = views.get(path);
			if (view) editor.restoreViewState(view);
			describe();
		},
		setTexts(texts) {
			for (const [path, model] of models) {
				const text = texts[path];
				if (text === undefined || model.getValue() === text) continue;
				// An edit, not setValue: the editor's own undo can still go back over it.
				model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
			}
		},
		setMarkers(markers) {
			for (const [path, model] of models) {
				const own = markers.filter(({ location }) => location.file === path);
				monaco.editor.setModelMarkers(model, OWNER, own.map(toMarker));
			}
		},
		setFontSize: (px) => editor.updateOptions(fontOf(px)),
		edit(edits) {
			const [first] = edits;
			if (!first) return;
			editor.pushUndoStop();
			editor.executeEdits(
				OWNER,
				edits.map(({ line, column, length, text }) => ({
					range: new monaco.Range(line, column, line, column + length),
					text
				}))
			);
			editor.pushUndoStop();
			reveal(first);
		},
		insert(text) {
			editor.focus();
			editor.pushUndoStop();
			// Only what comes from here is closed and overtyped as keys are.
			editor.trigger('keyboard', 'type', { text });
			editor.pushUndoStop();
		},
		indent() {
			editor.focus();
			editor.trigger('keyboard', 'tab', null);
		},
		undo: () => editor.trigger('keyboard', 'undo', null),
		showCursor() {
			const position = editor.getPosition();
			if (position) editor.revealPosition(position);
		},
		reveal,
		focus: () => editor.focus(),
		select,
		selection() {
			const model = editor.getModel();
			const range = editor.getSelection();
			if (!model || !range) return { start: 0, end: 0 };
			return {
				start: model.getOffsetAt(range.getStartPosition()),
				end: model.getOffsetAt(range.getEndPosition())
			};
		},
		dispose() {
			stopFollowing();
			stopForgiving();
			stopLeaving();
			stopCalming();
			tabChoices.dispose();
			editor.dispose();
			for (const model of models.values()) model.dispose();
		}
	};
}

const toMarker = ({ severity, message, location }: EditorMarker): monaco.editor.IMarkerData => ({
	severity: severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
	message,
	startLineNumber: location.line,
	startColumn: location.column,
	endLineNumber: location.line,
	endColumn: location.column + (location.length ?? 1)
});
