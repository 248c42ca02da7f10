import type { MapFile, MapLine } from '../../contract/map.ts';

/** Lines and stations that are drawn together. */
export interface Part {
	id: string;
	lines: readonly MapLine[];
	/** The titles of these, one after another, are the part's. */
	titled: readonly Pick<MapLine, 'title'>[];
	stations: readonly string[];
}

/**
 * Stations that are drawn at once. A page with so many comes alive on an old laptop as fast as one with ten, and what
 * the school itself has is less: only a map with more is cut.
 */
export const STATIONS_AT_ONCE = 48;

const idsOf = (lines: readonly MapLine[]): string[] =>
	lines.flatMap(({ sections }) =>
		sections.flatMap(({ stations }) => stations.map(({ exercise }) => exercise))
	);
const whole = (lines: readonly MapLine[], id: string): Part => ({
	id,
	lines,
	titled: lines,
	stations: idsOf(lines)
});

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
	if (groups.length < 2) return [whole([line], line.id)];
	return groups.map((sections, index) => ({
		id: `${line.id}.${index + 1}`,
		lines: [{ ...line, sections }],
		titled: sections,
		stations: idsOf([{ ...line, sections }])
	}));
}

/**
 * Cuts a map into what can be drawn at once: all of it, else the lines of one folder of exercises, else a line, else
 * some sections of a line. Lines that have no stations yet are shown with the first line beside them.
 * @param lineIds the lines of each folder of exercises
 */
export function mapParts(map: MapFile, lineIds: readonly (readonly string[])[]): Part[] {
	if (idsOf(map.lines).length <= STATIONS_AT_ONCE) return [whole(map.lines, 'all')];
	return lineIds.flatMap((ids) => {
		const lines = map.lines.filter(({ id }) => ids.includes(id));
		const busy = lines.filter((line) => idsOf([line]).length > 0);
		const first = busy[0] ?? lines[0];
		if (!first) return [];
		if (idsOf(lines).length <= STATIONS_AT_ONCE)
			return [{ ...whole(lines, first.id), titled: busy.length > 0 ? busy : lines }];
		const empty = lines.filter((line) => !busy.includes(line));
		return busy.flatMap((line) => {
			const parts = partsOfLine(line);
			return line === first
				? parts.map((part, index) => (index === 0 ? { ...part, lines: [...part.lines, ...empty] } : part))
				: parts;
		});
	});
}
