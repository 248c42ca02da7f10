import { addressOf, type Client } from './client.ts';
import { createLongTurns, type KeptPlaces } from './long-turns.ts';
import { createUsage, type Usage } from './usage.ts';

/** Somebody who waits for a place. */
export interface Waiting {
	client: Client;
	/** The place is theirs. */
	start(): void;
	/** The time is charged already, by another turn that this one is a part of. */
	charged?: boolean;
	/** Called with the number of those before, each time it changes. */
	moved?: (before: number) => void;
	/** Waited in a full queue, with many of the same address or with many long ones; somebody else has the place in it now. */
	pushedOut(): void;
	/** Has taken long, and holds what is kept for quick turns: gives the place back soon, to come again. Called once. */
	giveWay?: () => void;
	/** Has given way before: keeps to the places for long turns, and comes beside what its client may wait with. */
	again?: boolean;
	/** The turn's time counts from when it is told that it begins: what comes before is our own preparation. */
	prepares?: boolean;
}

/** Why nobody more can wait: everybody's queue is full, or this client's part of it. */
export type Refusal = 'queue-full' | 'client-full';

export interface QueueLimits {
	/** Turns at a time. */
	places: number;
	/** Those who may wait. */
	waiting: number;
	/** Of these, of one client. */
	perClient: number;
	/** Default: all places are for all. */
	kept?: KeptPlaces;
}

/** Names of a client for counting: both are looked at, the address first. */
const namesOf = ({ client }: Waiting): [address: string, client: Client] => [addressOf(client), client];

/**
 * Places for so many at a time, and a bounded queue before them. Turns go round: the next one is of the address that has
 * used least lately (`usage`: what its turns took, those under way included), then of the one that had a turn longest ago;
 * in it, of the browser by the same rule. An address, and a browser among others of its address, leaves one place to the
 * others as long as they wait. Who fills the queue is pushed out of it by who comes with less. Clients whose turns take long
 * have no more than the places that are not kept for the others, and when the queue is full, than that share of it.
 */
