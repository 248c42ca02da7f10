import type { EngineNeed } from '../../../src/lib/contract/exercise.ts';
import type { Plan } from '../../../src/lib/contract/plan.ts';
import type { Report } from '../../../src/lib/contract/report.ts';
import type { EngineSession } from '../../../src/lib/engines/engine.ts';
import { attemptRun, type Attempt, type AttemptOptions } from '../../support/attempt-run.ts';

/** An engine, where it runs, as the conformance suite sees it. */
export interface Subject {
	/** What the fixtures' plans say that they need: each engine runs them in a world of its own. */
	readonly need: EngineNeed;
	session: EngineSession;
	/** One run in the engine's own world. */
	attempt(plan: Plan, options?: AttemptOptions): Promise<Attempt>;
	/** Runs a plan as it is: where the engine's other side makes the plan anew from the exercise, that side. */
	runAsIs(plan: Plan): Promise<Report>;
	close(): Promise<void>;
}

/** A subject whose session is in this process. */
export function subjectOf(
	need: EngineNeed,
	session: EngineSession,
	close: () => Promise<void> = async () => session.dispose(),
	runAsIs = (plan: Plan) => session.run(plan, { signal: new AbortController().signal })
): Subject {
	return {
		need,
		session,
		runAsIs,
		attempt: (plan, options) => attemptRun(session, plan, options),
		close
	};
}
