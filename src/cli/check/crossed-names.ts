import type { MapFile } from '../../lib/contract/map.ts';
import { problem, type Problem } from '../../lib/contract/problem.ts';
import { lineIn, type Sources } from '../../lib/exercise/sources.ts';
import { crossedPoints, type Side } from '../new/label-side.ts';
import { closePoints, gridPoints } from '../new/line-grid.ts';

const MAP = 'map.json';
/** How long a name is drawn is only about known: a remark is made of what is crossed for certain. */
const CERTAIN = 0.9;
const SIDES: readonly Side[] = ['right', 'below', 'above', 'left'];

/**
 * Stations through whose names a line is drawn: remarks, because the size of a name is only about known.
 * @param lettersOf the length of an exercise's longest title; null where it is not known
 */
export function crossedNames(
	map: MapFile,
	lettersOf: (exercise: string) => number | null,
	sources: Sources
): Problem[] {
	const points = map.lines.flatMap(({ path }) => closePoints(gridPoints(path)));
	return map.lines.flatMap(({ sections }, l) =>
		sections.flatMap(({ stations }, s) =>
			stations.flatMap((station, i): Problem[] => {
				const letters = lettersOf(station.exercise);
				if (letters === null) return [];
				const crossed = (side: Side): number => crossedPoints(station, side, letters * CERTAIN, points);
				if (crossed(station.labelSide) === 0) return [];
				const path = ['lines', l, 'sections', s, 'stations', i, 'labelSide'];
				const place = { exercise: station.exercise, file: MAP, ...lineIn(sources, MAP, path) };
				const free = SIDES.filter((side) => crossed(side) === 0);
				const params = { id: station.exercise, side: station.labelSide, free };
				return [problem('map-name-crossed', { remark: true, ...place }, params)];
			})
		)
	);
}
