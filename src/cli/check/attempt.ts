import * as esbuild from 'esbuild';
import { compileLearner } from '../../lib/compile/compile-learner.ts';
import type { Exercise, FileMap } from '../../lib/contract/exercise.ts';
import type { Grade } from '../../lib/contract/grade.ts';
import type { Plan } from '../../lib/contract/plan.ts';
import type { Report, TestResult } from '../../lib/contract/report.ts';
import type { EngineEvent, EngineSession } from '../../lib/engines/engine.ts';
import { codeRunnable } from '../../lib/kinds/code/public.ts';
import { runCode } from '../../lib/kinds/code/run.ts';
import { runPipeline } from '../../lib/pipeline.ts';
import { compiledSuite, type ExerciseArtifacts } from '../../lib/kinds/artifacts.ts';

/** An exercise that can be run: its suites compiled (`createArtifactStore(…).get(exercise)`), and what runs it. */
export interface Runnable {
	exercise: Exercise;
	artifacts: ExerciseArtifacts;
	session: EngineSession;
	/** The same, while nothing else runs: for what was too slow at first. Default: `session`. */
	alone?: EngineSession;
	signal: AbortSignal;
}

/** What became of one set of files. */
export interface Attempt {
	report: Report;
	/** Null for the visible examples, which are not graded. */
	grade: Grade | null;
	passed: boolean;
	/** Results in the order of the suite; none where the files do not compile. */
	tests: readonly TestResult[];
	/** Names of the tests that did not pass, in the order of the suite. */
	failed: readonly string[];
	/** Milliseconds that the suite ran; 0 where the files do not compile. */
	durationMs: number;
}

export interface AttemptOptions {
	/** `check`: the hidden suite (default). `run`: the entry, then the visible examples. */
	mode?: Plan['mode'];
	/** Another time limit than the exercise's, ms. */
	timeLimitMs?: number;
	onEvent?: (event: EngineEvent) => void;
}

/** What a learner has who hands in the solution. */
export const solutionFiles = ({ start, solution }: Exercise): FileMap => ({ ...start, ...solution });

let count = 0;

/**
 * Runs an exercise once with these files (all of `start/`, changed or not), as the site would: the same compiler, suite
 * and limits. Rejects only when aborted; what an engine could not do is the report's status `engine-failed`.
 */
export async function attempt(
	{ exercise, artifacts, session, signal }: Runnable,
	files: FileMap,
	{ mode = 'check', timeLimitMs, onEvent }: AttemptOptions = {}
): Promise<Attempt> {
	const runnable = codeRunnable(exercise, artifacts);
	const { report, grade } = await runPipeline(
		{
			mode,
			runId: `coach-${++count}`,
			kind: runCode,
			exercise: { ...runnable, timeLimitMs: timeLimitMs ?? runnable.timeLimitMs },
			submission: files,
			packages: artifacts.packages ?? undefined,
			suite: async () => compiledSuite(exercise, artifacts, mode === 'check' ? 'hidden' : 'examples', 'en'),
			signal,
			...(onEvent ? { onEvent } : {})
		},
		{ compile: (source) => compileLearner(esbuild, source) },
		async () => session
	);
	const run = report.runs[0];
	const tests = runCode.tests(report);
	const failed = tests.filter((one) => one.state !== 'pass').map((one) => one.name);
	const ended = report.status === 'ran' && !run?.failure;
	const passed = grade ? grade.passed : ended && failed.length === 0;
	return { report, grade, passed, tests, failed, durationMs: run?.durationMs ?? 0 };
}
