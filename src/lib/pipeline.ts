import type { Compiler, LearnerSource } from './compile/compiler.ts';
import type { Grade } from './contract/grade.ts';
import type { CompiledSuite, PublicExercise } from './contract/exercise.ts';
import { OUTPUT_CHARS, type PackagesScript, type Plan } from './contract/plan.ts';
import type { Report } from './contract/report.ts';
import type { EngineEvent, EngineSession } from './engines/engine.ts';
import { gradeReport } from './grade/grade-report.ts';

/** The part of an exercise that the arrow needs; a `PublicExercise` and a server-side exercise both have it. */
export type Target = Pick<
	PublicExercise,
	'id' | 'hash' | 'need' | 'packages' | 'timeLimitMs' | 'points' | 'allowPrototype'
>;

export interface PipelineInput {
	mode: Plan['mode'];
	runId: string;
	target: Target;
	source: LearnerSource;
	/** Asked for only when the run needs it; null where a `run` has no examples. */
	suite: (signal: AbortSignal) => Promise<CompiledSuite | null>;
	/** The packages of an exercise that has some, where the engine cannot install them. */
	packages?: PackagesScript;
	signal: AbortSignal;
	onEvent?: (event: EngineEvent) => void;
}

export interface Outcome {
	report: Report;
	/** Null for a `run`: only a check is graded. */
	grade: Grade | null;
}

/**
 * The arrow: learner files ──▶ compile ──▶ engine ──▶ report ──▶ grade.
 * Rejects only when aborted, or when the suite cannot be had (our own fault, to be retried).
 */
export async function runPipeline(
	input: PipelineInput,
	compiler: Compiler,
	session: () => Promise<EngineSession>
): Promise<Outcome> {
	const { target, signal } = input;
	const [compiled, suite, engine] = await Promise.all([
		compiler.compile(input.source, signal),
		input.suite(signal),
		session()
	]);
	signal.throwIfAborted();
	const exercise = { id: target.id, hash: target.hash };
	const finish = (report: Report): Outcome => ({
		report,
		grade: input.mode === 'check' ? gradeReport(report, target.points) : null
	});
	if (!compiled.ok) {
		return finish({
			version: 1,
			runId: input.runId,
			exercise,
			mode: input.mode,
			engine: { id: 'none', reason: 'compile-error' },
			status: 'compile-error',
			diagnostics: [...compiled.diagnostics],
			runs: []
		});
	}
	const plan: Plan = {
		version: 1,
		runId: input.runId,
		exercise,
		mode: input.mode,
		need: target.need,
		files: input.source.files,
		packages: { versions: target.packages, code: input.packages ?? null },
		learner: compiled.script,
		entry: input.source.entry,
		suite: suite && { code: suite.code, statics: suite.statics, expected: suite.expected },
		runs: [{ id: 'suite', input: null }],
		limits: { timeMs: target.timeLimitMs, outputChars: OUTPUT_CHARS },
		allowPrototype: target.allowPrototype
	};
	return finish(await engine.run(plan, { signal, onEvent: input.onEvent }));
}
