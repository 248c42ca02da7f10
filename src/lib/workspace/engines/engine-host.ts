import {
	chooseEngine,
	refusalOf,
	type Choice,
	type ChoiceInput,
	type PageEngineId,
	type RefusalReason
} from '../../engines/choose.ts';
import {
	EngineError,
	type Engine,
	type LikelyRun,
	type Machine,
	type PageSession,
	type Wait
} from '../../engines/engine.ts';
import { untilAborted } from '../../abort.ts';
import type { EngineFindings } from './engine-findings.ts';

/** What a host needs from outside; the page gives the real ones, tests give fakes. */
export interface EngineHostPorts {
	/** An engine's code is fetched when it is first chosen. */
	load: (id: PageEngineId) => Promise<Engine<PageSession>>;
	/** Read anew for each choice: the network comes and goes. */
	facts: () => Pick<ChoiceInput, 'need' | 'device' | 'operator' | 'online'>;
	/** Whether the container's service answers; asked only where the container would be chosen. */
	preflight: (signal: AbortSignal) => Promise<ChoiceInput['service']>;
	/** The learner's answer about the container's service; null before it was asked for. */
	agreement: { read(): boolean | null; write(yes: boolean): void };
	wish: { read(): PageEngineId | null; write(wish: PageEngineId | null): void };
	/** Engines that failed on this visit: other pages of it have met them too. */
	findings: { read(): EngineFindings; write(failed: EngineFindings): void };
}

/** Where code runs now. Replaced, never changed in place. */
export interface EngineState {
	choice: Choice;
	stage: 'idle' | 'booting' | 'ready' | 'none';
	/** Whether the container would fit, and nobody has said yes or no to its service yet. */
	asks: boolean;
	/** Of a booted engine that has one. */
	machine: Machine | null;
}

/** Whether a learner can choose this engine now: advice to do so can be followed. */
export const canChoose = ({ choice }: Pick<EngineState, 'choice'>, id: PageEngineId): boolean =>
	choice.candidates.some((one) => one.id === id && (one.fits || one.reason === 'not-agreed'));

/**
 * Chooses the engine for one need, boots it when first asked, and keeps it for all runs of the visit. An engine that
 * fails is remembered, and the next one that fits takes its place; the state says so. Where none is left, the next
 * request begins again with all of them.
 */
export class EngineHost {
	readonly #ports: EngineHostPorts;
	readonly #listeners = new Set<(state: EngineState) => void>();
	readonly #waiting = new Set<(wait: Wait) => void>();
	readonly #failed: Map<PageEngineId, RefusalReason>;
	/** The container was asked for once more, though its service had not answered: then it is tried. */
	#insists = false;
	#service: ChoiceInput['service'] = 'unknown';
	#life = new AbortController();
	#session: Promise<PageSession> | null = null;
	#lastWait: Wait | null = null;
	#state: EngineState;

	constructor(ports: EngineHostPorts) {
		this.#ports = ports;
		this.#failed = new Map(ports.findings.read());
		const choice = this.#choose();
		this.#state = { choice, stage: 'idle', machine: null, asks: this.#asks(choice) };
	}

	get state(): EngineState {
		return this.#state;
	}

