import { createHash } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exercise } from '../../contract/exercise.ts';
import type { ExerciseArtifacts } from '../../kinds/artifacts.ts';
import type { Result } from '../../kinds/kind.ts';
import { kinds as siteKinds, type Kinds } from '../../kinds/kinds.ts';
import { instrument } from '../compile/instrument.ts';
import { ownEsbuild } from '../compile/own-esbuild.ts';
import { bundlePackages, PackagesError } from './bundle-packages.ts';
import { writeWhole } from './write-whole.ts';
import { CollectError, type Collect } from '../sandbox/collect.ts';
import { collectTestNames, type Harnesses } from '../threads/native-engine.ts';

/** A coach's mistake as a value; anything else stays a rejection. */
async function told<T>(work: Promise<T>, mistake: new (why: string) => Error): Promise<Result<T>> {
	try {
		return { ok: true, value: await work };
	} catch (error) {
		if (error instanceof mistake) return { ok: false, why: error.message };
		throw error;
	}
}

/**
 * Compiles an exercise as its kind says, and collects its tests. A third of a second. `root`: the folder of all exercises.
 * Rejects with `ExerciseError`: the coach's mistakes.
 */
export async function compileExercise(
	exercise: Exercise,
	collect: Collect,
	root: string,
	kinds: Kinds = siteKinds
): Promise<ExerciseArtifacts> {
	const { id, manifest } = exercise;
	const owner = { id, root, imported: manifest.origin !== undefined };
	return kinds.get(manifest.kind).compile(exercise, {
		esbuild: ownEsbuild,
		instrument,
		collect: (from) => told(collect(from, owner), CollectError),
		packages: (versions) => told(bundlePackages(join(root, id), versions), PackagesError)
	});
}

/** Part of the key of what is remembered: raised when something else is made of the same suite. */
const COMPILE_VERSION = 6;

export interface ArtifactStoreOptions {
	/** Where it is remembered. */
	folder: string;
	harnesses: Harnesses;
	/** Folder of all exercises. */
	root: string;
	/** Default: in threads of this process, which are no sandbox. */
	collect?: Collect | undefined;
	/** Default: those of the site. */
	kinds?: Kinds | undefined;
}

/**
 * `compileExercise`, remembered on disk under the exercise's hash and the harness's: a server that starts again
 * does not compile again. The folder can be deleted at any time.
 */
export function createArtifactStore({
	folder,
	harnesses,
	root,
	collect = (from) => collectTestNames(harnesses, from),
	kinds = siteKinds
}: ArtifactStoreOptions) {
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
		const artifacts = await compileExercise(exercise, collect, root, kinds);
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
