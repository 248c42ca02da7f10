import type { MapFile, MapLine } from '../../contract/map.ts';

/** Lines and stations that are drawn together. */
export interface Part {
	id: string;
	lines: readonly MapLine[];
	/** The lines that are named: those with stations. */
	named: readonly MapLine[];
	/** Where it is a part of one line: which stations of it, from 1. */
	cut: { from: number; to: number } | null;
	stations: readonly string[];
}

/**
 * Stations that are drawn at once: what the school itself has is less, and is one map, and one poster. Only a map with more
 * is cut.
 */
export const STATIONS_AT_ONCE = 80;

const idsOf = (lines: readonly MapLine[]): string[] =>
	lines.flatMap(({ sections }) =>
		sections.flatMap(({ stations }) => stations.map(({ exercise }) => exercise))
	);
const whole = (id: string, lines: readonly MapLine[]): Part => {
	const busy = lines.filter((line) => idsOf([line]).length > 0);
	return { id, lines, named: busy.length > 0 ? busy : lines, cut: null, stations: idsOf(lines) };
};

/** Sections in groups of at most so many stations; a section that is larger alone is cut too. */
function groupSections(line: MapLine): MapLine['sections'][] {
	const pieces = line.sections.flatMap((section) =>
		Array.from({ length: Math.ceil(section.stations.length / STATIONS_AT_ONCE) }, (_, index) => ({
			...section,
			stations: section.stations.slice(index * STATIONS_AT_ONCE, (index + 1) * STATIONS_AT_ONCE)
		}))
	);
	const groups: MapLine['sections'][] = [];
	let size = Infinity;
	for (const piece of pieces) {
		if (size + piece.stations.length > STATIONS_AT_ONCE) {
			groups.push([]);
			size = 0;
		}
		groups.at(-1)!.push(piece);
		size += piece.stations.length;
	}
	return groups;
}

function partsOfLine(line: MapLine): Part[] {
	const groups = groupSections(line);
	if (groups.length < 2) return [whole(line.id, [line])];
	let to = 0;
	return groups.map((sections, index) => {
		const part = { ...line, sections };
		const stations = idsOf([part]);
		const from = to + 1;
		to += stations.length;
		return { id: `${line.id}.${index + 1}`, lines: [part], named: [part], cut: { from, to }, stations };
	});
}

/**
 * Cuts a map into what can be drawn at once: all of it, else the lines of one folder of exercises, else a line, else
 * some sections of a line. Lines without stations are shown with the first line of their folder that is shown whole.
 * @param lineIds the lines of each folder of exercises
 */
export function mapParts(map: MapFile, lineIds: readonly (readonly string[])[]): Part[] {
	if (idsOf(map.lines).length <= STATIONS_AT_ONCE) return [whole('all', map.lines)];
	return lineIds.flatMap((ids) => {
		const lines = map.lines.filter(({ id }) => ids.includes(id));
		const first = lines[0];
		if (!first) return [];
		if (idsOf(lines).length <= STATIONS_AT_ONCE) return [whole(first.id, lines)];
		const planned = lines.filter((line) => idsOf([line]).length === 0);
		const parts = lines.filter((line) => !planned.includes(line)).flatMap(partsOfLine);
		const beside = parts.find(({ cut }) => cut === null);
		if (planned.length === 0) return parts;
		if (!beside) return [...parts, whole(planned[0]!.id, planned)];
		return parts.map((part) => (part === beside ? { ...part, lines: [...part.lines, ...planned] } : part));
	});
}
