import type { LearnerSource } from '../compile/compiler.ts';
import type { CompiledSuite, RunnableExercise } from '../contract/exercise.ts';
import type { Grade } from '../contract/grade.ts';
import type { JsonValue } from '../contract/json.ts';
import type { LearnerScript, PackagesScript, Plan } from '../contract/plan.ts';
import type { Report, TestResult } from '../contract/report.ts';

/** Everything that a plan is made of. */
export interface PlanInput<R, S, C> {
	mode: Plan['mode'];
	exercise: R;
	submission: S;
	/** What `source` was compiled to; null where it is null. */
	script: LearnerScript | null;
	/** Null where a `run` has no examples. */
	suite: C | null;
	/** Null where the exercise has none, or the engine installs them. */
	packages: PackagesScript | null;
}

/** The parts of a plan that differ between kinds; the pipeline adds the others. */
export type PlanParts = Omit<Plan, 'version' | 'runId' | 'exercise' | 'mode' | 'need' | 'submission'>;

/**
 * How exercises of one kind are run and graded: the same in the page, on the server and in the coach's command. Pure and
 * small, because every page has it; all else about a kind is in `Kind`.
 *
 * R: what is run, with the kind's own fields. S: what a learner submits, plain JSON. C: what is fetched when a run begins.
 */
export interface RunKind<
	R extends RunnableExercise = RunnableExercise,
	S extends JsonValue = JsonValue,
	C extends CompiledSuite = CompiledSuite
> {
	/** As exercise.json says it. */
	readonly name: string;
	/** Which workbench the page shows; the components that have these names are the page's. */
	readonly workbench: string;
	/** What is compiled of a submission before it is run; null where there is nothing to compile. */
	source(exercise: R, submission: S): LearnerSource | null;
	/** What an engine runs for this submission. */
	plan(input: PlanInput<R, S, C>): PlanParts;
	/** The tests of a report, as a learner and a coach see them: in order, each once. */
	tests(report: Report): readonly TestResult[];
	/** What the report of a check is worth. Throws for the report of a `run`. */
	grade(report: Report, exercise: R): Grade;
}
