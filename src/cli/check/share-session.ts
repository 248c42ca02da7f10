import type { EngineSession } from '../../lib/engines/engine.ts';

/** One session for many runs: some at a time, or one alone. */
export interface SharedSession {
	/** Runs as many at a time as there are places; the others wait in the order they came. */
	session: EngineSession;
	/** Runs only while no other run does: for times that must not be another run's fault. */
	alone: EngineSession;
}

/** Lets a session be used by many at once, `places` runs at a time. Waiting ends with a rejection when aborted. */
export function shareSession(session: EngineSession, places: number): SharedSession {
	const waiting: { needs: number; start: () => void }[] = [];
	let free = places;
	const next = (): void => {
		for (let first = waiting[0]; first && first.needs <= free; first = waiting[0]) {
			waiting.shift();
			free -= first.needs;
			first.start();
		}
	};
	const taking = (needs: number): EngineSession => ({
		async run(plan, options) {
			await new Promise<void>((start) => {
				waiting.push({ needs, start });
				next();
			});
			try {
				options.signal.throwIfAborted();
				return await session.run(plan, options);
			} finally {
				free += needs;
				next();
			}
		},
		dispose() {}
	});
	return { session: taking(1), alone: taking(places) };
}