export function createQueue(
	limits: QueueLimits,
	{ usage = createUsage(), now = () => performance.now() }: { usage?: Usage; now?: () => number } = {}
) {
	const most = Math.max(1, limits.places - 1);
	let waiting: Waiting[] = [];
	/** Since when, of the clock; infinity for one that prepares. */
	const running = new Map<Waiting, number>();
	/** The number of the last turn of each address and client that waits or runs, or did lately. */
	const lastTurn = new Map<string, number>();
	let turns = 0;
	const { kept } = limits;
	const long = kept && createLongTurns(kept, now);
	/** Looks again when a turn under way becomes a long one. */
	let look: NodeJS.Timeout | undefined;
	/** Were told to give way, and have their place until what they do has ended. */
	const givingWay = new WeakSet<Waiting>();

	const runningOf = (name: string): number =>
		[...running.keys()].filter((one) => namesOf(one).includes(name)).length;
	/** Milliseconds that a turn has taken by now. */
	const taken = (since: number): number => Math.max(0, now() - since);
	const usedBy = (name: string): number =>
		[...running].reduce(
			(sum, [one, since]) => (one.charged || !namesOf(one).includes(name) ? sum : sum + taken(since) / 1000),
			usage.used(name)
		);

	/** The waiting ones as they would come if all turns took the same: each name's first, then each one's second. */
	function goRound(ones: readonly Waiting[], nameOf: (one: Waiting) => string): Waiting[] {
		const seen = new Map<string, number>();
		const placed = ones.map((one) => {
			const name = nameOf(one);
			const round = seen.get(name) ?? 0;
			seen.set(name, round + 1);
			return { one, round, name };
		});
		const ranks = new Map([...seen.keys()].map((name) => [name, usedBy(name)]));
		const rank = (name: string): number => ranks.get(name) ?? 0;
		return placed
			.sort(
				(a, b) =>
					a.round - b.round ||
					rank(a.name) - rank(b.name) ||
					(lastTurn.get(a.name) ?? 0) - (lastTurn.get(b.name) ?? 0)
			)
			.map(({ one }) => one);
	}
	const inOrder = (): Waiting[] =>
		goRound(
			goRound(waiting, ({ client }) => client),
			({ client }) => addressOf(client)
		);

	/** Without those who hold all places but one, where somebody else waits. */
	function leavingOne(ones: Waiting[], nameOf: (one: Waiting) => string): Waiting[] {
		const modest = ones.filter((one) => runningOf(nameOf(one)) < most);
		return modest.length > 0 ? modest : ones;
	}
	const isLong = ({ client, again = false }: Waiting): boolean => again || (long?.isLong(client) ?? false);
	const isLongNow = ([one, since]: [Waiting, number]): boolean =>
		isLong(one) || (long?.isOver(taken(since)) ?? false);
	/** As far as places for long turns go. */
	function mayStart(one: Waiting): boolean {
		if (!long?.isKept() || !isLong(one)) return true;
		return [...running].filter(isLongNow).length < limits.places - long.places;
	}
	function next(): Waiting | undefined {
		if (running.size >= limits.places) return undefined;
		const byAddress = leavingOne(inOrder().filter(mayStart), ({ client }) => addressOf(client));
		const first = byAddress[0];
		if (!first) return undefined;
		const beside = byAddress.filter(({ client }) => addressOf(client) === addressOf(first.client));
		return leavingOne(beside, ({ client }) => client)[0];
	}

	function start(one: Waiting): void {
		turns += 1;
		for (const name of namesOf(one)) {
			lastTurn.delete(name);
			lastTurn.set(name, turns);
		}
		// Bounded as what was used is: who had no turn for a thousand others had none lately.
		for (const name of lastTurn.keys()) {
			if (lastTurn.size <= 2000) break;
			lastTurn.delete(name);
		}
		running.set(one, one.prepares ? Infinity : now());
		one.start();
	}
	function fill(): void {
		for (let chosen = next(); chosen; chosen = next()) {
			const one = chosen;
			waiting = waiting.filter((other) => other !== one);
			start(one);
		}
		makeWay();
	}

	/** Where a quick one waits because long turns have the kept places too, one of them ends, the last that began. */
	function makeWay(): void {
		clearTimeout(look);
		if (!long || waiting.every(isLong)) return;
		const staying = [...running].filter(([one]) => !givingWay.has(one));
		if (staying.filter(isLongNow).length > limits.places - long.places) {
			const ones = staying.filter(([, since]) => long.isOver(taken(since)));
			const [last] = ones.findLast(([{ giveWay }]) => giveWay) ?? [];
			if (last) givingWay.add(last);
			last?.giveWay?.();
		}
		const next = Math.min(...[...running.values()].map((since) => long.msUntilOver(taken(since))));
		if (Number.isFinite(next)) look = setTimeout(makeWay, next).unref();
	}
	const told = new WeakMap<Waiting, number>();
	function tell(): void {
		if (!waiting.some(({ moved }) => moved)) return;
		inOrder().forEach((one, before) => {
			if (told.get(one) === before) return;
			told.set(one, before);
			one.moved?.(before);
		});
	}

	/** For a quick one, the last long one, where long ones wait with more than the share of places that is not kept. */
	function longWouldGive(one: Waiting): Waiting | undefined {
		if (!long || isLong(one)) return undefined;
		const share = (limits.waiting * (limits.places - long.places)) / limits.places;
		return waiting.filter(isLong).length > share ? inOrder().findLast(isLong) : undefined;
	}
	/** The last one of the address that waits with most, if it waits with more than this one's would. */
	function wouldGive(one: Waiting): Waiting | undefined {
		const counts = new Map<string, number>();
		for (const { client } of waiting) counts.set(addressOf(client), (counts.get(addressOf(client)) ?? 0) + 1);
		const [greedy = '', most = 0] = [...counts].reduce(
			(best, next) => (next[1] > best[1] ? next : best),
			['', 0]
		);
		if (most <= (counts.get(addressOf(one.client)) ?? 0) + 1) return undefined;
		return inOrder().findLast(({ client }) => addressOf(client) === greedy);
	}

	return {
		get waiting() {
			return waiting.length;
		},
		get taken() {
			return running.size;
		},
		/** Its turns took long lately. */
		isLong: (client: Client): boolean => long?.isLong(client) ?? false,
		/** Starts at once, or waits; null where it does, else why it cannot. */
		enter(one: Waiting): Refusal | null {
			const quick = !isLong(one);
			if (quick) long?.quickOneCame();
			// Those who wait while a place is free wait for another one than what is kept.
			if (running.size < limits.places && (quick || waiting.length === 0) && mayStart(one)) {
				start(one);
				return null;
			}
			const beside = waiting.filter(({ client }) => client === one.client).length;
			if (!one.again && beside >= limits.perClient) return 'client-full';
			if (waiting.length >= limits.waiting) {
				const out = longWouldGive(one) ?? wouldGive(one);
				if (!out) return 'queue-full';
				waiting = waiting.filter((other) => other !== out);
				out.pushedOut();
			}
			waiting.push(one);
			fill();
			tell();
			return null;
		},
		/** Somebody who waits gives up; nothing happens where they no longer do. */
		leave(one: Waiting): void {
			if (!waiting.includes(one)) return;
			waiting = waiting.filter((other) => other !== one);
			tell();
		},
		/** The preparation of somebody who has a place is over; said again, it changes nothing. */
		begins(one: Waiting): void {
			if (running.get(one) === Infinity) running.set(one, now());
		},
		/** Somebody who had a place gives it back; what it took is charged to them. */
		free(one: Waiting): void {
			const since = running.get(one);
			if (since === undefined) return;
			running.delete(one);
			long?.took(one.client, taken(since));
			if (!one.charged) for (const name of new Set(namesOf(one))) usage.charge(name, taken(since) / 1000);
			const before = waiting.length;
			fill();
			if (waiting.length < before) tell();
		}
	};
}
