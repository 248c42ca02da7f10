import type { z } from 'zod';
import type { Esbuild, Transform } from '../compile/esbuild-port.ts';
import type { Instrument } from '../compile/instrument-port.ts';
import type { Exercise, FileMap, RunnableExercise } from '../contract/exercise.ts';
import type { JsonValue } from '../contract/json.ts';
import type { PackagesScript, Plan } from '../contract/plan.ts';
import type { KindWords, Problem } from '../contract/problem.ts';
import type { ShownBug } from '../contract/shown-bug.ts';
import type { Sources } from '../exercise/sources.ts';
import type { FolderKind } from '../exercise/folder-kind.ts';
import type { ExerciseArtifacts } from './artifacts.ts';
import type { ProofAttempt, ProofTrial } from './proof.ts';
import type { RunKind } from './run-kind.ts';

/** What a coach's folder can be wrong about: it is told, not thrown. */
export type Result<T> = { ok: true; value: T } | { ok: false; why: string };

/** A suite, and the solution that it is collected beside. */
export type Collectable = Pick<Plan, 'need' | 'learner' | 'files' | 'packages'> & {
	suite: { code: string; statics: readonly string[] };
};

/** What compiling an exercise needs of the place where it is done. */
export interface CompileTools {
	esbuild: Esbuild & { transform: Transform };
	/** Puts bugs into a program. */
	instrument: Instrument;
	/** Full names of a suite's tests, in order, collected beside a solution that is no stranger's. */
	collect(from: Collectable): Promise<Result<string[]>>;
	/** npm packages as one script; null where there are none. */
	packages(versions: Readonly<Record<string, string>>): Promise<Result<PackagesScript | null>>;
}

/** What somebody may send as the work of a learner. All of it may be forged. */
export interface KindSubmission<E extends Exercise, R extends RunnableExercise, S extends JsonValue> {
	/** Its shape, with a limit for everything that has a length. */
	readonly schema: z.ZodType<S>;
	/** What is run of it, with what is the exercise's own; null where it cannot be one of this exercise. */
	accept(exercise: R, sent: S): S | null;
	/**
	 * Paths that a learner hands in, as they lie in a folder, and the submission that they are; null where a submission is
	 * no files but one JSON file.
	 */
	readonly files: {
		listed(exercise: E): readonly { path: string; editable: boolean; start: string }[];
		from(exercise: E, files: FileMap): S;
	} | null;
}

/** The bugs that a learner's tests are tried on. */
export interface BugsOfExercise {
	bugs: readonly ShownBug[];
	/** Automatic ones that do not count, each with its reason. */
	excluded: readonly { bug: string; because: string }[];
}

/** What `new` asks and writes. */
export interface KindTemplate {
	/** What its exercises differ in, asked as `--<flag>`; null where there is one template only. */
	readonly choice: {
		flag: string;
		question: string;
		usage: string;
		choices: readonly { value: string; label: string; hint: string }[];
	} | null;
	/** Folder of a working example, from the project's root. `chosen`: null where nothing is asked. */
	folder(chosen: string | null): string;
	/** Path of one of its files in the new exercise. */
	path(path: string, slug: string): string;
}

/**
 * Everything about one kind of exercise. E: what a folder is read as. A: what it is compiled to. R, S: see `RunKind`.
 */
export interface Kind<
	E extends Exercise = Exercise,
	R extends RunnableExercise = RunnableExercise,
	S extends JsonValue = JsonValue,
	A extends ExerciseArtifacts = ExerciseArtifacts
> extends FolderKind<E> {
	readonly run: RunKind<R, S>;
	readonly submission: KindSubmission<E, R, S>;
	/** JSON files of its own that a coach writes: heading in the guide, name of the schema's file, schema. */
	readonly files: readonly { heading: string; name: string; schema: z.ZodType }[];
	/** Suites and what else plans need. Rejects with `ExerciseError` for a coach's mistake. */
	compile(exercise: E, tools: CompileTools): Promise<A>;
	/** What runs and pages may know. Every field is named one by one: what is not stays secret. */
	runnable(exercise: E, artifacts: A): R;
	/** Submissions that the folder holds, by name: "start", "solution", "wrong/…". */
	samples(exercise: E): readonly { name: string; submission: S }[];
	/** What `check` must prove by running. */
	readonly proof: {
		attempts(exercise: E, artifacts: A, sources: Sources): readonly ProofAttempt<S>[];
		/** More attempts, once all of these went as they must. */
		after?(trial: ProofTrial<E, S, A>): Promise<Problem[]>;
	};
	/** Where learners write tests: what they are tried on. */
	bugs?(exercise: E, artifacts: A): BugsOfExercise;
	readonly template: KindTemplate;
	/** What its own problems say, by their details (see `problemMaker`). */
	readonly words: KindWords;
}
