import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MapFile } from '../../lib/contract/map.ts';
import { LOCALES } from '../../lib/contract/locale.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import { unexplainedNames, type NamedExercise } from '../../lib/exercise/unexplained-names.ts';
import type { Kinds } from '../../lib/kinds/kinds.ts';
import type { CheckedExercise } from './check-exercise.ts';

/** Briefs of an exercise that is not checked itself. */
async function briefsOf(root: string, id: string): Promise<NamedExercise> {
	const read = (locale: string) => readFile(join(root, id, `brief.${locale}.md`), 'utf8').catch(() => '');
	return { languages: LOCALES, brief: { fr: await read('fr'), nl: await read('nl') }, names: null };
}

/**
 * Names of code that learners meet before a brief explains them, in the order of the map; of checked exercises, in a root.
 * An exercise that somebody else wrote is taken as it is.
 */
export async function checkNames(
	root: string,
	map: MapFile,
	checked: readonly CheckedExercise[],
	kinds: Kinds
): Promise<Problem[]> {
	const byId = new Map(
		checked.flatMap(({ exercise }) => (exercise ? [[exercise.id, exercise] as const] : []))
	);
	const onMap = map.lines.flatMap(({ sections }) => sections.flatMap(({ stations }) => stations));
	const ids = new Set([...onMap.map(({ exercise }) => exercise), ...byId.keys()]);
	const inOrder = [...ids].map(async (id): Promise<NamedExercise> => {
		const exercise = byId.get(id);
		if (!exercise) return briefsOf(root, id);
		const { manifest, brief } = exercise;
		const names = manifest.origin ? null : kinds.get(manifest.kind).folder.names(exercise);
		return { languages: manifest.languages, brief, names };
	});
	return unexplainedNames(await Promise.all(inOrder));
}
