import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { problem, type Problem } from '../../lib/contract/problem.ts';
import { catalogueProblems, type CatalogueEntry } from '../../lib/exercise/catalogue-problems.ts';
import { locateJson } from '../../lib/exercise/json-lines.ts';
import { mapShapeProblems } from '../../lib/exercise/map-shape.ts';
import { parseMap } from '../../lib/exercise/parse-map.ts';
import type { Kinds } from '../../lib/kinds/kinds.ts';
import { crossedNames } from './crossed-names.ts';
import { checkNames } from './check-names.ts';
import { byPlace, type CheckedExercise } from './check-exercise.ts';

const MAP = 'map.json';

/** What an exercise that is not checked itself asks for; nothing where its exercise.json cannot be read. */
async function prerequisitesOf(root: string, id: string): Promise<string[]> {
	try {
		const read = locateJson(await readFile(join(root, id, 'exercise.json'), 'utf8'));
		const list = read.ok && (read.json.value as { prerequisites?: unknown } | null)?.prerequisites;
		return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
	} catch {
		return [];
	}
}

export interface MapOptions {
	root: string;
	/** Every folder of an exercise in this root. */
	ids: readonly string[];
	/** Of these, what was checked. */
	checked: readonly CheckedExercise[];
	/** Whether the root was asked for as a whole; otherwise only what concerns the checked exercises is told. */
	whole: boolean;
	kinds: Kinds;
	/** Ids of exercises in other roots. */
	elsewhere: ReadonlySet<string>;
}

/** What is wrong between the exercises of a root, and between them and its map. */
export async function checkMap({
	root,
	ids,
	checked,
	whole,
	kinds,
	elsewhere
}: MapOptions): Promise<Problem[]> {
	const text = await readFile(join(root, MAP), 'utf8').catch(() => null);
	if (text === null) return whole ? [problem('missing-file/map', { file: MAP })] : [];
	const parsed = parseMap(text);
	if (!parsed.ok) return whole ? parsed.problems : [];
	const byId = new Map(checked.map((one) => [one.id, one]));
	// A folder that is no exercise yet counts as one: its own problems are told already.
	const entries = await Promise.all(
		ids.map(async (id): Promise<CatalogueEntry> => {
			const known = byId.get(id)?.exercise;
			return known ?? { id, manifest: { prerequisites: await prerequisitesOf(root, id) } };
		})
	);
	const sources = new Map([[MAP, text]]);
	for (const { id, manifestText } of checked)
		if (manifestText !== null) sources.set(`${id}/exercise.json`, manifestText);
	const lettersOf = (id: string): number | null => {
		const title = byId.get(id)?.exercise?.manifest.title;
		return title ? Math.max(...Object.values(title).map((one) => [...one].length)) : null;
	};
	const problems = [
		...mapShapeProblems(parsed.map, sources),
		...catalogueProblems(entries, parsed.map, sources, elsewhere),
		...(await checkNames(root, parsed.map, checked, kinds)),
		...crossedNames(parsed.map, lettersOf, sources)
	];
	const concerns = ({ file, exercise }: Problem): boolean =>
		byId.has(exercise ?? file.split('/').slice(0, 2).join('/'));
	return problems.filter((one) => whole || concerns(one)).sort(byPlace);
}
