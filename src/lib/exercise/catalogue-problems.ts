import type { Exercise } from '../contract/exercise.ts';
import type { MapFile, MapStation } from '../contract/map.ts';
import { problem, type Problem } from '../contract/problem.ts';
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
		const at = () => ({ exercise: id, file: MAP, ...lineIn(sources, MAP, path) });
		if (!ids.has(id)) problems.push(problem('map-unknown-exercise', at(), { id }));
		else if (!id.startsWith(`${lineId}/`))
			problems.push(problem('invalid-field/other-line', at(), { id, line: lineId }));
		if (seen.has(id)) problems.push(problem('map-duplicate-station', at(), { id }));
		const other = taken.get(`${x},${y}`);
		if (other !== undefined && other !== id)
			problems.push(problem('map-position-taken', at(), { id: other, x, y }));
		seen.add(id);
		taken.set(`${x},${y}`, id);
	}
	for (const id of [...ids].sort()) {
		if (!seen.has(id)) problems.push(problem('map-missing-station', { exercise: id, file: MAP }, { id }));
	}
	return problems;
}

/** What is asked of an exercise here. */
export interface CatalogueEntry {
	id: string;
	manifest: Pick<Exercise['manifest'], 'prerequisites' | 'formerly'>;
}

/** Former names that are those of an exercise now, or were another one's too: they would lead nowhere, or to two places. */
function formerNameProblems(exercises: readonly CatalogueEntry[], sources: Sources): Problem[] {
	const owners = new Map(exercises.map(({ id }) => [id, id]));
	return exercises.flatMap(({ id, manifest }) =>
		(manifest.formerly ?? []).flatMap((name, index) => {
			const other = owners.get(name);
			if (other === undefined) owners.set(name, id);
			if (other === undefined) return [];
			const file = `${id}/exercise.json`;
			const place = { file, ...lineIn(sources, file, ['formerly', index]) };
			return [problem('former-name-taken', place, { name, other })];
		})
	);
}

/**
 * What can be wrong between exercises, and between them and the map: prerequisites that do not exist or go round
 * in a ring, stations without an exercise, twice, at one place, exercises without a station, former names that are taken.
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
			const place = { file, ...lineIn(sources, file, ['prerequisites', index]) };
			problems.push(problem('unknown-prerequisite', place, { id: other }));
		}
	}
	for (const { station, path } of placed) {
		needs.set(station.exercise, [...(needs.get(station.exercise) ?? []), ...station.prerequisites]);
		for (const [index, other] of station.prerequisites.entries()) {
			if (ids.has(other) || elsewhere.has(other)) continue;
			const line = lineIn(sources, MAP, [...path, 'prerequisites', index]);
			const place = { exercise: station.exercise, file: MAP, ...line };
			problems.push(problem('unknown-prerequisite', place, { id: other }));
		}
	}
	for (const ring of prerequisiteCycles(needs)) {
		const file = `${ring[0]}/exercise.json`;
		const place = { file, ...lineIn(sources, file, ['prerequisites']) };
		problems.push(problem('prerequisite-cycle', place, { ring }));
	}
	problems.push(...formerNameProblems(exercises, sources));
	return problems;
}
