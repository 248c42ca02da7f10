import type { EngineNeed } from '../../../src/lib/contract/exercise.ts';
import type { Plan } from '../../../src/lib/contract/plan.ts';
import type { EngineSession } from '../../../src/lib/engines/engine.ts';
import { attemptRun, type Attempt, type AttemptOptions } from '../../support/attempt-run.ts';

/** An engine, where it runs, as the conformance suite sees it. */
export interface Subject {
	/** What the fixtures' plans say that they need: each engine runs them in a world of its own. */
	readonly need: EngineNeed;
	session: EngineSession;
	/** One run in the engine's own world. */
	attempt(plan: Plan, options?: AttemptOptions): Promise<Attempt>;
	close(): Promise<void>;
}

/** A subject whose session is in this process. */
export function subjectOf(
	need: EngineNeed,
	session: EngineSession,
	close: () => Promise<void> = async () => session.dispose()
): Subject {
	return {
		need,
		session,
		attempt: (plan, options) => attemptRun(session, plan, options),
		close
	};
}
