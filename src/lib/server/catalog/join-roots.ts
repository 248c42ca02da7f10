import type { MapFile, MapLine } from '../../contract/map.ts';
import { problem, type Problem } from '../../contract/problem.ts';
import { catalogueProblems } from '../../exercise/catalogue-problems.ts';
import { lineIn } from '../../exercise/sources.ts';
import { prerequisiteCycles } from '../../exercise/prerequisite-cycles.ts';
import type { ListedExercise } from './kept-exercises.ts';
import { inRoot, type Root } from './read-root.ts';

/** All roots as one: what pages and engines ask is asked of this. */
export interface JoinedRoots {
	/** The lines of every root; those of later roots below. */
	map: MapFile;
	/** The lines of each root, by id, in the order of the roots. */
	lineIds: readonly (readonly string[])[];
	exercises: ReadonlyMap<string, ListedExercise>;
	/** Id → the folder that the exercise lies in, without the id. */
	folders: ReadonlyMap<string, string>;
	/** Between exercises, and between them and the maps. */
	problems: Problem[];
}

/** Squares of the grid between the maps of two roots: room for the names of lines. */
const GAP = 5;

const rowsOf = (lines: readonly MapLine[]): number[] =>
	lines.flatMap(({ path, sections }) => [
		...path.map(({ y }) => y),
		...sections.flatMap(({ stations }) => stations.map(({ y }) => y))
	]);

const moved = (line: MapLine, by: number): MapLine => ({
	...line,
	path: line.path.map(({ x, y }) => ({ x, y: y + by })),
	sections: line.sections.map((section) => ({
		...section,
		stations: section.stations.map((station) => ({ ...station, y: station.y + by }))
	}))
});

/** Without the stations of exercises that are shown already: the first one is the station. */
const onceEach = (line: MapLine, shown: Set<string>): MapLine => ({
	...line,
	sections: line.sections.map((section) => ({
		...section,
		stations: section.stations.filter(({ exercise }) => !shown.has(exercise) && shown.add(exercise))
	}))
});

const nameOf = ({ label }: Root): string => (label === '' ? 'exercises' : label);

/** Rings over more than one root; the others are found in their own root. */
function ringsBetween(roots: readonly Root[]): Problem[] {
	if (roots.length < 2) return [];
	const home = new Map<string, Root>();
	const needs = new Map<string, string[]>();
	for (const root of roots) {
		for (const { id, manifest } of root.exercises.values()) {
			if (home.has(id)) continue;
			home.set(id, root);
			needs.set(id, [...manifest.prerequisites]);
		}
		for (const line of root.map.lines)
			for (const { stations } of line.sections)
				for (const { exercise, prerequisites } of stations) needs.get(exercise)?.push(...prerequisites);
	}
	return prerequisiteCycles(needs)
		.filter((ring) => new Set(ring.map((id) => home.get(id))).size > 1)
		.flatMap((ring) =>
			inRoot(home.get(ring[0]!)?.label ?? '', [
				problem('prerequisite-cycle/several-folders', { file: `${ring[0]}/exercise.json` }, { ring })
			])
		);
}

/**
 * Joins the roots: the first that has a line or an exercise keeps it, the same id in a later one is left out and named
 * with both folders. Prerequisites may lead from one root to another.
 */
export function joinRoots(roots: readonly Root[]): JoinedRoots {
	const problems: Problem[] = [];
	const exercises = new Map<string, ListedExercise>();
	const folders = new Map<string, string>();
	const lines = new Map<string, Root>();
	const joined: MapLine[] = [];
	const lineIds: string[][] = [];
	const all = new Set(roots.flatMap((root) => [...root.exercises.keys()]));
	const shown = new Set<string>();
	let bottom: number | null = null;

	for (const root of roots) {
		const sources = new Map([['map.json', root.mapText]]);
		problems.push(
			...inRoot(root.label, catalogueProblems([...root.exercises.values()], root.map, sources, all))
		);
		for (const [id, exercise] of root.exercises) {
			const other = roots.find(({ folder }) => folder === folders.get(id));
			if (other) {
				const both = { first: nameOf(other), second: nameOf(root) };
				const twice = problem('duplicate-exercise', { file: `${id}/exercise.json` }, { id, ...both });
				problems.push(...inRoot(root.label, [twice]));
				continue;
			}
			exercises.set(id, exercise);
			folders.set(id, root.folder);
		}
		const own = root.map.lines.filter((line, index) => {
			const other = lines.get(line.id);
			if (other === root) return true;
			if (!other) {
				lines.set(line.id, root);
				return true;
			}
			const place = { file: 'map.json', ...lineIn(sources, 'map.json', ['lines', index, 'id']) };
			const both = { first: nameOf(other), second: nameOf(root) };
			const twice = problem('duplicate-line/other-map', place, { line: line.id, ...both });
			problems.push(...inRoot(root.label, [twice]));
			return false;
		});
		const rows = rowsOf(own);
		const by: number = bottom === null || rows.length === 0 ? 0 : bottom + GAP - Math.min(...rows);
		if (rows.length > 0) bottom = Math.max(...rows) + by;
		joined.push(...own.map((line) => moved(onceEach(line, shown), by)));
		lineIds.push(own.map(({ id }) => id));
	}
	problems.push(...ringsBetween(roots));
	return { map: { version: 1, lines: joined }, lineIds, exercises, folders, problems };
}
