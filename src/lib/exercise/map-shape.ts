import type { MapFile, MapLine } from '../contract/map.ts';
import type { Problem } from '../contract/problem.ts';
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
			const message = `Another line has the ${key} "${line[key]}" already.`;
			problems.push({ code: 'duplicate-line', ...at([key]), message, fix: 'Give each line its own.' });
		}
		const all = pieces(line);
		for (const [corner, piece] of all.entries()) {
			if (!isSteep(piece)) continue;
			const [a, b] = piece;
			const message = `The line "${line.id}" runs from x ${a.x}, y ${a.y} to x ${b.x}, y ${b.y}: not straight and not at 45 degrees.`;
			const fix = 'Move one of the two corners, or add one between them.';
			problems.push({ code: 'invalid-field', ...at(['path', corner + 1]), message, fix });
		}
		for (const [s, section] of line.sections.entries()) {
			for (const [i, station] of section.stations.entries()) {
				if (all.some((piece) => isOn(station, piece))) continue;
				problems.push({
					code: 'map-off-line',
					exercise: station.exercise,
					...at(['sections', s, 'stations', i]),
					message: `The station of "${station.exercise}" at x ${station.x}, y ${station.y} is not on its line.`,
					fix: `Move it, or lead the path of the line "${line.id}" through it.`
				});
			}
		}
	}
	return problems;
}
