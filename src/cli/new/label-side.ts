import type { MapStation } from '../../lib/contract/map.ts';
import type { Point } from './line-grid.ts';

export type Side = MapStation['labelSide'];

/** A rectangle, in squares of the grid. */
interface Box {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

// The drawing (src/lib/ui/map) in squares of its grid: a letter is about a third of one, a station reaches most of one.
const LETTER = 0.35;
/** Half of what a station takes: with air around it, and where it must stand close to another one. */
export const ROOM = { ample: 0.7, tight: 0.48 } as const;

/** Where the name of a station is drawn, about. */
function labelBox({ x, y }: Point, side: Side, letters: number): Box {
	const width = letters * LETTER;
	const middle = { left: x - width / 2, right: x + width / 2 };
	switch (side) {
		case 'above':
			return { ...middle, top: y - 1.6, bottom: y - 0.8 };
		case 'below':
			return { ...middle, top: y + 0.8, bottom: y + 1.7 };
		case 'left':
			return { left: x - 1 - width, right: x - 1, top: y - 0.4, bottom: y + 0.45 };
		case 'right':
			return { left: x + 1, right: x + 1 + width, top: y - 0.4, bottom: y + 0.45 };
	}
}

const stationBox = ({ x, y }: Point, room: number): Box => ({
	left: x - room,
	right: x + room,
	top: y - room,
	bottom: y + room
});

const overlap = (a: Box, b: Box): boolean =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const holds = (box: Box, { x, y }: Point): boolean =>
	x > box.left && x < box.right && y > box.top && y < box.bottom;

/** On how many of these points of lines a name lies. */
export function crossedPoints(place: Point, side: Side, letters: number, points: readonly Point[]): number {
	const box = labelBox(place, side, letters);
	return points.filter((point) => holds(box, point)).length;
}

/** A station as it is drawn. `letters`: the length of its longest title. */
export interface DrawnStation extends Point {
	labelSide: Side;
	letters: number;
}

/** A side for a name. `crossed`: how many points of lines it lies on. */
export interface LabelPlace {
	side: Side;
	crossed: number;
}

/**
 * The side for the name of a new station: it touches no other station and no other name, and lies on as few points of
 * lines as possible (`linePoints`: of lines, close enough together that no line slips between two). Null where no side is free, or where the station itself would stand on a name.
 */
export function chooseLabelSide(
	place: Point,
	letters: number,
	drawn: readonly DrawnStation[],
	linePoints: readonly Point[],
	room: number
): LabelPlace | null {
	const taken = drawn.flatMap((one) => [stationBox(one, room), labelBox(one, one.labelSide, one.letters)]);
	if (taken.some((box) => overlap(box, stationBox(place, room)))) return null;
	let best: LabelPlace | null = null;
	for (const side of ['right', 'below', 'above', 'left'] as const) {
		const box = labelBox(place, side, letters);
		if (box.left < -1 || taken.some((other) => overlap(other, box))) continue;
		const crossed = crossedPoints(place, side, letters, linePoints);
		if (!best || crossed < best.crossed) best = { side, crossed };
	}
	return best;
}
