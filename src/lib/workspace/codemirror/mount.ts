import { closeBrackets, closeBracketsKeymap, insertBracket } from '@codemirror/autocomplete';
import {
	defaultKeymap,
	history,
	historyKeymap,
	indentLess,
	indentMore,
	insertTab,
	isolateHistory,
	undo
} from '@codemirror/commands';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import {
	Annotation,
	EditorState,
	Prec,
	type Extension,
	type StateEffect,
	type TransactionSpec
} from '@codemirror/state';
import {
	EditorView,
	highlightActiveLine,
	highlightActiveLineGutter,
	keymap,
	lineNumbers,
	type Command
} from '@codemirror/view';
import { leaveByTab } from '../editor/leave-by-tab.ts';
import { inRem } from '../editor/preferences.ts';
import type { EditorFile, RichEditor, RichEditorOptions } from '../editor/rich-editor.ts';
import { indentsAs, languageOf } from './language.ts';
import { look } from './look.ts';
import { errorLines, offsetIn, showing } from './problems.ts';

/** A text that came from outside: nobody is told of it again. */
const fromOutside = Annotation.define<true>();
/** One undo takes it back, and nothing else. */
const oneStep = isolateHistory.of('full');

/** Tab at the cursor writes, with something selected it indents: as in the full editor. */
const tab: Command = (view) =>
	(view.state.selection.ranges.some(({ empty }) => !empty) ? indentMore : insertTab)(view);

const command =
	(act: () => void): Command =>
	() => {
		act();
		return true;
	};

/** What a file is edited with. */
async function extensionsOf(
	file: EditorFile,
	options: RichEditorOptions,
	toggleTab: Command
): Promise<Extension> {
	const { onCheck, onRun, describedBy, label, texts } = options;
	return [
		Prec.high(
			keymap.of([
				{ key: 'Mod-Enter', run: command(onCheck), shift: command(onRun) },
				{ key: 'Tab', run: tab, shift: indentLess },
				// As in the full editor.
				{ key: 'Ctrl-m', mac: 'Ctrl-Shift-m', run: toggleTab }
			])
		),
		keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap]),
		lineNumbers(),
		highlightActiveLine(),
		highlightActiveLineGutter(),
		history(),
		indentOnInput(),
		bracketMatching(),
		closeBrackets(),
		EditorState.tabSize.of(2),
		indentsAs(texts[file.path] ?? ''),
		EditorState.readOnly.of(!file.editable),
		// Without it a phone's keyboard would come for nothing.
		EditorView.editable.of(file.editable),
		EditorView.contentAttributes.of({
			'aria-label': label(file),
			'aria-describedby': describedBy,
			...(file.editable ? {} : { tabindex: '0', 'aria-readonly': 'true' })
		}),
		errorLines,
		look,
		await languageOf(file.path)
	];
}

/** Puts the light editor into `host`. Rejects where a language does not come. */
export async function mountCodeMirror(host: HTMLElement, options: RichEditorOptions): Promise<RichEditor> {
	const { onEdit, texts } = options;
	let { active } = options;
	const tellEdits = EditorView.updateListener.of(({ docChanged, transactions, state }) => {
		if (!docChanged || transactions.every((one) => one.annotation(fromOutside))) return;
		onEdit(active, state.doc.toString());
	});
	let { tabMoves } = options;
	const toggleTab: Command = (view) => {
		tabMoves = !tabMoves;
		view.setTabFocusMode(tabMoves);
		options.onTabMoves(tabMoves);
		return true;
	};
	/** Of the files that are not shown, as they were left; the view has the state of the one that is. */
	const states = new Map<string, EditorState>();
	const scrolled = new Map<string, StateEffect<unknown>>();
	for (const file of options.files) {
		const extensions = [await extensionsOf(file, options, toggleTab), tellEdits];
		states.set(file.path, EditorState.create({ doc: texts[file.path] ?? '', extensions }));
	}
	const view = new EditorView({ parent: host, state: states.get(active) });
	const stopLeaving = leaveByTab(host);
	if (tabMoves) view.setTabFocusMode(true);
	const stateOf = (path: string): EditorState | undefined =>
		path === active ? view.state : states.get(path);
	const change = (path: string, spec: TransactionSpec): void => {
		if (path === active) view.dispatch(spec);
		else states.set(path, stateOf(path)!.update(spec).state);
	};
	const setFontSize = (px: number): void => {
		// By the browser's own size of letters, which px would ignore.
		host.style.fontSize = inRem(px);
		view.requestMeasure();
	};
	setFontSize(options.fontSize);

	return {
		show(path) {
			const state = states.get(path);
			if (path === active || !state) return;
			states.set(active, view.state);
			scrolled.set(active, view.scrollSnapshot());
			active = path;
			view.setState(state);
			const place = scrolled.get(path);
			if (place) view.dispatch({ effects: place });
		},
		setTexts(texts) {
			for (const path of states.keys()) {
				const text = texts[path];
				const doc = stateOf(path)?.doc;
				if (text === undefined || !doc || doc.toString() === text) continue;
				const changes = { from: 0, to: doc.length, insert: text };
				change(path, { changes, annotations: [fromOutside.of(true), oneStep] });
			}
		},
		setMarkers(markers) {
			for (const path of states.keys()) {
				const own = markers.filter(({ location }) => location.file === path);
				change(path, showing(stateOf(path)!, own));
			}
		},
		setFontSize,
		edit(edits) {
			const { doc } = view.state;
			const changes = edits.map(({ line, column, length, text }) => {
				const from = offsetIn(doc, line, column);
				return { from, to: Math.min(from + length, doc.length), insert: text };
			});
			const [first] = changes;
			if (!first || view.state.readOnly) return;
			view.dispatch({
				changes,
				selection: { anchor: first.from },
				scrollIntoView: true,
				annotations: oneStep
			});
			view.focus();
		},
		insert(text) {
			view.focus();
			const { state } = view;
			if (state.readOnly) return;
			// Brackets are closed and overtyped as keys are.
			const typed = insertBracket(state, text) ?? state.update(state.replaceSelection(text));
			const { selection, effects } = typed;
			// A bracket that was written over is still the same: no step for undo.
			const changes = typed.newDoc.eq(state.doc) ? [] : typed.changes;
			view.dispatch({ changes, selection, effects, scrollIntoView: true, annotations: oneStep });
		},
		indent() {
			view.focus();
			tab(view);
		},
		undo: () => void undo(view),
		showCursor() {
			const { head } = view.state.selection.main;
			view.dispatch({ effects: EditorView.scrollIntoView(head, { yMargin: 12 }) });
		},
		reveal({ line, column }) {
			const anchor = offsetIn(view.state.doc, line, column);
			view.dispatch({
				selection: { anchor },
				effects: EditorView.scrollIntoView(anchor, { y: 'center' })
			});
			view.focus();
			host.scrollIntoView({ block: 'nearest' });
		},
		focus: () => view.focus(),
		selection() {
			const { from, to } = view.state.selection.main;
			return { start: from, end: to };
		},
		select({ start, end }) {
			const { length } = view.state.doc;
			view.dispatch({
				selection: { anchor: Math.min(start, length), head: Math.min(end, length) },
				scrollIntoView: true
			});
		},
		dispose() {
			stopLeaving();
			view.destroy();
			host.style.fontSize = '';
		}
	};
}
