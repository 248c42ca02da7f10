import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { spoken } from '../../lib/coach-words/problem-words.ts';
import { commonManifest } from '../../lib/contract/exercise.ts';
import type { MapFile } from '../../lib/contract/map.ts';
import { kinds } from '../../lib/kinds/kinds.ts';
import { parseMap } from '../../lib/exercise/parse-map.ts';
import { defaultRoots } from '../check/targets.ts';
import { NotPossible, PROJECT } from '../setup.ts';
import { longestTitle } from './exercise-template.ts';

/** A folder of exercises with its map. */
export interface ExerciseRoot {
	folder: string;
	map: MapFile;
	/** What map.json says, letter by letter. */
	mapText: string;
	hasSchemas: boolean;
}

export const exists = async (path: string): Promise<boolean> =>
	stat(path).then(
		() => true,
		() => false
	);

/** A path as the coach would type it. */
export const seenFrom = (cwd: string, path: string): string => relative(cwd, path) || '.';

/** How the coach starts the command from where they are. */
export function commandFrom(cwd: string): string {
	const project = seenFrom(cwd, PROJECT);
	const inside = !relative(PROJECT, cwd).startsWith('..');
	return inside ? 'npm run exercise --' : `npm --prefix ${project} run exercise --`;
}

/** Throws `NotPossible` where there is no map, or one that cannot be read. */
export async function readRoot(folder: string, cwd: string): Promise<ExerciseRoot> {
	const file = join(folder, 'map.json');
	const seen = seenFrom(cwd, file);
	const mapText = await readFile(file, 'utf8').catch(() => null);
	if (mapText === null) {
		throw new NotPossible(
			`There is no ${seen}, so exercises made there would be found by nobody. Name another folder with --root, or make one with "init".`
		);
	}
	const parsed = parseMap(mapText);
	if (!parsed.ok) {
		const lines = parsed.problems
			.map((one) => spoken(one, kinds))
			.map(({ line, message, fix }) => `${seen}:${line ?? 1}  ${message} ${fix}`);
		throw new NotPossible(`The map has problems; correct them first.\n${lines.join('\n')}`);
	}
	return { folder, map: parsed.map, mapText, hasSchemas: await exists(join(folder, 'exercise.schema.json')) };
}

/** The nearest folder with a map.json, from where the coach is upwards. */
async function rootAround(cwd: string): Promise<string | null> {
	for (let folder = cwd; ; folder = dirname(folder)) {
		if (await exists(join(folder, 'map.json'))) return folder;
		if (folder === dirname(folder)) return null;
	}
}

/**
 * The folder a new exercise goes into: the one named; else the one the coach stands in; else the one of `EXERCISES`
 * (or the project's own) whose map has the track as a line.
 */
export async function findRoot(
	named: string | undefined,
	track: string | null,
	cwd: string
): Promise<ExerciseRoot> {
	if (named !== undefined) return readRoot(resolve(cwd, named), cwd);
	const around = await rootAround(cwd);
	if (around) return readRoot(around, cwd);
	const roots = await Promise.all(defaultRoots({ cwd }).map((folder) => readRoot(folder, cwd)));
	const fitting = roots.find(({ map }) => map.lines.some(({ id }) => id === track)) ?? roots[0];
	if (!fitting) throw new NotPossible('There is no folder of exercises. Name one with --root.');
	return fitting;
}

/** How many characters the longest title of an exercise has; of its name where it cannot be read. */
export async function titleLengths(root: ExerciseRoot): Promise<(exercise: string) => number> {
	const stations = root.map.lines.flatMap((line) => line.sections.flatMap((section) => section.stations));
	const found = await Promise.all(
		stations.map(async ({ exercise }) => {
			try {
				const text = await readFile(join(root.folder, exercise, 'exercise.json'), 'utf8');
				return [
					exercise,
					longestTitle(commonManifest.parse(JSON.parse(text.replace(/^\uFEFF/, ''))).title)
				] as const;
			} catch {
				// A broken exercise is another command's affair: its name says about how long the title is.
				return [exercise, exercise.split('/')[1]?.length ?? 0] as const;
			}
		})
	);
	const lengths = new Map(found);
	return (exercise) => lengths.get(exercise) ?? 0;
}
