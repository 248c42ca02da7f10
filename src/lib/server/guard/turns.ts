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

export interface Asking {
	client: Client;
	signal: AbortSignal;
	/** The client has another turn, which this one is a part of: the time is charged there. */
	charged?: boolean;
	/** Called with the number of those before, and the seconds that they may take, each time it changes. */
	moved?: (before: number, seconds: number) => void;
}

/** Turns at something that only so many can use at a time. */
export interface Turns {
	/**
	 * Does the work when it is the client's turn, and charges what it took. Rejects with what the work rejects with, with
	 * the signal's reason while it waits, and with `TurnRefused`.
	 */
	take<T>(asking: Asking, work: () => Promise<T>): Promise<T>;
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
	function enter({ client, signal, charged = false, moved }: Asking): Promise<Waiting> {
		return new Promise((resolve, reject) => {
			const settled = () => signal.removeEventListener('abort', giveUp);
			const refuse = (reason: Refusal) => {
				settled();
				reject(new TurnRefused(reason, secondsFor(queue.waiting)));
			};
			const one: Waiting = {
				client,
				charged,
				start() {
					settled();
					resolve(one);
				},
				...(moved && { moved: (before: number) => moved(before, secondsFor(before)) }),
				pushedOut: () => refuse('queue-full')
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

	return {
		get taken() {
			return queue.taken;
		},
		get waiting() {
			return queue.waiting;
		},
		waitMs: () => waits.value(),
		async take(asking, work) {
			asking.signal.throwIfAborted();
			const asked = performance.now();
			const place = await enter(asking);
			const began = performance.now();
			waits.add(began - asked);
			try {
				return await work();
			} finally {
				took.add(performance.now() - began);
				queue.free(place);
			}
		}
	};
}
