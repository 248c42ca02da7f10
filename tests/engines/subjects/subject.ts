import type { EngineNeed } from '../../../src/lib/contract/exercise.ts';
import type { Plan } from '../../../src/lib/contract/plan.ts';
import type { EngineEvent, EngineSession } from '../../../src/lib/engines/engine.ts';

export interface Tried {
	/** How the run ended: its report, or why there is none. */
	end: { status: string } | { aborted: string };
	events: EngineEvent[];
}
/** An engine, where it runs, as the conformance suite sees it. */
export interface Subject {
	/** What the fixtures' plans say that they need: each engine runs them in a world of its own. */
	readonly need: EngineNeed;
	session: EngineSession;
	/** One run in the engine's own world; aborted after so many milliseconds. */
	attempt(plan: Plan, abortAfterMs?: number): Promise<Tried>;
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
		async attempt(plan, abortAfterMs) {
			const controller = new AbortController();
			if (abortAfterMs !== undefined) setTimeout(() => controller.abort(new Error('stopped')), abortAfterMs);
			const events: EngineEvent[] = [];
			const options = { signal: controller.signal, onEvent: (event: EngineEvent) => void events.push(event) };
			const end = await session.run(plan, options).then(
				({ status }) => ({ status }),
				(error: unknown) => ({ aborted: String(error) })
			);
			return { end, events };
		},
		close
	};
}
