import { createHash } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileLearner } from '../../compile/compile-learner.ts';
import { compileSuite } from '../../compile/compile-suite.ts';
import type { Diagnostic } from '../../contract/diagnostic.ts';
import type { Exercise } from '../../contract/exercise.ts';
import type { PackagesScript } from '../../contract/plan.ts';
import type { ExerciseArtifacts, SuiteArtifact } from '../../kinds/artifacts.ts';
import { sourceOf } from '../../kinds/code/runnable.ts';
import { ownEsbuild } from '../compile/own-esbuild.ts';
import { bundlePackages } from './bundle-packages.ts';
import { writeWhole } from './write-whole.ts';
import { CollectError, type Collect, type Collectable } from '../sandbox/collect.ts';
import { collectTestNames, type Harnesses } from '../threads/native-engine.ts';

/** Which of an exercise's suites. */
export type SuiteFolder = 'tests' | 'examples';

/** The solution does not compile: neither it nor a suite can be tried. */
export class SolutionError extends Error {
	constructor(
		readonly exerciseId: string,
		readonly diagnostics: readonly Diagnostic[]
	) {
		super(`${exerciseId}: the solution does not compile: ${diagnostics[0]?.text}`);
	}
}

/** A suite compiles, but its tests cannot be had. */
export class SuiteTestsError extends Error {
	constructor(
		readonly exerciseId: string,
		readonly folder: SuiteFolder,
		/** Null where it has no test; otherwise what went wrong while it was collected. */
		override readonly cause: CollectError | null
	) {
		super(`${exerciseId}: ${cause?.message ?? 'the suite has no test'}`);
	}
}

async function compileOne(
	exercise: Exercise,
	folder: SuiteFolder,
	packages: PackagesScript | null,
	collect: (from: Collectable) => Promise<string[]>
): Promise<SuiteArtifact> {
	const { manifest } = exercise;
	const files = { ...exercise.start, ...exercise.solution };
	const script = await compileSuite(ownEsbuild, exercise[folder], files, manifest.need);
	const learner = await compileLearner(ownEsbuild, sourceOf({ ...manifest, mocked: script.mocked }, files));
	if (!learner.ok) throw new SolutionError(exercise.id, learner.diagnostics);
	const expected = await collect({
		need: manifest.need,
		learner: learner.script,
		files,
		packages: { versions: manifest.packages, code: packages },
		suite: script
	}).catch((error: unknown) => {
		throw error instanceof CollectError ? new SuiteTestsError(exercise.id, folder, error) : error;
	});
	if (expected.length === 0) throw new SuiteTestsError(exercise.id, folder, null);
	return { ...script, expected };
}

/**
 * Compiles and collects both suites of an exercise. A third of a second. `root`: the folder of all exercises. Rejects with
 * `SuiteError`, `SolutionError`, `SuiteTestsError` or `PackagesError`: the coach's mistakes.
 */
export async function compileExercise(
	exercise: Exercise,
	collect: Collect,
	root: string
): Promise<ExerciseArtifacts> {
	const packages = await bundlePackages(join(root, exercise.id), exercise.manifest.packages);
	const owner = { id: exercise.id, root, imported: exercise.manifest.origin !== undefined };
	const collectHere = (from: Collectable) => collect(from, owner);
	const hidden = await compileOne(exercise, 'tests', packages, collectHere);
	const hasExamples = Object.keys(exercise.examples).length > 0;
	const examples = hasExamples ? await compileOne(exercise, 'examples', packages, collectHere) : null;
	return { hidden, examples, packages };
}

/** Part of the key of what is remembered: raised when `compileSuite` makes something else of the same suite. */
const COMPILE_VERSION = 4;

/**
 * `compileExercise`, remembered on disk under the exercise's hash and the harness's: a server that starts again
 * does not compile again. The folder can be deleted at any time. Tests are collected in threads, which are no sandbox, where
 * no other `collect` is given.
 */
export function createArtifactStore(
	folder: string,
	harnesses: Harnesses,
	root: string,
	collect: Collect = (from) => collectTestNames(harnesses, from)
) {
	const version = createHash('sha256')
		.update(`${COMPILE_VERSION} ${Object.values(harnesses).join(' ')}`)
		.digest('hex')
		.slice(0, 12);
	const pending = new Map<string, Promise<ExerciseArtifacts>>();

	const fileOf = (hash: string): string => join(folder, `${hash.slice(0, 24)}-${version}.json`);

	async function make(exercise: Exercise): Promise<ExerciseArtifacts> {
		const file = fileOf(exercise.hash);
		try {
			return JSON.parse(await readFile(file, 'utf8')) as ExerciseArtifacts;
		} catch {
			// Not there, or cut off while it was written: made again.
		}
		const artifacts = await compileExercise(exercise, collect, root);
		try {
			await writeWhole(file, JSON.stringify(artifacts));
		} catch (error) {
			console.warn(`Compiled suites cannot be kept in ${folder}: ${String(error)}`);
		}
		return artifacts;
	}

	return {
		/** Compiles an exercise for the disk alone: it is not kept in memory. Rejects as `compileExercise`. */
		write: async (exercise: Exercise): Promise<void> => void (await make(exercise)),
		/** Whether an exercise of this hash is on the disk. */
		has: (hash: string): Promise<boolean> =>
			access(fileOf(hash)).then(
				() => true,
				() => false
			),
		/** Rejects as `compileExercise`. */
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
