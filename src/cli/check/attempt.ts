import * as esbuild from 'esbuild';
import { compileLearner } from '../../lib/compile/compile-learner.ts';
import type { Exercise } from '../../lib/contract/exercise.ts';
import type { JsonValue } from '../../lib/contract/json.ts';
import type { EngineSession } from '../../lib/engines/engine.ts';
import { compiledSuite, type ExerciseArtifacts } from '../../lib/kinds/artifacts.ts';
import type { Kind } from '../../lib/kinds/kind.ts';
import type { Attempt, AttemptOptions } from '../../lib/kinds/proof.ts';
import { runPipeline } from '../../lib/pipeline.ts';

/** An exercise that can be run: compiled (`createArtifactStore(…).get(exercise)`), and what runs it. */
export interface Runnable {
	exercise: Exercise;
	/** The exercise's own. */
	kind: Kind;
	artifacts: ExerciseArtifacts;
	session: EngineSession;
	/** The same, while nothing else runs: for what was too slow at first. Default: `session`. */
	alone?: EngineSession;
	/** See `ProofTrial`. Default: false. */
	mutants?: boolean;
	signal: AbortSignal;
}

let count = 0;

/**
 * Runs an exercise once with this submission, as the site would: the same compiler, suite and limits. Rejects only when
 * aborted; what an engine could not do is the report's status `engine-failed`.
 */
export async function attempt(
	{ exercise, kind, artifacts, session, signal }: Runnable,
	submission: JsonValue,
	{ mode = 'check', timeLimitMs, setting }: AttemptOptions = {}
): Promise<Attempt> {
	const runnable = kind.runnable(exercise, artifacts);
	const { report, tests, grade } = await runPipeline(
		{
			mode,
			runId: `coach-${++count}`,
			kind: kind.run,
			exercise: { ...runnable, timeLimitMs: timeLimitMs ?? runnable.timeLimitMs },
			submission,
			packages: artifacts.packages ?? undefined,
			suite: async () => compiledSuite(exercise, artifacts, mode === 'check' ? 'hidden' : 'examples', 'en'),
			signal
		},
		{ compile: (source) => compileLearner(esbuild, source) },
		async () =>
			setting ? { ...session, run: (plan, options) => session.run(plan, { ...options, setting }) } : session
	);
	const failed = tests.filter((one) => one.state !== 'pass').map((one) => one.name);
	const ended =
		report.status === 'ran' && report.runs.every((run) => !run.failure && run.unhandled.length === 0);
	const passed = grade ? grade.passed : ended && failed.length === 0;
	const durationMs = report.runs.reduce((sum, run) => sum + run.durationMs, 0);
	return { report, grade, passed, tests, failed, durationMs };
}
