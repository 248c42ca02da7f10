import type { Diagnostic } from '@codemirror/lint';
import { setDiagnostics } from '@codemirror/lint';
import {
	RangeSet,
	StateEffect,
	StateField,
	type EditorState,
	type Extension,
	type Text,
	type TransactionSpec
} from '@codemirror/state';
import { GutterMarker, gutterLineClass } from '@codemirror/view';
import type { EditorMarker } from '../editor/rich-editor.ts';

/** The offset of a 1-based place; past the end of a line or a text, its end. */
export function offsetIn(doc: Text, line: number, column: number): number {
	const { from, to } = doc.line(Math.max(1, Math.min(line, doc.lines)));
	return Math.max(from, Math.min(from + column - 1, to));
}

/** A marker in a text. One without a length, or at the end of a line, takes the character beside it, or nothing could be seen. */
export function toDiagnostic(doc: Text, { severity, message, location }: EditorMarker): Diagnostic {
	const { line, column, length = 1 } = location;
	const start = offsetIn(doc, line, column);
	const to = Math.min(start + Math.max(1, length), doc.length);
	const from = start < to ? start : Math.max(0, start - 1);
	return { from, to, severity: severity === 'error' ? 'error' : 'warning', message };
}

const errorLine = new (class extends GutterMarker {
	override elementClass = 'error-line';
})();
const setErrorLines = StateEffect.define<readonly number[]>();

/** Numbers of lines with an error stand out; they move with the text. */
export const errorLines: Extension = StateField.define<RangeSet<GutterMarker>>({
	create: () => RangeSet.empty,
	update(lines, { changes, effects }) {
		const set = effects.find((effect) => effect.is(setErrorLines));
		if (!set) return lines.map(changes);
		const starts = set.value as readonly number[];
		return RangeSet.of(
			starts.map((start) => errorLine.range(start)),
			true
		);
	},
	provide: (field) => gutterLineClass.from(field)
});

/** Shows the markers of a file instead of those before. */
export function showing(state: EditorState, markers: readonly EditorMarker[]): TransactionSpec {
	const { doc } = state;
	const found = markers.map((marker) => toDiagnostic(doc, marker));
	const starts = found
		.filter(({ severity }) => severity === 'error')
		.map(({ from }) => doc.lineAt(from).from);
	const spec = setDiagnostics(state, found);
	return { effects: [spec.effects ?? [], setErrorLines.of([...new Set(starts)])].flat() };
}
