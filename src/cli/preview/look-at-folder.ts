import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Exercise } from '../../lib/contract/exercise.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import { checkSuiteNames } from '../../lib/exercise/check-suite-names.ts';
import { checkTexts } from '../../lib/exercise/check-texts.ts';
import type { ParsedExercise } from '../../lib/exercise/parse-exercise.ts';
import type { ExerciseArtifacts } from '../../lib/kinds/artifacts.ts';
import { readExercise } from '../../lib/server/catalog/read-folder.ts';
import { byPlace } from '../check/check-exercise.ts';
import { compileProblems } from '../check/compile-problems.ts';
import { readSources } from '../check/folder-texts.ts';
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

/** A folder that is gone, or cannot be read. */
const unreadable = (id: string, error: unknown): Problem => ({
	code: 'missing-file',
	file: id,
	message: `The folder cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
	fix: 'Put it back; the preview waits for it.'
});

function readOrSay(root: string, id: string): ParsedExercise {
	try {
		return readExercise(root, id);
	} catch (error) {
		return { ok: false, problems: [unreadable(id, error)] };
	}
}

/** Everything that `check` finds without running a test. Rejects only by a fault of ours. */
export async function lookAtFolder(
	placed: PlacedFolder,
	compile: (exercise: Exercise) => Promise<ExerciseArtifacts>
): Promise<Look> {
	const { root, id } = placed;
	const parsed = readOrSay(root, id);
	if (!parsed.ok) return { shown: null, problems: parsed.problems };
	const { exercise } = parsed;
	const sources = await readSources(root, exercise);
	const texts = checkTexts(exercise, { sources, exists: (other) => existsSync(join(root, other)) });
	let artifacts: ExerciseArtifacts;
	try {
		artifacts = await compile(exercise);
	} catch (error) {
		return { shown: null, problems: [...texts, ...compileProblems(exercise, error, sources)].sort(byPlace) };
	}
	const names = { hidden: artifacts.hidden.expected, examples: artifacts.examples?.expected ?? [] };
	const problems = [...texts, ...checkSuiteNames(exercise, names, sources)].sort(byPlace);
	return { shown: { exercise, artifacts }, problems };
}
