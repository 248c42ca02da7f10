import type { Engine, EngineSession, LikelyRun } from '../engines/engine.ts';
import { untilAborted } from './fault.ts';

/** Boots one engine when first asked, keeps it for all runs of the page, and boots anew after a failed boot. */
export class EngineHost {
	readonly #engine: Engine;
	readonly #life = new AbortController();
	#session: Promise<EngineSession> | null = null;

	constructor(engine: Engine) {
		this.#engine = engine;
	}

	session(signal: AbortSignal): Promise<EngineSession> {
		if (!this.#session) {
			const booting = this.#engine.boot(this.#life.signal);
			this.#session = booting;
			booting.catch(() => {
				if (this.#session === booting) this.#session = null;
			});
		}
		return untilAborted(this.#session, signal);
	}

	/** Passed on to the engine once it is booted; it boots for no hint. */
	prepare(likely: LikelyRun): void {
		void this.#session?.then((session) => session.prepare?.(likely)).catch(() => undefined);
	}

	/** After a run that ended by our own fault: the next one starts from nothing. */
	restart(): void {
		const old = this.#session;
		this.#session = null;
		void old?.then((session) => session.dispose()).catch(() => undefined);
	}

	dispose(): void {
		this.restart();
		this.#life.abort(new DOMException('The page was left', 'AbortError'));
	}
}
