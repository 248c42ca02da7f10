import type { Plan } from '../../src/lib/contract/plan.ts';
import type { Report } from '../../src/lib/contract/report.ts';
import type { EngineEvent, EngineSession } from '../../src/lib/engines/engine.ts';

export interface AttemptOptions {
	abortAfterMs?: number;
	/** As soon as the engine says that it waits for something. */
	abortAtWait?: boolean;
	/** When the report is there. */
	abortAtEnd?: boolean;
	/** Run afterwards: while it runs, nothing more may be heard of the first. */
	next?: Plan;
}
export interface Attempt {
	/** Not there where the run was aborted. */
	report: Report;
	/** Why the run was aborted; not there where it was not. */
	aborted?: string;
	/** Until its end. */
	events: EngineEvent[];
	/** Events after its end. */
	late: number;
	ms: number;
}

/** One run in an engine, and everything that is heard of it. Runs in Node, and is bundled into the pages of tests. */
export async function attemptRun(
	session: EngineSession,
	plan: Plan,
	{ abortAfterMs, abortAtWait, abortAtEnd, next }: AttemptOptions = {}
): Promise<Attempt> {
	const controller = new AbortController();
	const abort = () => controller.abort(new Error('stopped'));
	if (abortAfterMs !== undefined) setTimeout(abort, abortAfterMs);
	const events: EngineEvent[] = [];
	const onEvent = (event: EngineEvent) => {
		events.push(event);
		if (abortAtWait && event.type === 'waiting') abort();
	};
	const started = performance.now();
	const end = await session.run(plan, { signal: controller.signal, onEvent }).then(
		(report) => ({ report }),
		(error: unknown) => ({ aborted: String(error) })
	);
	const ms = performance.now() - started;
	const heard = events.length;
	if (abortAtEnd) abort();
	if (next) await session.run(next, { signal: new AbortController().signal });
	return { ...(end as { report: Report }), events: events.slice(0, heard), late: events.length - heard, ms };
}
