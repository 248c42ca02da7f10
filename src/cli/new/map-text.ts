import ts from 'typescript';
import type { MapFile } from '../../lib/contract/map.ts';
import { jsonText, type Json, type JsonStyle } from './json-text.ts';
import type { Place } from './station-place.ts';

interface Edit {
	from: number;
	to: number;
	text: string;
}

/** The section of a line that has none yet. */
const FIRST_SECTION = {
	id: 'first-steps',
	title: { fr: 'Premiers pas', nl: 'Eerste stappen', en: 'First steps' }
};

/** How a JSON file is indented: as its first indented line is. */
function styleOf(text: string): JsonStyle {
	const indent = /\n([\t ]+)\S/.exec(text)?.[1] ?? '\t';
	return { indent, indentColumns: indent === '\t' ? 2 : indent.length };
}

function field(node: ts.Expression | undefined, name: string): ts.Expression | undefined {
	if (!node || !ts.isObjectLiteralExpression(node)) return undefined;
	for (const property of node.properties) {
		if (ts.isPropertyAssignment(property) && ts.isStringLiteral(property.name) && property.name.text === name)
			return property.initializer;
	}
	return undefined;
}

function list(node: ts.Expression | undefined, name: string): ts.ArrayLiteralExpression | undefined {
	const found = field(node, name);
	return found && ts.isArrayLiteralExpression(found) ? found : undefined;
}

class MapText {
	readonly #style: JsonStyle;
	readonly #source: ts.JsonSourceFile;
	readonly #edits: Edit[] = [];

	constructor(readonly text: string) {
		this.#style = styleOf(text);
		this.#source = ts.parseJsonText('map.json', text);
	}

	get root(): ts.Expression | undefined {
		return this.#source.statements[0]?.expression;
	}

	start(node: ts.Node): number {
		return node.getStart(this.#source);
	}

	/** How deep the line of a position is indented, and how many columns stand before the position on it. */
	#lineAt(position: number): { margin: string; level: number; before: number } {
		const from = this.text.lastIndexOf('\n', position - 1) + 1;
		const margin = /^[\t ]*/.exec(this.text.slice(from))?.[0] ?? '';
		const level = Math.round(margin.length / this.#style.indent.length);
		return { margin, level, before: Math.max(0, position - from - margin.length) };
	}

	replace(node: ts.Node, value: Json): void {
		const from = this.start(node);
		const { level, before } = this.#lineAt(from);
		this.#edits.push({ from, to: node.end, text: jsonText(value, this.#style, level, before) });
	}

	/** Adds an entry so that it is number `index` of a list; the others stay as they are written. */
	insert(array: ts.ArrayLiteralExpression, index: number, value: Json): void {
		const first = array.elements[0];
		if (!first || !this.text.slice(this.start(array), this.start(first)).includes('\n')) {
			const all = array.elements.map((one) => JSON.parse(one.getText(this.#source)) as Json);
			return this.replace(array, all.toSpliced(index, 0, value));
		}
		const { margin, level } = this.#lineAt(this.start(first));
		const text = jsonText(value, this.#style, level);
		const before = array.elements[index - 1];
		if (before) this.#edits.push({ from: before.end, to: before.end, text: `,\n${margin}${text}` });
		else this.#edits.push({ from: this.start(first), to: this.start(first), text: `${text},\n${margin}` });
	}

	/** Adds a field after the value of another one, which begins on the line of its name. */
	addField(after: ts.Node, name: string, value: Json): void {
		const { margin, level } = this.#lineAt(this.start(after));
		const key = `${JSON.stringify(name)}: `;
		const text = `,\n${margin}${key}${jsonText(value, this.#style, level, key.length)}`;
		this.#edits.push({ from: after.end, to: after.end, text });
	}

	edited(): string {
		const last = this.#edits.sort((a, b) => b.from - a.from);
		return last.reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), this.text);
	}
}

/**
 * The text of `map.json` with one more station; everything else stays as it is written. `map` is what the text says.
 * The station comes right after the one that it follows, else at the end of the line's last section.
 */
export function addStation(text: string, map: MapFile, exercise: string, place: Place): string {
	const lineIndex = map.lines.findIndex(({ id }) => id === exercise.split('/')[0]);
	const { x, y, labelSide, follows, extension } = place;
	const station = { exercise, x, y, labelSide };
	const written = new MapText(text);
	const line = list(written.root, 'lines')?.elements[lineIndex];
	const path = list(line, 'path');
	const sections = list(line, 'sections');
	if (!path) throw new Error('A map that was read has no such line.');
	if (extension) {
		const last = path.elements.at(-1);
		if (extension.straight && last) written.replace(last, { ...extension.corner });
		else written.insert(path, path.elements.length, { ...extension.corner });
	}
	const found = map.lines[lineIndex]?.sections ?? [];
	const at = follows
		? found.findIndex((one) => one.stations.some((other) => other.exercise === follows))
		: -1;
	const section = at >= 0 ? at : found.length - 1;
	const stations = list(sections?.elements[section], 'stations');
	if (stations) {
		const before = found[section]?.stations.findIndex((other) => other.exercise === follows) ?? -1;
		written.insert(stations, before >= 0 ? before + 1 : stations.elements.length, station);
	} else if (sections) written.insert(sections, 0, { ...FIRST_SECTION, stations: [station] });
	else written.addField(path, 'sections', [{ ...FIRST_SECTION, stations: [station] }]);
	return written.edited();
}
