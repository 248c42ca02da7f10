import type { CompiledSuite, RunnableExercise } from '../../contract/exercise.ts';
import type { Grade } from '../../contract/grade.ts';
import type { PackagesScript, Plan, ProgramStart } from '../../contract/plan.ts';
import { CHOICE_REASONS, REFUSAL_REASONS } from '../../engines/choose.ts';
import type { RunOptions } from '../../engines/engine.ts';
import { kinds as allKinds, type Kinds } from '../../kinds/kinds.ts';
import { runPipeline, type Outcome } from '../../pipeline.ts';
import type { CompilePool } from '../compile/compile-pool.ts';
import type { Turn } from '../guard/turns.ts';
import type { Pool } from '../sandbox/pool.ts';

/** What somebody sends to be run. All of it may be forged: nothing in it says what happened. */
export interface Submission {
	exercise: { id: string; hash: string };
	mode: Plan['mode'];
	/** As the exercise's kind knows it. */
	submission: unknown;
	runId: string;
	/** How a `run` starts the program. */
	start?: ProgramStart;
	/** Why the page chose this engine, a code; only shown. */
	reason?: string;
}

/** Where a verifier finds exercises: a `Catalog` is one. */
export interface VerifyCatalog {
	runnable(id: string): Promise<RunnableExercise | null>;
	suite(id: string, kind: 'hidden' | 'examples', locale: 'en'): Promise<CompiledSuite | null>;
	packages(id: string): Promise<PackagesScript | null>;
}

export type RefusedCode = 'unknown-exercise' | 'exercise-changed' | 'submission-invalid';

/** A submission that cannot be run as it is. */
export class SubmissionRefused extends Error {
	constructor(readonly code: RefusedCode) {
		super(`The submission is refused: ${code}`);
	}
}

export interface VerifyOptions extends RunOptions {
	/** Whom the run is for. */
	client: string;
}

export interface Verifier {
	/** Rejects when aborted, with `SubmissionRefused`, and with `TurnRefused`. */
	verify(submission: Submission, options: VerifyOptions): Promise<Outcome>;
}

const REASONS: ReadonlySet<string> = new Set([...CHOICE_REASONS, ...REFUSAL_REASONS]);

/**
 * A grade as this server gives it. A page that was judged without a browser is not verified: the grade stays `practised`, and says
 * why (`page-not-verified`).
 */
function trusted(grade: Grade, exercise: RunnableExercise, inBrowser: boolean): Grade {
	if (exercise.allowPrototype) return { ...grade, trust: 'practised' };
	if (exercise.need !== 'dom' || inBrowser) return { ...grade, trust: 'verified' };
	const codes = [...grade.codes, { code: 'page-not-verified' as const, params: {} }];
	return { ...grade, trust: 'practised', codes };
}

/**
 * Replays submissions: exercise, suite and limits are the server's own, the files are compiled here, and the grade of a
 * check is `verified`. Where code may change prototypes a pass can be forged from inside the sandbox (decision 0003): there
 * it stays `practised`, and so does a page where no browser judges it (decision 0019).
 */
export function createVerifier(parts: {
	pool: Pick<Pool, 'turns' | 'runInTurn' | 'judgement'>;
	catalog: VerifyCatalog;
	compiler: Pick<CompilePool, 'compile'>;
	/** Default: those of the site. */
	kinds?: Kinds;
}): Verifier {
	const { pool, catalog, compiler, kinds = allKinds } = parts;
	return {
		async verify(submission, { client, signal, onEvent }) {
			const { id, hash } = submission.exercise;
			const exercise = await catalog.runnable(id);
			if (!exercise) throw new SubmissionRefused('unknown-exercise');
			if (exercise.hash !== hash) throw new SubmissionRefused('exercise-changed');
			const kind = kinds.get(exercise.kind);
			const sent = kind.submission.schema.safeParse(submission.submission);
			const accepted = sent.success ? kind.submission.accept(exercise, sent.data) : null;
			if (accepted === null) throw new SubmissionRefused('submission-invalid');
			const reason = REASONS.has(submission.reason ?? '') ? (submission.reason ?? '') : 'default';
			const packages = await catalog.packages(id);
			// Who judges pages may change meanwhile: what counts is who judged these. What does not compile nobody has looked at.
			const judges = new Set<boolean>();
			const judged = (inBrowser: boolean) => void judges.add(inBrowser);
			const { mode, runId, start } = submission;
			const replay = ({ begins }: Turn) =>
				runPipeline(
					{
						mode,
						runId,
						kind: kind.run,
						exercise,
						submission: accepted,
						suite: () => catalog.suite(id, mode === 'check' ? 'hidden' : 'examples', 'en'),
						...(packages === null ? {} : { packages }),
						...(start && { start }),
						signal,
						onEvent
					},
					{
						compile: (source, signal) => compiler.compile(source, { client, signal, charged: true, begins })
					},
					async () => ({
						run: (plan, options) => pool.runInTurn(plan, { ...options, reason, begins, judged }),
						dispose() {}
					})
				);
			const moved = (before: number, seconds: number) =>
				onEvent?.({ type: 'waiting', runId, wait: { step: 'queued', position: before + 1, seconds } });
			// The compiler works for somebody too: it is part of their turn. To wait for it, behind what others sent, is not.
			const outcome = await pool.turns.take({ client, signal, moved, prepares: true }, replay);
			const { grade } = outcome;
			const inBrowser = judges.size > 0 ? !judges.has(false) : pool.judgement()?.verified === true;
			return { ...outcome, grade: grade && trusted(grade, exercise, inBrowser) };
		}
	};
}
