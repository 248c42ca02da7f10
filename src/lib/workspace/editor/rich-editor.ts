import type { Diagnostic, SourceLocation, TextEdit } from '../../contract/diagnostic.ts';
import type { EngineNeed, FileMap } from '../../contract/exercise.ts';

/** Where the cursor is, in UTF-16 units from the start of the text. */
export interface TextSelection {
	start: number;
	end: number;
}

export interface EditorFile {
	path: string;
	editable: boolean;
}

/** A marker in the text, in the learner's words. */
export interface EditorMarker {
	severity: Diagnostic['severity'];
	message: string;
	location: SourceLocation;
}

export interface RichEditorOptions {
	/** What there is to complete. */
	need: EngineNeed;
	files: readonly EditorFile[];
	texts: FileMap;
	active: string;
	fontSize: number;
	/** The accessible name of a file's editor. */
	label: (file: EditorFile) => string;
	/** Said to who types in a read-only file. */
	readOnlyText: string;
	/** The id of the element beside it that says which key lets Tab leave. */
	describedBy: string;
	/** Whether Tab moves on, instead of writing. */
	tabMoves: boolean;
	/** The learner has chosen the other. */
	onTabMoves: (moves: boolean) => void;
	onEdit: (path: string, text: string) => void;
	onCheck: () => void;
	onRun: () => void;
}

/** The port to an editor that comes later: CodeMirror, light, or Monaco, full. The plain textarea stands in until it is there. */
export interface RichEditor {
	show(path: string): void;
	/** Texts that changed outside: a reset, another tab. What is the same already is left alone. */
	setTexts(texts: FileMap): void;
	setMarkers(markers: readonly EditorMarker[]): void;
	setFontSize(px: number): void;
	/** Changes the file that is shown; undo takes all of it back at once. */
	edit(edits: readonly TextEdit[]): void;
	/** Writes into the file that is shown, where the cursor is, as if it was typed; one undo takes it back. Takes the focus. */
	insert(text: string): void;
	/** What the Tab key does in it. Takes the focus. */
	indent(): void;
	undo(): void;
	/** Scrolls to the cursor, where less of the editor is left than before. */
	showCursor(): void;
	/** Shows a place and puts the cursor there. */
	reveal(location: SourceLocation): void;
	focus(): void;
	selection(): TextSelection;
	select(selection: TextSelection): void;
	dispose(): void;
}
