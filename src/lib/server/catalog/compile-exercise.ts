import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { compileLearner } from '../../compile/compile-learner.ts';
import { compileSuite, type SuiteScript } from '../../compile/compile-suite.ts';
import type { Exercise, FileMap } from '../../contract/exercise.ts';
import { collectTestNames } from '../verify/native-engine.ts';

export interface SuiteArtifact extends SuiteScript {
	/** Full test names, in the order of collection. */
	expected: readonly string[];
}

/** What is derived from an exercise: its suites, compiled and collected. */
export interface ExerciseArtifacts {
	hidden: SuiteArtifact;
	/** Null where the exercise has no visible tests. */
	examples: SuiteArtifact | null;
}

async function compileOne(exercise: Exercise, suite: FileMap, harness: string): Promise<SuiteArtifact> {
	const files = { ...exercise.start, ...exercise.solution };
	const script = await compileSuite(esbuild, suite, files);
	const entry = exercise.manifest.entry;
	const learner = await compileLearner(esbuild, { files, entry, mocked: script.mocked });
	if (!learner.ok)
		throw new Error(`${exercise.id}: the solution does not compile: ${learner.diagnostics[0]?.text}`);
	const expected = await collectTestNames(harness, learner.script.code, script);
	if (expected.length === 0) throw new Error(`${exercise.id}: the suite has no test`);
	return { ...script, expected };
}

/** Compiles and collects both suites of an exercise. A third of a second. */
export async function compileExercise(exercise: Exercise, harness: string): Promise<ExerciseArtifacts> {
	const hidden = await compileOne(exercise, exercise.tests, harness);
	const hasExamples = Object.keys(exercise.examples).length > 0;
	return { hidden, examples: hasExamples ? await compileOne(exercise, exercise.examples, harness) : null };
}

/** Part of the key of what is remembered: raised when `compileSuite` makes something else of the same suite. */
const COMPILE_VERSION = 2;

/**
 * `compileExercise`, remembered on disk under the exercise's hash and the harness's: a server that starts again
 * does not compile again. The folder can be deleted at any time.
 */
export function createArtifactStore(folder: string, harness: string) {
	const version = createHash('sha256').update(`${COMPILE_VERSION} ${harness}`).digest('hex').slice(0, 12);
	const pending = new Map<string, Promise<ExerciseArtifacts>>();

	async function make(exercise: Exercise): Promise<ExerciseArtifacts> {
		const file = join(folder, `${exercise.hash.slice(0, 24)}-${version}.json`);
		try {
			return JSON.parse(await readFile(file, 'utf8')) as ExerciseArtifacts;
		} catch {
			// Not there, or cut off while it was written: made again.
		}
		const artifacts = await compileExercise(exercise, harness);
		try {
			await mkdir(folder, { recursive: true });
			// Renamed into place, so that another process never reads half a file.
			const temporary = `${file}.${process.pid}`;
			await writeFile(temporary, JSON.stringify(artifacts));
			await rename(temporary, file);
		} catch (error) {
			console.warn(`Compiled suites cannot be kept in ${folder}: ${String(error)}`);
		}
		return artifacts;
	}

	return {
		get(exercise: Exercise): Promise<ExerciseArtifacts> {
			let artifacts = pending.get(exercise.hash);
			if (!artifacts) {
				pending.set(exercise.hash, (artifacts = make(exercise)));
				artifacts.catch(() => pending.delete(exercise.hash));
			}
			return artifacts;
		}
	};
}
