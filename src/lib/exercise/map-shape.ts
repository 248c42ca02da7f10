import type { MapFile, MapLine } from '../contract/map.ts';
import { problem, type Problem } from '../contract/problem.ts';
import { lineIn, type Sources } from './sources.ts';

const MAP = 'map.json';

type Point = MapLine['path'][number];

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
/** Pieces of a line between two corners. */
const pieces = ({ path }: MapLine): [Point, Point][] =>
	path.slice(1).map((corner, index) => [path[index]!, corner]);
const isOn = (point: Point, [a, b]: [Point, Point]): boolean =>
	Math.abs(distance(a, point) + distance(point, b) - distance(a, b)) < 1e-9;
const isSteep = ([a, b]: [Point, Point]): boolean =>
	a.x !== b.x && a.y !== b.y && Math.abs(a.x - b.x) !== Math.abs(a.y - b.y);

/** What is wrong with how a map is drawn: lines that are not unlike, turns of other angles, stations beside their line. */
export function mapShapeProblems(map: MapFile, sources: Sources = new Map()): Problem[] {
	const problems: Problem[] = [];
	for (const [index, line] of map.lines.entries()) {
		const at = (path: (string | number)[]) => ({
			file: MAP,
			...lineIn(sources, MAP, ['lines', index, ...path])
		});
		for (const key of ['id', 'letter'] as const) {
			if (map.lines.findIndex((other) => other[key] === line[key]) === index) continue;
			problems.push(problem('duplicate-line', at([key]), { key, value: line[key] }));
		}
		const all = pieces(line);
		for (const [corner, piece] of all.entries()) {
			if (!isSteep(piece)) continue;
			const [from, to] = piece;
			problems.push(problem('invalid-field/slope', at(['path', corner + 1]), { line: line.id, from, to }));
		}
		for (const [s, section] of line.sections.entries()) {
			for (const [i, station] of section.stations.entries()) {
				if (all.some((piece) => isOn(station, piece))) continue;
				const { exercise: id, x, y } = station;
				const place = { exercise: id, ...at(['sections', s, 'stations', i]) };
				problems.push(problem('map-off-line', place, { id, x, y, line: line.id }));
			}
		}
	}
	return problems;
}
