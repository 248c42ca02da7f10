import type { StationInfo } from '../../contract/journey.ts';
import type { Locale } from '../../contract/locale.ts';
import type { MapFile, MapStation } from '../../contract/map.ts';
import type { MapState, StationState } from '../../contract/progress.ts';
import { isOnLine, linePath, type Point } from './line-path.ts';

/** Side of one square of the map's grid, in units of the drawing. */
export const CELL = 24;
const CORNER = 1.5 * CELL;
/** Width of a letter of a name, on average. */
const LETTER = 8.2;
/** Room around the outermost point; more above, where the names of the lines stand. */
const MARGIN = 2 * CELL;
const MARGIN_ABOVE = 3 * CELL;

export interface StationOnMap extends Point {
	id: string;
	href: string;
	title: string;
	minutes: number;
	points: number;
	state: StationState;
	/** Titles of what to pass first; empty where nothing is missing. */
	opensAfter: readonly string[];
	isNext: boolean;
	labelSide: MapStation['labelSide'];
	/** Letters of the other lines that pass here. */
	changeTo: readonly string[];
}

export interface LineOnMap {
	id: string;
	letter: string;
	title: string;
	planned: boolean;
	/** The `d` of the line's path. */
	path: string;
	start: Point;
	sections: readonly { id: string; title: string; stations: readonly StationOnMap[] }[];
}

export interface MapView {
	lines: readonly LineOnMap[];
	box: { x: number; y: number; width: number; height: number };
	next: StationOnMap | null;
}

const scaled = ({ x, y }: Point): Point => ({ x: x * CELL, y: y * CELL });

/** What is drawn: the whole map or a part of it. */
export interface Drawn {
	map: MapFile;
	stations: readonly StationInfo[];
	/** Only the stretch of the line around the stations: its other stations are in other parts. */
	cut: boolean;
}

/** Everything the map and the list show, from the file, the exercises' titles and the learner's progress. */
export function mapView({ map, stations, cut }: Drawn, state: MapState, locale: Locale): MapView {
	const info = new Map(stations.map((station) => [station.id, station]));
	const titleOf = (id: string) => info.get(id)?.title ?? id;

	const onMap = (station: MapStation, lineId: string): StationOnMap => {
		const view = state.stations[station.exercise];
		return {
			id: station.exercise,
			href: `/${locale}/${station.exercise}`,
			title: titleOf(station.exercise),
			minutes: info.get(station.exercise)?.minutes ?? 0,
			points: info.get(station.exercise)?.points ?? 0,
			state: view?.state ?? 'locked',
			opensAfter: (view?.missing ?? []).map(titleOf),
			isNext: state.next === station.exercise,
			labelSide: station.labelSide,
			changeTo: map.lines
				.filter((line) => line.id !== lineId && isOnLine(station, line.path))
				.map((line) => line.letter),
			...scaled(station)
		};
	};

	const lines = map.lines.map((line): LineOnMap => {
		const corners = line.path.map(scaled);
		return {
			id: line.id,
			letter: line.letter,
			title: line.title[locale],
			planned: line.planned,
			path: linePath(corners, CORNER),
			start: corners[0] ?? { x: 0, y: 0 },
			sections: line.sections.map((section) => ({
				id: section.id,
				title: section.title[locale],
				stations: section.stations.map((station) => onMap(station, line.id))
			}))
		};
	});

	const all = lines.flatMap((line) => line.sections.flatMap((section) => section.stations));
	return {
		lines,
		box: boxAround([
			...(cut ? all : map.lines.flatMap((line) => line.path).map(scaled)),
			...all.map(endOfName)
		]),
		next: all.find((station) => station.isNext) ?? null
	};
}

/** Where the name of a station ends, about: the drawing must be wide enough for it. */
function endOfName({ x, y, title, labelSide }: StationOnMap): Point {
	const length = title.length * LETTER;
	const reach = { above: 0, below: 0, left: -length, right: length }[labelSide];
	return { x: x + reach, y };
}

function boxAround(points: readonly Point[]): MapView['box'] {
	const xs = points.map(({ x }) => x);
	const ys = points.map(({ y }) => y);
	const x = Math.min(...xs) - MARGIN;
	const y = Math.min(...ys) - MARGIN_ABOVE;
	return { x, y, width: Math.max(...xs) + MARGIN - x, height: Math.max(...ys) + MARGIN - y };
}
