/** Somebody who waits for a place. */
export interface Waiting {
	client: string;
	/** The place is theirs. */
	start(): void;
	/** Called with the number of those before, each time it changes. */
	moved(before: number): void;
}

/** Why nobody more can wait: everybody's queue is full, or this client's part of it. */
export type Refusal = 'queue-full' | 'client-full';

/**
 * Places for so many at a time, and a bounded queue before them. The next one is the longest waiting of the clients that
 * have the fewest places: who sends twenty does not stand in the way of who sends one.
 */
export function createQueue(limits: { places: number; waiting: number; perClient: number }) {
	const waiting: Waiting[] = [];
	const holding = new Map<string, number>();
	let taken = 0;

	const held = ({ client }: Waiting): number => holding.get(client) ?? 0;
	const start = (next: Waiting) => {
		taken += 1;
		holding.set(next.client, held(next) + 1);
		next.start();
	};
	const tell = () => waiting.forEach((one, index) => one.moved(index));

	return {
		get waiting() {
			return waiting.length;
		},
		get taken() {
			return taken;
		},
		/** Starts at once, or waits; null where it does, else why it cannot. */
		enter(one: Waiting): Refusal | null {
			if (taken < limits.places) {
				start(one);
				return null;
			}
			if (waiting.length >= limits.waiting) return 'queue-full';
			if (waiting.filter(({ client }) => client === one.client).length >= limits.perClient)
				return 'client-full';
			one.moved(waiting.push(one) - 1);
			return null;
		},
		/** Somebody who waits gives up; nothing happens where they no longer do. */
		leave(one: Waiting): void {
			const at = waiting.indexOf(one);
			if (at < 0) return;
			waiting.splice(at, 1);
			tell();
		},
		/** Somebody who had a place gives it back. */
		free({ client }: Waiting): void {
			taken -= 1;
			const left = (holding.get(client) ?? 1) - 1;
			if (left > 0) holding.set(client, left);
			else holding.delete(client);
			if (waiting.length === 0) return;
			const next = waiting.reduce((best, each) => (held(each) < held(best) ? each : best));
			waiting.splice(waiting.indexOf(next), 1);
			start(next);
			tell();
		}
	};
}
