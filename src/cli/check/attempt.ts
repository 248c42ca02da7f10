import * as esbuild from 'esbuild';
import { compileLearner } from '../../lib/compile/compile-learner.ts';
import { sourceOf } from '../../lib/compile/compiler.ts';
import type { CompiledSuite, Exercise, FileMap } from '../../lib/contract/exercise.ts';
import type { Grade } from '../../lib/contract/grade.ts';
import type { Plan } from '../../lib/contract/plan.ts';
import type { Report, TestResult } from '../../lib/contract/report.ts';
import type { EngineEvent, EngineSession } from '../../lib/engines/engine.ts';
import { runPipeline } from '../../lib/pipeline.ts';
import type { ExerciseArtifacts, SuiteArtifact } from '../../lib/server/catalog/compile-exercise.ts';

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

function compiled(exercise: Exercise, suite: SuiteArtifact | null): CompiledSuite | null {
	if (!suite) return null;
	const { code, statics, expected } = suite;
	return { hash: exercise.hash, code, statics, expected, translations: { tests: {}, messages: {} } };
}

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
	const { manifest } = exercise;
	const mocked = [...new Set([...artifacts.hidden.mocked, ...(artifacts.examples?.mocked ?? [])])];
	const { report, grade } = await runPipeline(
		{
			mode,
			runId: `coach-${++count}`,
			target: {
				...manifest,
				timeLimitMs: timeLimitMs ?? manifest.timeLimitMs,
				id: exercise.id,
				hash: exercise.hash
			},
			source: sourceOf({ ...manifest, mocked }, files),
			packages: artifacts.packages ?? undefined,
			suite: async () => compiled(exercise, mode === 'check' ? artifacts.hidden : artifacts.examples),
			signal,
			...(onEvent ? { onEvent } : {})
		},
		{ compile: (source) => compileLearner(esbuild, source) },
		async () => session
	);
	const run = report.runs[0];
	const tests = run?.tests ?? [];
	const failed = tests.filter((one) => one.state !== 'pass').map((one) => one.name);
	const ended = report.status === 'ran' && !run?.failure;
	const passed = grade ? grade.passed : ended && failed.length === 0;
	return { report, grade, passed, tests, failed, durationMs: run?.durationMs ?? 0 };
}
