import type { Exercise } from '../contract/exercise.ts';
import type { MapFile, MapStation } from '../contract/map.ts';
import type { Problem } from '../contract/problem.ts';
import { lineIn, type Sources } from './sources.ts';
import type { JsonPath } from './json-lines.ts';
import { prerequisiteCycles } from './prerequisite-cycles.ts';

const MAP = 'map.json';

interface PlacedStation {
	station: MapStation;
	lineId: string;
	path: JsonPath;
}

const stationsOf = (map: MapFile): PlacedStation[] =>
	map.lines.flatMap(({ id, sections }, l) =>
		sections.flatMap(({ stations }, s) =>
			stations.map((station, i) => ({
				station,
				lineId: id,
				path: ['lines', l, 'sections', s, 'stations', i]
			}))
		)
	);

function mapProblems(
	ids: ReadonlySet<string>,
	placed: readonly PlacedStation[],
	sources: Sources
): Problem[] {
	const problems: Problem[] = [];
	const seen = new Set<string>();
	const taken = new Map<string, string>();
	for (const { station, lineId, path } of placed) {
		const { exercise: id, x, y } = station;
		const add = (code: Problem['code'], message: string, fix: string): void =>
			void problems.push({ code, exercise: id, file: MAP, ...lineIn(sources, MAP, path), message, fix });
		if (!ids.has(id)) {
			add('map-unknown-exercise', `There is no exercise "${id}".`, 'Correct the id, or remove the station.');
		} else if (!id.startsWith(`${lineId}/`)) {
			add(
				'invalid-field',
				`"${id}" stands on the line "${lineId}".`,
				'Move it to the line of its own track.'
			);
		}
		if (seen.has(id)) add('map-duplicate-station', `"${id}" has two stations.`, 'Keep one of the two.');
		const other = taken.get(`${x},${y}`);
		if (other !== undefined && other !== id) {
			add('map-position-taken', `"${other}" already stands at x ${x}, y ${y}.`, 'Move one of the two.');
		}
		seen.add(id);
		taken.set(`${x},${y}`, id);
	}
	for (const id of [...ids].sort()) {
		if (seen.has(id)) continue;
		const fix = `Add a station for it in ${MAP}; without one nobody finds it.`;
		const message = `"${id}" has no station.`;
		problems.push({ code: 'map-missing-station', exercise: id, file: MAP, message, fix });
	}
	return problems;
}

const unknownPrerequisite = (file: string, id: string, place: { line?: number }): Problem => ({
	code: 'unknown-prerequisite',
	file,
	...place,
	message: `The prerequisite "${id}" is not an exercise that works.`,
	fix: 'Correct the id, repair that exercise, or remove it here.'
});

/** What is asked of an exercise here. */
export interface CatalogueEntry {
	id: string;
	manifest: Pick<Exercise['manifest'], 'prerequisites'>;
}

/**
 * What can be wrong between exercises, and between them and the map: prerequisites that do not exist or go round
 * in a ring, stations without an exercise, twice, at one place, and exercises without a station.
 * @param elsewhere ids of exercises in other folders, which may be prerequisites too
 */
export function catalogueProblems(
	exercises: readonly CatalogueEntry[],
	map: MapFile,
	sources: Sources = new Map(),
	elsewhere: ReadonlySet<string> = new Set()
): Problem[] {
	const ids = new Set(exercises.map((exercise) => exercise.id));
	const placed = stationsOf(map);
	const problems = mapProblems(ids, placed, sources);
	const needs = new Map<string, string[]>();
	for (const { id, manifest } of exercises) {
		const file = `${id}/exercise.json`;
		needs.set(id, [...manifest.prerequisites]);
		for (const [index, other] of manifest.prerequisites.entries()) {
			if (ids.has(other) || elsewhere.has(other)) continue;
			problems.push(unknownPrerequisite(file, other, lineIn(sources, file, ['prerequisites', index])));
		}
	}
	for (const { station, path } of placed) {
		needs.set(station.exercise, [...(needs.get(station.exercise) ?? []), ...station.prerequisites]);
		for (const [index, other] of station.prerequisites.entries()) {
			if (ids.has(other) || elsewhere.has(other)) continue;
			const place = lineIn(sources, MAP, [...path, 'prerequisites', index]);
			problems.push({ ...unknownPrerequisite(MAP, other, place), exercise: station.exercise });
		}
	}
	for (const ring of prerequisiteCycles(needs)) {
		const file = `${ring[0]}/exercise.json`;
		problems.push({
			code: 'prerequisite-cycle',
			file,
			...lineIn(sources, file, ['prerequisites']),
			message: `These exercises wait for each other: ${[...ring, ring[0]].join(' → ')}.`,
			fix: `Remove one of these prerequisites, here or in ${MAP}.`
		});
	}
	return problems;
}
