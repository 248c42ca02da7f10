import type { Exercise } from '../../contract/exercise.ts';
import type { ExerciseArtifacts } from '../artifacts.ts';
import { runCode } from './run.ts';
import type { CodeRunnable } from './runnable.ts';

/**
 * What runs and pages may know of an exercise. Every field is named here one by one: a new field of `Exercise` stays
 * secret until somebody writes it down.
 */
export function codeRunnable(exercise: Exercise, { hidden, examples }: ExerciseArtifacts): CodeRunnable {
	const { manifest } = exercise;
	return {
		id: exercise.id,
		hash: exercise.hash,
		kind: runCode.name,
		need: manifest.need,
		files: manifest.files.map(({ path, editable }) => ({ path, editable, text: exercise.start[path] ?? '' })),
		entry: manifest.entry,
		timeLimitMs: manifest.timeLimitMs,
		points: manifest.points,
		allowPrototype: manifest.allowPrototype,
		hasExamples: examples !== null,
		mocked: [...new Set([...hidden.mocked, ...(examples?.mocked ?? [])])],
		packages: manifest.packages,
		serves: manifest.serves
	};
}
