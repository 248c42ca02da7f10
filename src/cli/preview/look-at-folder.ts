import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exercise } from '../../lib/contract/exercise.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import { checkSuiteNames } from '../../lib/exercise/check-suite-names.ts';
import type { ExerciseArtifacts } from '../../lib/server/catalog/compile-exercise.ts';
import { readExercise } from '../../lib/server/catalog/read-folder.ts';
import { compileProblems } from './compile-problems.ts';
import type { PlacedFolder } from './place-folder.ts';

/** An exercise that can be shown. */
export interface Shown {
	exercise: Exercise;
	artifacts: ExerciseArtifacts;
}

/** What was found in the folder. */
export interface Look {
	/** Null where a problem stands in the way. */
	shown: Shown | null;
	problems: Problem[];
}

/** The JSON files, to name lines in; what cannot be read has been reported. */
async function readSources({ root, id }: PlacedFolder, exercise: Exercise): Promise<Map<string, string>> {
	const names = [
		'exercise.json',
		'messages.fr.json',
		'messages.nl.json',
		...exercise.wrong.map(({ name }) => `wrong/${name}/wrong.json`)
	];
	const sources = new Map<string, string>();
	for (const name of names) {
		const text = await readFile(join(root, id, name), 'utf8').catch(() => null);
		if (text !== null) sources.set(`${id}/${name}`, text);
	}
	return sources;
}

/** Everything that `check` finds without running a test. Rejects only where the disk fails. */
export async function lookAtFolder(
	placed: PlacedFolder,
	compile: (exercise: Exercise) => Promise<ExerciseArtifacts>
): Promise<Look> {
	const parsed = await readExercise(placed.root, placed.id);
	if (!parsed.ok) return { shown: null, problems: parsed.problems };
	const { exercise } = parsed;
	let artifacts: ExerciseArtifacts;
	try {
		artifacts = await compile(exercise);
	} catch (error) {
		return { shown: null, problems: compileProblems(exercise.id, error) };
	}
	const names = { hidden: artifacts.hidden.expected, examples: artifacts.examples?.expected ?? [] };
	const problems = checkSuiteNames(exercise, names, await readSources(placed, exercise));
	return { shown: { exercise, artifacts }, problems };
}
