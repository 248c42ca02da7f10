import { nextTurn } from '../../abort.ts';
import type { LosableSandbox } from './until-started.ts';
import type { Sandbox } from './talk-with.ts';

/** Some sandboxes can be lost (see `LosableSandbox`), others only end. */
type Waiting = Sandbox & Partial<Pick<LosableSandbox, 'lost'>>;

export interface SpareOptions<Kind, One> {
	/** Makes one that is ready for a run; rejects where it cannot. */
	make(kind: Kind): Promise<One>;
	/** Kinds that are called alike can be used in one another's place. */
	nameOf(kind: Kind): string;
	/** How many wait; default 1. */
	count?: number;
	/** Called with each spare once it is ready, where nobody waits for it. */
	onReady?(one: One): void;
}

/** A sandbox for a run; `cold` where somebody had to wait until it was ready. */
export interface Taken<One> {
	sandbox: One;
	cold: boolean;
}

interface Spare<One> {
	making: Promise<One>;
	/** Null until it is ready. */
	ready: One | null;
}

/**
 * Sandboxes that are made before somebody asks, so that a run finds one ready. They wait for one kind of run: who
 * prepares for another replaces them. Each is taken once; who takes one ends it, and prepares the next when that is to
 * be made. One that ends or is lost while it waits is thrown away, and not replaced: what cannot live would be made for ever.
 */
export function createSpares<Kind, One extends Waiting>({
	make,
	nameOf,
	count = 1,
	onReady = () => {}
}: SpareOptions<Kind, One>) {
	let name: string | null = null;
	let waiting: Spare<One>[] = [];
	let disposed = false;

	/** Takes it out; false where it is out already. */
	function remove(spare: Spare<One>): boolean {
		const there = waiting.includes(spare);
		waiting = waiting.filter((other) => other !== spare);
		return there;
	}

	function discardAll(): void {
		for (const { making } of waiting) {
			void making.then(
				(sandbox) => sandbox.kill(),
				() => {}
			);
		}
		waiting = [];
	}

	function add(kind: Kind): void {
		const spare: Spare<One> = { making: make(kind), ready: null };
		waiting.push(spare);
		spare.making.then(
			(sandbox) => {
				spare.ready = sandbox;
				const discard = () => {
					if (remove(spare)) sandbox.kill();
				};
				if (sandbox.lost?.aborted) return discard();
				sandbox.lost?.addEventListener('abort', discard, { once: true });
				void sandbox.ended.then(discard);
				if (waiting.includes(spare)) onReady(sandbox);
			},
			() => void remove(spare)
		);
	}

	/** Takes a spare out: one that is ready, else the one that has been in the making for longest. */
	function pick(kind: Kind): Spare<One> | undefined {
		if (nameOf(kind) !== name) return undefined;
		const spare = waiting.find(({ ready }) => ready !== null) ?? waiting[0];
		if (spare) remove(spare);
		return spare;
	}

	/** What was made; null where it could not be, or was lost meanwhile. It is our failure only when the last try fails too. */
	async function intact(making: Promise<One>): Promise<One | null> {
		const sandbox = await making.catch(() => null);
		if (!sandbox?.lost?.aborted) return sandbox;
		sandbox.kill();
		return null;
	}

	function prepare(kind: Kind): void {
		if (disposed) return;
		if (nameOf(kind) !== name) discardAll();
		name = nameOf(kind);
		while (waiting.length < count) add(kind);
	}

	return {
		/** Those that wait and are ready. */
		get ready(): One[] {
			return waiting.flatMap(({ ready }) => ready ?? []);
		},
		/** Makes what is missing. */
		prepare,
		/** The same; settles when all that wait are ready, rejects where one cannot be made. */
		async warm(kind: Kind): Promise<void> {
			prepare(kind);
			await Promise.all(waiting.map(({ making }) => making));
		},
		/**
		 * A sandbox that is ready, a spare where there is one. Where it cannot be had, a new one is tried twice, the second time
		 * a turn later: what took the first with it is gone then. Rejects with what the last one failed with.
		 */
		async take(kind: Kind): Promise<Taken<One>> {
			const spare = pick(kind);
			const cold = !spare?.ready;
			const first = (spare && (await intact(spare.making))) ?? (await intact(make(kind)));
			if (first) return { sandbox: first, cold: cold || first !== spare?.ready };
			await nextTurn();
			return { sandbox: await make(kind), cold: true };
		},
		/** Throws away what waits; nothing is made ahead any more. */
		dispose(): void {
			disposed = true;
			discardAll();
		}
	};
}
