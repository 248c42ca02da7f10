import type { MapFile } from '../../lib/contract/map.ts';
import { chooseLabelSide, ROOM, type DrawnStation, type LabelPlace, type Side } from './label-side.ts';
import {
	allStations,
	closePoints,
	gridPoints,
	leg,
	samePlace,
	stationsAlong,
	type Point,
	type StationAlong
} from './line-grid.ts';

/** Where a new station stands. */
export interface Place extends Point {
	labelSide: Side;
	/** The station of the line after which it is listed; null where the line has none yet. */
	follows: string | null;
	/** Whether it touches its neighbours nearly. */
	tight: boolean;
	/** A new last corner of the line; `straight`: it takes the place of the old one. Null where the path is long enough. */
	extension: { corner: Point; straight: boolean } | null;
}

/** Squares of the grid from one station to the next, where there is room. */
const STEP = 3;
/** A longer piece is tried where names stand in the way. */
const LONGEST_STEP = 8;
/** The grid's last column and row. */
const GRID_END = 60;

interface Ground {
	/** Points of this line, in its order. */
	own: readonly Point[];
	/** Points of the other lines. */
	others: readonly Point[];
	/** The other lines, in points close together. */
	drawnOthers: readonly Point[];
	drawn: readonly DrawnStation[];
	letters: number;
}

/** A line will go on from its end one day: no name should stand in the way. */
function goesOn(own: readonly Point[]): Point[] {
	const end = own.at(-1) ?? { x: 0, y: 0 };
	const before = own.at(-2) ?? end;
	return Array.from({ length: LONGEST_STEP }, (_, index) => ({
		x: end.x + (end.x - before.x) * (index + 1),
		y: end.y + (end.y - before.y) * (index + 1)
	}));
}

/** Where one line meets another or itself, a station would mean that one changes there. */
function sideAt(
	place: Point,
	ground: Ground,
	onward: readonly Point[],
	room: number = ROOM.ample
): LabelPlace | null {
	const passes = ground.own.filter((point) => samePlace(point, place)).length;
	if (passes > 1 || ground.others.some((point) => samePlace(point, place))) return null;
	return chooseLabelSide(
		place,
		ground.letters,
		ground.drawn,
		[...closePoints([...ground.own, ...onward]), ...ground.drawnOthers],
		room
	);
}

/**
 * The best free place between two stations: a few squares after the first, or else in the middle. `most`: how many points
 * of lines its name may lie on.
 */
function placeBetween(from: number, to: number, ground: Ground, room: number, most: number) {
	const wanted = Math.min(from + STEP, (from + to) / 2);
	const distance = (index: number) => (index < wanted ? (wanted - index) * 1.5 : index - wanted);
	const order = ground.own
		.map((point, index) => ({ point, index }))
		.filter(({ index }) => index > from && index < to)
		.sort((a, b) => distance(a.index) - distance(b.index));
	for (const { point } of order) {
		const label = sideAt(point, ground, goesOn(ground.own), room);
		if (label && label.crossed <= most) return { ...point, labelSide: label.side };
	}
	return null;
}

/** The next station, where it stands just before this one on the path: a line can go through a loop the other way round. */
function backwards(listed: readonly StationAlong[], from: StationAlong): StationAlong | null {
	const next = listed[listed.indexOf(from) + 1];
	if (!next || next.at >= from.at) return null;
	return listed.some(({ at }) => at > next.at && at < from.at) ? null : next;
}

/** A straight piece at the end of the line: on ahead, else turned by 45, then by 90 degrees. */
function placeBeyond(path: readonly Point[], ground: Ground, most: number) {
	const end = path.at(-1) ?? { x: 0, y: 0 };
	const before = path.at(-2) ?? end;
	const ahead = { x: Math.sign(end.x - before.x), y: Math.sign(end.y - before.y) };
	let crossed: (Point & Pick<Place, 'labelSide' | 'extension'>) | null = null;
	for (const eighths of [0, 1, -1, 2, -2]) {
		const angle = Math.atan2(ahead.y, ahead.x) + (eighths * Math.PI) / 4;
		const turned = {
			x: Math.sign(Math.round(Math.cos(angle) * 2)),
			y: Math.sign(Math.round(Math.sin(angle) * 2))
		};
		for (let step = STEP; step <= LONGEST_STEP; step++) {
			const corner = { x: end.x + turned.x * step, y: end.y + turned.y * step };
			if (Math.min(corner.x, corner.y) < 0 || Math.max(corner.x, corner.y) > GRID_END) break;
			const piece = leg(end, corner);
			const crosses = [...ground.own, ...ground.others].some((point) =>
				piece.some((one) => samePlace(one, point))
			);
			if (crosses) break;
			const own = [...ground.own, ...piece];
			const label = sideAt(corner, { ...ground, own }, goesOn(own));
			if (!label) continue;
			const place = { ...corner, labelSide: label.side, extension: { corner, straight: eighths === 0 } };
			if (label.crossed === 0) return place;
			if (label.crossed <= most) crossed ??= place;
		}
	}
	return crossed;
}

/**
 * A free place for a station on a line: after the station of `after`, or after the line's last one; further on where
 * there is no room; on a new piece of the line where no room is left at all. Null only where the grid ends.
 * `letters`: the length of a station's longest title, in characters.
 */
export function placeStation(
	map: MapFile,
	lineId: string,
	after: string | null,
	letters: number,
	lettersOf: (exercise: string) => number
): Place | null {
	const line = map.lines.find(({ id }) => id === lineId);
	if (!line) return null;
	const own = gridPoints(line.path);
	const others = map.lines.filter((one) => one !== line).map(({ path }) => gridPoints(path));
	const ground: Ground = {
		own,
		others: others.flat(),
		drawnOthers: others.flatMap(closePoints),
		drawn: allStations(map).map((one) => ({ ...one, letters: lettersOf(one.exercise) })),
		letters
	};
	const listed = stationsAlong(line, own);
	const first = listed.find(({ exercise }) => exercise === after) ?? listed.at(-1);
	// The badge with the line's letter stands on its first point.
	const start: Pick<StationAlong, 'at'> & { exercise: string | null } = first ?? { at: 0, exercise: null };
	const further = listed.filter(({ at }) => at > start.at).sort((a, b) => a.at - b.at);
	const stops = [start, ...further];
	const back = first ? backwards(listed, first) : null;
	if (back) {
		for (const room of [ROOM.ample, ROOM.tight]) {
			const found = placeBetween(back.at, start.at, ground, room, 0);
			if (found) return { ...found, follows: start.exercise, extension: null, tight: room === ROOM.tight };
		}
	}
	// A name that a line is drawn through cannot be read: such a place is taken only where there is no other one.
	for (const most of [0, Infinity]) {
		for (const [index, { at, exercise }] of stops.entries()) {
			const next = stops[index + 1]?.at;
			const found = { follows: exercise, extension: null };
			const ample = placeBetween(at, next ?? own.length, ground, ROOM.ample, most);
			if (ample) return { ...ample, ...found, tight: false };
			// Between two stations, the order counts more than air; at its end the line can be made longer instead.
			const tight = next === undefined ? null : placeBetween(at, next, ground, ROOM.tight, most);
			if (tight) return { ...tight, ...found, tight: true };
		}
		const beyond = placeBeyond(line.path, ground, most);
		if (beyond) return { ...beyond, follows: stops.at(-1)?.exercise ?? null, tight: false };
	}
	return null;
}
