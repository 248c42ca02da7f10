import type { Compiler } from './compile/compiler.ts';
import type { CompiledSuite, RunnableExercise } from './contract/exercise.ts';
import type { Grade } from './contract/grade.ts';
import type { JsonValue } from './contract/json.ts';
import type { PackagesScript, Plan, ProgramStart } from './contract/plan.ts';
import type { Report, TestResult } from './contract/report.ts';
import type { EngineEvent, EngineSession } from './engines/engine.ts';
import type { RunKind } from './kinds/run-kind.ts';

export interface PipelineInput {
	mode: Plan['mode'];
	runId: string;
	/** The exercise's own. */
	kind: RunKind;
	exercise: RunnableExercise;
	/** What the learner submits, as the kind knows it. */
	submission: JsonValue;
	/** Asked for only when the run needs it; null where a `run` has no examples. */
	suite: (signal: AbortSignal) => Promise<CompiledSuite | null>;
	/** The packages of an exercise that has some, where the engine cannot install them. */
	packages?: PackagesScript;
	/** How a `run` starts the program. */
	start?: ProgramStart;
	signal: AbortSignal;
	onEvent?: (event: EngineEvent) => void;
}

export interface Outcome {
	report: Report;
	/** The tests of the report, as the exercise's kind shows them: in order, each once. */
	tests: readonly TestResult[];
	/** Null for a `run`: only a check is graded. */
	grade: Grade | null;
}

/** What came of compiling a submission that has nothing to compile. */
const NOTHING = { ok: true, script: null, warnings: [] } as const;

/**
 * The arrow: submission ──▶ compile ──▶ engine ──▶ report ──▶ grade.
 * Rejects only when aborted, or when the suite cannot be had (our own fault, to be retried).
 */
export async function runPipeline(
	input: PipelineInput,
	compiler: Compiler,
	session: () => Promise<EngineSession>
): Promise<Outcome> {
	const { mode, runId, kind, exercise, submission, signal } = input;
	const source = kind.source(exercise, submission);
	const [compiled, suite, engine] = await Promise.all([
		source ? compiler.compile(source, signal) : NOTHING,
		input.suite(signal),
		session()
	]);
	signal.throwIfAborted();
	const about = { version: 1, runId, exercise: { id: exercise.id, hash: exercise.hash }, mode } as const;
	const finish = (report: Report): Outcome => ({
		report,
		tests: kind.tests(report),
		grade: mode === 'check' ? kind.grade(report, exercise) : null
	});
	if (!compiled.ok) {
		return finish({
			...about,
			engine: { id: 'none', reason: 'compile-error' },
			status: 'compile-error',
			diagnostics: [...compiled.diagnostics],
			runs: []
		});
	}
	const parts = kind.plan({
		mode,
		exercise,
		submission,
		script: compiled.script,
		suite,
		packages: input.packages ?? null
	});
	const start = mode === 'run' && input.start ? { start: input.start } : {};
	const plan: Plan = { ...about, need: exercise.need, submission, ...parts, ...start };
	const report = await engine.run(plan, { signal, onEvent: input.onEvent });
	return finish({ ...report, diagnostics: [...report.diagnostics, ...compiled.warnings] });
}
