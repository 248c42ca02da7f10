import { applyEdits, findNodeAtLocation, getNodeValue, parseTree, type Edit, type Node } from 'jsonc-parser';
import type { MapFile } from '../../lib/contract/map.ts';
import { splitMark } from '../../lib/exercise/text-encoding.ts';
import { jsonText, type Json, type JsonStyle } from './json-text.ts';
import type { Place } from './station-place.ts';

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

const endOf = ({ offset, length }: Node): number => offset + length;

/**
 * Edits of a JSON text. The places are found by `jsonc-parser`; what is written is laid out by `jsonText`: the library
 * puts each bracket on a line of its own, which no map of ours does.
 */
class MapText {
	readonly #style: JsonStyle;
	readonly #tree: Node;
	readonly #edits: Edit[] = [];

	constructor(readonly text: string) {
		this.#style = styleOf(text);
		const tree = parseTree(text);
		if (!tree) throw new Error('A map that was read is no JSON.');
		this.#tree = tree;
	}

	find(path: (string | number)[]): Node | undefined {
		return findNodeAtLocation(this.#tree, path);
	}

	/** How deep the line of a position is indented, and how many columns stand before the position on it. */
	#lineAt(position: number): { margin: string; level: number; before: number } {
		const from = this.text.lastIndexOf('\n', position - 1) + 1;
		const margin = /^[\t ]*/.exec(this.text.slice(from))?.[0] ?? '';
		const level = Math.round(margin.length / this.#style.indent.length);
		return { margin, level, before: Math.max(0, position - from - margin.length) };
	}

	replace({ offset, length }: Node, value: Json): void {
		const { level, before } = this.#lineAt(offset);
		this.#edits.push({ offset, length, content: jsonText(value, this.#style, level, before) });
	}

	/** Adds an entry so that it is number `index` of a list; the others stay as they are written. */
	insert(list: Node, index: number, value: Json): void {
		const entries = list.children ?? [];
		const [first] = entries;
		if (!first || !this.text.slice(list.offset, first.offset).includes('\n'))
			return this.replace(list, (getNodeValue(list) as Json[]).toSpliced(index, 0, value));
		const { margin, level } = this.#lineAt(first.offset);
		const text = jsonText(value, this.#style, level);
		const before = entries[index - 1];
		if (before) this.#edits.push({ offset: endOf(before), length: 0, content: `,\n${margin}${text}` });
		else this.#edits.push({ offset: first.offset, length: 0, content: `${text},\n${margin}` });
	}

	/** Adds a field after the value of another one, which begins on the line of its name. */
	addField(after: Node, name: string, value: Json): void {
		const { margin, level } = this.#lineAt(after.offset);
		const key = `${JSON.stringify(name)}: `;
		const text = `,\n${margin}${key}${jsonText(value, this.#style, level, key.length)}`;
		this.#edits.push({ offset: endOf(after), length: 0, content: text });
	}

	edited(): string {
		return applyEdits(this.text, this.#edits);
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
	const { mark, text: json } = splitMark(text);
	const written = new MapText(json);
	const path = written.find(['lines', lineIndex, 'path']);
	if (!path) throw new Error('A map that was read has no such line.');
	if (extension) {
		const corners = path.children ?? [];
		const last = corners.at(-1);
		if (extension.straight && last) written.replace(last, { ...extension.corner });
		else written.insert(path, corners.length, { ...extension.corner });
	}
	const found = map.lines[lineIndex]?.sections ?? [];
	const at = follows
		? found.findIndex((one) => one.stations.some((other) => other.exercise === follows))
		: -1;
	const section = at >= 0 ? at : found.length - 1;
	const sections = written.find(['lines', lineIndex, 'sections']);
	const stations =
		section < 0 ? undefined : written.find(['lines', lineIndex, 'sections', section, 'stations']);
	if (stations) {
		const before = found[section]?.stations.findIndex((other) => other.exercise === follows) ?? -1;
		written.insert(stations, before >= 0 ? before + 1 : (stations.children ?? []).length, station);
	} else if (sections) written.insert(sections, 0, { ...FIRST_SECTION, stations: [station] });
	else written.addField(path, 'sections', [{ ...FIRST_SECTION, stations: [station] }]);
	return mark + written.edited();
}
