import type { Exercise, FileMap } from '../../contract/exercise.ts';
import type { AcceptedSurvivor, CodeManifest } from './manifest.ts';
import { runCode } from './run.ts';

/** An exercise folder of this kind. */
export interface CodeExercise extends Exercise {
	manifest: CodeManifest;
	/** Paths relative to `start/`. */
	start: FileMap;
	/** The hidden suite; paths relative to the folder (`tests/…`). */
	tests: FileMap;
	/** Visible tests; paths relative to the folder (`examples/…`). May be empty. */
	examples: FileMap;
	/** Relative to `start/`: laid over it. */
	solution: FileMap;
	/** Other right ways, laid over the solution: each must pass. */
	also: readonly { name: string; files: FileMap }[];
	/** Changes of right work that no test has to notice. */
	survivors: readonly AcceptedSurvivor[];
	wrong: readonly { name: string; files: FileMap; fails: readonly string[] }[];
}

/** Paths of the files that a learner can change. */
export const editablePaths = ({ manifest }: Pick<CodeExercise, 'manifest'>): string[] =>
	manifest.files.filter(({ editable }) => editable).map(({ path }) => path);

/** The fields of this kind. Throws where it is of another one. */
export function asCodeExercise(exercise: Exercise): CodeExercise {
	if (exercise.manifest.kind !== runCode.name) throw new Error(`${exercise.id} is no exercise of code`);
	return exercise as CodeExercise;
}
