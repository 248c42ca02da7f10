import type { Esbuild, Transform } from '../compile/esbuild-port.ts';
import type { Exercise } from '../contract/exercise.ts';
import type { Grade } from '../contract/grade.ts';
import type { JsonValue } from '../contract/json.ts';
import type { Plan } from '../contract/plan.ts';
import type { Problem } from '../contract/problem.ts';
import type { Report, TestResult } from '../contract/report.ts';
import type { RunSetting } from '../contract/run-setting.ts';
import type { Sources } from '../exercise/sources.ts';
import type { ExerciseArtifacts } from './artifacts.ts';

/** What became of one submission. */
export interface Attempt {
	report: Report;
	/** Null for the visible examples, which are not graded. */
	grade: Grade | null;
	passed: boolean;
	/** Results in the order of the suite; none where it does not compile. */
	tests: readonly TestResult[];
	/** Names of the tests that did not pass, in the order of the suite. */
	failed: readonly string[];
	/** Milliseconds that all runs took; 0 where it does not compile. */
	durationMs: number;
}

export interface AttemptOptions {
	/** `check`: the hidden suite (default). `run`: the entry, then the visible examples. */
	mode?: Plan['mode'];
	/** Another time limit than the exercise's, ms. */
	timeLimitMs?: number;
	/** Another setting than the stated one. */
	setting?: RunSetting;
}

/** One submission that `check` tries. */
export interface ProofAttempt<S = JsonValue> {
	/**
	 * `solution`: must be well within the time limit; how long it took is told. `faulty`: what it is told when it fails is
	 * what learners read, so it must be translated. `other`: neither.
	 */
	role: 'solution' | 'faulty' | 'other';
	submission: S;
	mode?: Plan['mode'];
	/** Whether it went as it must; where not, it is tried once more and alone: a busy machine is no mistake. */
	expected(done: Attempt): boolean;
	/** What is wrong where it did not. */
	problems(done: Attempt): Problem[];
}

/** What further proofs work with. */
export interface ProofTrial<E extends Exercise, S, A extends ExerciseArtifacts> {
	exercise: E;
	artifacts: A;
	/** What the `faulty` ones came to, and the solution. */
	faulty: readonly Attempt[];
	solution: Attempt;
	esbuild: Esbuild & { transform: Transform };
	/** Texts of the folder, to name lines. */
	sources: Sources;
	/** Whether changes of right work are tried that no test may notice: it takes minutes. */
	mutants: boolean;
	run(submission: S, options?: AttemptOptions): Promise<Attempt>;
}

/** What is in a list and not in another one. */
export const without = (list: readonly string[], other: readonly string[]): string[] =>
	list.filter((one) => !other.includes(one));
