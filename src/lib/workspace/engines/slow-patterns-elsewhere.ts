import type { Plan } from '../../contract/plan.ts';
import { EngineError, type EngineSession } from '../../engines/engine.ts';

/** Why a run was not done by the engine that was chosen: the code of the reason in its report. */
export const MAY_NOT_END = 'may-not-end';

export interface Elsewhere {
	/** Whether a plan's code could keep its thread, and nobody could end it. */
	isSlow(plan: Plan): Promise<boolean>;
	/** Another engine, which can; null where there is none now. Asked for when it is needed. */
	other(signal: AbortSignal): Promise<EngineSession | null>;
}

/**
 * A session whose plans with slow patterns run in another engine, where there is one: in a browser whose frames share the
 * page's thread a regular expression without an end would hold the whole tab. Says so while one waits for it.
 */
export const withElsewhere = (session: EngineSession, { isSlow, other }: Elsewhere): EngineSession => ({
	async run(plan, options) {
		if (!(await isSlow(plan))) return session.run(plan, options);
		const server = await other(options.signal).catch((error: unknown) => {
			if (error instanceof EngineError) return null;
			throw error;
		});
		if (!server) return session.run(plan, options);
		options.onEvent?.({ type: 'waiting', runId: plan.runId, wait: { step: 'elsewhere' } });
		try {
			const report = await server.run(plan, options);
			return { ...report, engine: { ...report.engine, reason: MAY_NOT_END } };
		} finally {
			server.dispose();
		}
	},
	dispose: () => session.dispose()
});
