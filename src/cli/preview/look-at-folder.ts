import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Exercise } from '../../lib/contract/exercise.ts';
import { problem, type Problem } from '../../lib/contract/problem.ts';
import { checkSuiteNames } from '../../lib/exercise/check-suite-names.ts';
import { checkTexts } from '../../lib/exercise/check-texts.ts';
import type { ParsedExercise } from '../../lib/exercise/parse-exercise.ts';
import type { ExerciseArtifacts } from '../../lib/kinds/artifacts.ts';
import type { Kind } from '../../lib/kinds/kind.ts';
import type { Kinds } from '../../lib/kinds/kinds.ts';
import { readExercise } from '../../lib/server/catalog/read-folder.ts';
import { byPlace } from '../check/check-exercise.ts';
import { compileProblems } from '../check/compile-problems.ts';
import { readSources } from '../check/folder-texts.ts';
import type { PlacedFolder } from './place-folder.ts';

/** An exercise that can be shown. */
export interface Shown {
	exercise: Exercise;
	/** The exercise's own. */
	kind: Kind;
	artifacts: ExerciseArtifacts;
}

/** What was found in the folder. */
export interface Look {
	/** Null where a problem stands in the way. */
	shown: Shown | null;
	problems: Problem[];
}

/** A folder that is gone, or cannot be read. */
const unreadable = (id: string, error: unknown): Problem =>
	problem(
		'missing-file/folder',
		{ file: id },
		{ why: error instanceof Error ? error.message : String(error) }
	);

function readOrSay(root: string, id: string, kinds: Kinds): ParsedExercise {
	try {
		return readExercise(root, id, { kinds });
	} catch (error) {
		return { ok: false, problems: [unreadable(id, error)] };
	}
}

/** What looking asks of the place where it is done. */
export interface LookTools {
	kinds: Kinds;
	compile(exercise: Exercise): Promise<ExerciseArtifacts>;
}

/** Everything that `check` finds without running a test. Rejects only by a fault of ours. */
export async function lookAtFolder(placed: PlacedFolder, { kinds, compile }: LookTools): Promise<Look> {
	const { root, id } = placed;
	const parsed = readOrSay(root, id, kinds);
	if (!parsed.ok) return { shown: null, problems: parsed.problems };
	const { exercise } = parsed;
	const kind = kinds.get(exercise.manifest.kind);
	const sources = await readSources(root, exercise, kind);
	const texts = checkTexts(exercise, { sources, exists: (other) => existsSync(join(root, other)), kind });
	let artifacts: ExerciseArtifacts;
	try {
		artifacts = await compile(exercise);
	} catch (error) {
		return { shown: null, problems: [...texts, ...compileProblems(error, sources)].sort(byPlace) };
	}
	const names = { hidden: artifacts.hidden.expected, examples: artifacts.examples?.expected ?? [] };
	const problems = [...texts, ...checkSuiteNames(exercise, names, kind, sources)].sort(byPlace);
	return { shown: { exercise, kind, artifacts }, problems };
}
