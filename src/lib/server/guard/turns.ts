import { createMedian } from './median.ts';
import type { Client } from './client.ts';
import { createQueue, type QueueLimits, type Refusal, type Waiting } from './queue.ts';
import type { Usage } from './usage.ts';

/** Nobody more can wait now. */
export class TurnRefused extends Error {
	constructor(
		readonly reason: Refusal,
		/** When to come back. */
		readonly seconds: number
	) {
		super(`Nobody more can wait: ${reason}`);
	}
}

/** What work rejects with when it has given its place back: it gets another turn, with all of its work to do again. */
export class GaveWay extends Error {
	constructor() {
		super('Another turn, please');
	}
}

export interface Asking {
	client: Client;
	signal: AbortSignal;
	/** The client has another turn, which this one is a part of: the time is charged there. */
	charged?: boolean;
	/** Called with the number of those before, and the seconds that they may take, each time it changes. */
	moved?: (before: number, seconds: number) => void;
	/** Its time counts from when the work says that it begins: what comes before is our own preparation, or waits. */
	prepares?: boolean;
}

/** What work in its turn may know. */
export interface Turn {
	/** Asks work that can be done again to end with `GaveWay`, because quick ones wait behind it. Once for each. */
	giveWay: AbortSignal;
	/** The first call counts. */
	begins(): void;
}

/** Turns at something that only so many can use at a time. */
export interface Turns {
	/**
	 * Does the work when it is the client's turn, and charges what it took. Rejects with what the work rejects with, with
	 * the signal's reason while it waits, and with `TurnRefused`.
	 */
	take<T>(asking: Asking, work: (turn: Turn) => Promise<T>): Promise<T>;
	/** Its turns took long lately, so that it keeps to the places for such. */
	isLong(client: Client): boolean;
	readonly taken: number;
	readonly waiting: number;
	/** Median of the last waits, ms; null before the first. */
	waitMs(): number | null;
}

/** Milliseconds of a turn, where none has been measured yet. */
const GUESSED_MS = 500;

export function createTurns(limits: QueueLimits, usage?: Usage): Turns {
	const queue = createQueue(limits, usage ? { usage } : {});
	const waits = createMedian();
	const took = createMedian();
	const secondsFor = (before: number): number =>
		Math.max(1, Math.ceil(((before + 1) * (took.value() ?? GUESSED_MS)) / limits.places / 1000));

	/** Waits for a place. */
	function enter(
		{ client, signal, charged = false, prepares = false, moved }: Asking,
		giveWay?: () => void
	): Promise<Waiting> {
		return new Promise((resolve, reject) => {
			// Who has left meanwhile would wait for ever: a signal fires once.
			signal.throwIfAborted();
			const settled = () => signal.removeEventListener('abort', giveUp);
			const refuse = (reason: Refusal) => {
				settled();
				reject(new TurnRefused(reason, secondsFor(queue.waiting)));
			};
			const one: Waiting = {
				client,
				charged,
				prepares,
				start() {
					settled();
					resolve(one);
				},
				...(moved && { moved: (before: number) => moved(before, secondsFor(before)) }),
				pushedOut: () => refuse('queue-full'),
				...(giveWay ? { giveWay } : { again: true })
			};
			const giveUp = () => {
				queue.leave(one);
				reject(signal.reason);
			};
			signal.addEventListener('abort', giveUp, { once: true });
			const refused = queue.enter(one);
			if (refused) refuse(refused);
		});
	}

	async function turn<T>(
		asking: Asking,
		work: (turn: Turn) => Promise<T>,
		giveWay?: AbortController
	): Promise<T> {
		const asked = performance.now();
		const place = await enter(asking, giveWay && (() => giveWay.abort()));
		// One of its own each: what one turn listens to is not kept for the next.
		const { signal } = giveWay ?? new AbortController();
		const began = performance.now();
		waits.add(began - asked);
		try {
			return await work({ giveWay: signal, begins: () => queue.begins(place) });
		} finally {
			took.add(performance.now() - began);
			queue.free(place);
		}
	}

	return {
		get taken() {
			return queue.taken;
		},
		get waiting() {
			return queue.waiting;
		},
		waitMs: () => waits.value(),
		isLong: queue.isLong,
		async take(asking, work) {
			const giveWay = new AbortController();
			try {
				return await turn(asking, work, giveWay);
			} catch (error) {
				if (!(error instanceof GaveWay)) throw error;
				return turn(asking, work);
			}
		}
	};
}
