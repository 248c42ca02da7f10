import type { MapFile, MapLine } from '../../lib/contract/map.ts';

export interface Point {
	x: number;
	y: number;
}

export const samePlace = (a: Point, b: Point): boolean => a.x === b.x && a.y === b.y;

/** Greatest common divisor: a leg that turns by another angle than 45 degrees meets the grid less often. */
const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** The points of the grid between two corners: without the first, with the last. */
export function leg(from: Point, to: Point): Point[] {
	const steps = divisor(Math.abs(to.x - from.x), Math.abs(to.y - from.y));
	return Array.from({ length: steps }, (_, index) => ({
		x: from.x + ((to.x - from.x) / steps) * (index + 1),
		y: from.y + ((to.y - from.y) / steps) * (index + 1)
	}));
}

/** Every point of the grid that a line passes, in its order; a point where it crosses itself comes twice. */
export function gridPoints(path: readonly Point[]): Point[] {
	return path.flatMap((corner, index) => {
		const before = path[index - 1];
		return before ? leg(before, corner) : [corner];
	});
}

/** Points to look at between two of the grid: a slanting line can cut the corner of a name between them. */
const BETWEEN = 4;

/** The same line as points that lie close together. */
export const closePoints = (points: readonly Point[]): Point[] =>
	points.flatMap((point, index) => {
		const before = points[index - 1];
		if (!before) return [point];
		return Array.from({ length: BETWEEN }, (_, step) => ({
			x: before.x + ((point.x - before.x) * (step + 1)) / BETWEEN,
			y: before.y + ((point.y - before.y) * (step + 1)) / BETWEEN
		}));
	});

/** A station with how far along its line it stands, as an index into `gridPoints`. */
export interface StationAlong extends Point {
	exercise: string;
	at: number;
}

/** The stations of a line in their order. One that stands beside its line counts as where the one before it stands. */
export function stationsAlong(line: MapLine, points: readonly Point[]): StationAlong[] {
	let last = 0;
	return line.sections
		.flatMap((section) => section.stations)
		.map(({ exercise, x, y }) => {
			const ahead = points.findIndex((point, index) => index >= last && samePlace(point, { x, y }));
			// Stations may stand in another order than the path passes them.
			const at = ahead >= 0 ? ahead : points.findIndex((point) => samePlace(point, { x, y }));
			last = at >= 0 ? at : last;
			return { exercise, x, y, at: last };
		});
}

export const allStations = (map: MapFile) =>
	map.lines.flatMap((line) => line.sections.flatMap((section) => section.stations));
