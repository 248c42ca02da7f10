import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { closePoints, gridPoints } from '../../src/cli/new/line-grid.ts';
import { crossedPoints, type Side } from '../../src/cli/new/label-side.ts';
import { placeStation } from '../../src/cli/new/station-place.ts';
import { parseMap } from '../../src/lib/exercise/parse-map.ts';

const parsed = parseMap(readFileSync('exercises/map.json', 'utf8'));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const { map } = parsed;
const LETTERS = 15;

/** How many points of lines lie on the name of a station that stands here. */
function crossed(
	place: { x: number; y: number; labelSide: Side; extension: { corner: { x: number; y: number } } | null },
	track: string
) {
	const points = map.lines
		.map(({ id, path }) => (id === track && place.extension ? [...path, place.extension.corner] : path))
		.flatMap((path) => closePoints(gridPoints(path)));
	return crossedPoints(place, place.labelSide, LETTERS, points);
}

test.each(
	map.lines.flatMap(({ id, sections }) =>
		sections.flatMap(({ stations }) => stations.map(({ exercise }) => [id, exercise] as const))
	)
)('no line of the map of %s is drawn through the name of a station after %s', (track, after) => {
	const place = placeStation(map, track, after, LETTERS, () => LETTERS);
	expect(place).not.toBeNull();
	expect(crossed(place!, track)).toBe(0);
});

test('where stations pass a loop against the order of its path, a new one stands between the two that it is listed between', () => {
	const stations = map.lines[0]!.sections.flatMap((section) => section.stations);
	const at = stations.findIndex(({ exercise }) => exercise === 'programming/count-votes');
	const [before, after] = [stations[at]!, stations[at + 1]!];
	const place = placeStation(map, 'programming', before.exercise, LETTERS, () => LETTERS)!;
	expect(place.follows).toBe(before.exercise);
	expect([place.x, place.y]).toEqual([(before.x + after.x) / 2, (before.y + after.y) / 2]);
});