	/** Calls with every new state. Returns what stops it. */
	subscribe(listener: (state: EngineState) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Rejects with an `EngineError` where no engine can be had. `onWait` hears what the boot waits for. */
	async session(signal: AbortSignal, onWait?: (wait: Wait) => void): Promise<PageSession> {
		this.#session ??= this.#begin();
		if (!onWait) return untilAborted(this.#session, signal);
		if (this.#lastWait) onWait(this.#lastWait);
		this.#waiting.add(onWait);
		return untilAborted(this.#session, signal).finally(() => this.#waiting.delete(onWait));
	}

	/** Asks anew who fits, for a learner who looks; the engine that is there stays. */
	look(): void {
		if (this.#state.stage !== 'ready') return this.#set({ choice: this.#choose() });
		const { candidates } = this.#choose();
		this.#set({ choice: { ...this.#state.choice, candidates } });
	}

	/** Passed on to the engine once it is booted; it boots for no hint. */
	prepare(likely: LikelyRun): void {
		void this.#session?.then((session) => session.prepare(likely)).catch(() => undefined);
	}

	/**
	 * After a run that ended by our own fault the next one starts from nothing; with another engine where this one failed and
	 * another fits. Returns whether that is so.
	 */
	restart(engineFailed = false): boolean {
		const { chosen } = this.#state.choice;
		this.#drop();
		if (engineFailed && chosen) {
			this.#fail(chosen, 'run-failed');
			if (!this.#choose().chosen) this.#forget(chosen);
		}
		const choice = this.#choose();
		this.#set({ choice, stage: 'idle', machine: null });
		return engineFailed && choice.chosen !== null && choice.chosen !== chosen;
	}

	/** The learner's own choice, kept on the device; one that failed before is tried again. */
	choose(id: PageEngineId): void {
		this.#insists = id === 'webcontainer' && this.#failed.has(id);
		this.#forget(id);
		if (this.#service === 'blocked' && id === 'webcontainer') this.#service = 'unknown';
		if (id === 'webcontainer') this.#ports.agreement.write(true);
		else if (this.#state.asks) this.#ports.agreement.write(false);
		const usual = chooseEngine({ ...this.#input(), wish: null }).chosen;
		this.#ports.wish.write(id === usual ? null : id);
		this.#drop();
		this.#set({ choice: this.#choose(), stage: 'idle', machine: null });
		this.session(this.#life.signal).catch(() => undefined);
	}

	dispose(): void {
		this.#drop();
		this.#listeners.clear();
	}

	#drop(): void {
		const old = this.#session;
		this.#session = null;
		this.#lastWait = null;
		void old?.then((session) => session.dispose()).catch(() => undefined);
		this.#life.abort(new DOMException('The engine is not needed any more', 'AbortError'));
		this.#life = new AbortController();
	}

	#begin(): Promise<PageSession> {
		if (!this.#choose().chosen) {
			this.#forget(...this.#failed.keys());
			this.#service = 'unknown';
		}
		const session = this.#bootFirstThatFits(this.#life.signal);
		session.catch(() => {
			if (this.#session === session) this.#session = null;
		});
		return session;
	}

	async #bootFirstThatFits(life: AbortSignal): Promise<PageSession> {
		let asked = false;
		for (;;) {
			const choice = this.#choose();
			const { chosen } = choice;
			if (!chosen) {
				this.#set({ choice, stage: 'none' });
				throw new EngineError(choice.reason, 'No engine can run this exercise here');
			}
			this.#set({ choice, stage: 'booting' });
			if (chosen === 'webcontainer' && !asked && this.#service === 'unknown') {
				asked = true;
				this.#wait({ step: 'booting' });
				const service = await this.#ports.preflight(life);
				life.throwIfAborted();
				this.#service = service;
				// Who waits for a container that does not come waits for half a minute.
				if (service === 'unknown' && !this.#insists) this.#fail('webcontainer', 'boot-timeout');
				if (service === 'blocked') this.#fail('webcontainer', 'service-blocked');
				continue;
			}
			try {
				const session = await this.#boot(chosen, life);
				this.#lastWait = null;
				this.#set({ stage: 'ready', machine: session.machine });
				return session;
			} catch (error) {
				life.throwIfAborted();
				this.#fail(chosen, refusalOf(error instanceof EngineError ? error.reason : 'boot-failed'));
			}
		}
	}

	async #boot(id: PageEngineId, life: AbortSignal): Promise<PageSession> {
		const engine = await this.#ports.load(id);
		life.throwIfAborted();
		const support = engine.supports(this.#ports.facts().need);
		if (!support.ok) throw new EngineError(support.reason, `${id} cannot run this here`);
		const session = await engine.boot(life, (wait) => {
			if (!life.aborted) this.#wait(wait);
		});
		if (life.aborted) session.dispose();
		life.throwIfAborted();
		return session;
	}

	#fail(id: PageEngineId, reason: RefusalReason): void {
		this.#failed.set(id, reason);
		this.#ports.findings.write(this.#failed);
	}

	#forget(...ids: PageEngineId[]): void {
		for (const id of ids) this.#failed.delete(id);
		this.#ports.findings.write(this.#failed);
	}

	#wait(wait: Wait): void {
		this.#lastWait = wait;
		for (const listener of this.#waiting) listener(wait);
	}

	#input(): ChoiceInput {
		return {
			...this.#ports.facts(),
			service: this.#service,
			failed: this.#failed,
			agreed: this.#ports.agreement.read() === true,
			wish: this.#ports.wish.read()
		};
	}

	#choose(): Choice {
		return chooseEngine(this.#input());
	}

	#asks({ candidates }: Choice): boolean {
		const waits = candidates.some((one) => !one.fits && one.reason === 'not-agreed');
		return waits && this.#ports.agreement.read() === null;
	}

	#set(change: Partial<Omit<EngineState, 'asks'>>): void {
		const state = { ...this.#state, ...change };
		this.#state = { ...state, asks: this.#asks(state.choice) };
		for (const listener of this.#listeners) listener(this.#state);
	}
}
