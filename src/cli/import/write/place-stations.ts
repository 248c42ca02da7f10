import type { LocalizedText } from '../../../lib/contract/localized-text.ts';
import type { MapLine, MapStation } from '../../../lib/contract/map.ts';

/** An exercise that is to stand on the line, in the order of the line. */
export interface Placed {
	id: string;
	section?: LocalizedText;
}

/** The map's grid: coordinates run from 0 to this. */
const GRID = 60;
/** Stations of one section: more than these are divided. */
const SECTION = 20;
/** Columns between two runs of the line, and rows between two stations; tried in this order until all have room. */
const SPACINGS: readonly (readonly [columns: number, rows: number])[] = [
	[10, 2],
	[10, 1],
	[6, 1],
	[3, 1],
	[1, 1]
];

interface Grid {
	columns: number;
	/** Stations in each column. */
	rows: number;
	width: number;
	height: number;
}

/** Not far from a square, with names to the right of each station. Null where there are too many. */
function gridFor(count: number, left: number): Grid | null {
	for (const [width, height] of SPACINGS) {
		const mostColumns = Math.floor((GRID - left) / width) + 1;
		const mostRows = Math.floor(GRID / height) - 1;
		const wanted = Math.min(mostRows, Math.max(4, Math.ceil(Math.sqrt(2 * count))));
		const rows = Math.max(wanted, Math.ceil(count / mostColumns));
		if (rows <= mostRows) return { columns: Math.ceil(count / rows), rows, width, height };
	}
	return null;
}

const otherwise = (number: number): LocalizedText => ({
	fr: `Partie ${number}`,
	nl: `Deel ${number}`,
	en: `Part ${number}`
});

const numbered = (title: LocalizedText, number: number): LocalizedText => ({
	fr: `${title.fr} ${number}`,
	nl: `${title.nl} ${number}`,
	en: `${title.en} ${number}`
});

/** Runs of the same section, none longer than `SECTION`. */
function divide(exercises: readonly Placed[]): { title: LocalizedText; ids: string[] }[] {
	const runs: { section?: LocalizedText; ids: string[] }[] = [];
	for (const { id, section } of exercises) {
		const last = runs.at(-1);
		if (last && last.section?.en === section?.en) last.ids.push(id);
		else runs.push({ section, ids: [id] });
	}
	let unnamed = 0;
	const seen = new Map<string, number>();
	return runs.flatMap(({ section, ids }) => {
		const parts = Math.ceil(ids.length / SECTION);
		const size = Math.ceil(ids.length / parts);
		const several = section && (parts > 1 || runs.filter((one) => one.section?.en === section.en).length > 1);
		return Array.from({ length: parts }, (_, part) => {
			const count = section ? (seen.get(section.en) ?? 0) + 1 : 0;
			if (section) seen.set(section.en, count);
			const title = section ? (several ? numbered(section, count) : section) : otherwise(++unnamed);
			return { title, ids: ids.slice(part * size, (part + 1) * size) };
		});
	});
}

const sectionId = (title: LocalizedText, index: number): string =>
	`${index + 1}-${title.en.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`.replace(/-+$/, '');

/**
 * The sections of a line and its path: a snake of columns, names to the right. Null where the grid has no room.
 * @param left the first free column of the grid
 */
export function placeStations(
	exercises: readonly Placed[],
	left: number
): Pick<MapLine, 'path' | 'sections'> | null {
	const grid = gridFor(exercises.length, left);
	if (!grid) return null;
	const { rows, width, height } = grid;
	const bottom = (rows + 1) * height;
	const spot = (index: number): { x: number; y: number } => {
		const column = Math.floor(index / rows);
		const row = index % rows;
		return { x: left + column * width, y: (column % 2 === 0 ? row + 1 : rows - row) * height };
	};
	const path: MapLine['path'] = [];
	for (let column = 0; column < grid.columns; column++) {
		const x = left + column * width;
		const down = column % 2 === 0;
		path.push({ x, y: down ? 0 : bottom }, { x, y: down ? bottom : 0 });
	}
	// The line ends at its last station.
	path[path.length - 1] = spot(exercises.length - 1);
	let index = 0;
	const sections = divide(exercises).map(({ title, ids }, at) => ({
		id: sectionId(title, at),
		title,
		stations: ids.map((exercise): MapStation => ({
			exercise,
			...spot(index++),
			labelSide: 'right',
			prerequisites: []
		}))
	}));
	return { path, sections };
}
