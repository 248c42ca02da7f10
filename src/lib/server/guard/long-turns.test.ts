import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clientOf } from './client.ts';
import { createQueue } from './queue.ts';
import { createTurns, GaveWay, type Turn } from './turns.ts';
import { createUsage } from './usage.ts';

const QUICK_MS = 500;
const LIMITS = { places: 2, waiting: 64, perClient: 9, kept: { places: 1, quickMs: QUICK_MS } };
/** As long as a compiler lets a source take. */
const HARD_MS = 3000;

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** Turns of work that takes so long; who has to give way does, and has it all to do again. */
function open() {
	const turns = createTurns(LIMITS, createUsage());
	let gaveWay = 0;
	const work = (ms: number) => (turn: Turn) =>
		new Promise<void>((resolve, reject) => {
			setTimeout(resolve, ms);
			turn.giveWay.addEventListener('abort', () => {
				gaveWay += 1;
				reject(new GaveWay());
			});
		});
	return {
		turns,
		work,
		gaveWay: () => gaveWay,
		/** Asks for a turn; resolves to the milliseconds that passed until it was over. */
		async take(client: string, ms: number): Promise<number> {
			const asked = performance.now();
			await turns.take({ client, signal: new AbortController().signal }, work(ms));
			return performance.now() - asked;
		}
	};
}
/** Asks for one hard thing after another, until it is told to stop. */
function attack(take: (client: string, ms: number) => Promise<number>, clients: readonly string[]) {
	let over = false;
	for (const client of clients)
		void (async () => void (await take(client, HARD_MS), over || again(client)))();
	async function again(client: string): Promise<void> {
		while (!over) await take(client, HARD_MS);
	}
	return () => void (over = true);
}
const addresses = (count: number) => Array.from({ length: count }, (_, index) => `198.51.100.${index}`);

test.each([1, 2, 5, 20])('of %i who ask for hard things without end, nobody waits for one', async (count) => {
	const { take } = open();
	const stop = attack(take, addresses(count));
	// Each has come once.
	await vi.advanceTimersByTimeAsync(HARD_MS + count * QUICK_MS);
	const took: number[] = [];
	for (let index = 0; index < 100; index++) {
		void take(`203.0.113.${index}`, 10).then((ms) => took.push(ms));
		await vi.advanceTimersByTimeAsync(250);
	}
	stop();
	expect(took).toHaveLength(100);
	// The first come while nothing is kept, because for a while no quick one had come.
	expect(Math.max(...took)).toBeLessThan(2 * QUICK_MS);
	expect(Math.max(...took.slice(2))).toBeLessThan(50);
});

test('of those who never came before, each is before somebody who comes later for a quick turn at most', async () => {
	const { take } = open();
	const stop = attack(take, addresses(5));
	const quick = take('203.0.113.1', 10);
	await vi.advanceTimersByTimeAsync(5 * QUICK_MS);
	stop();
	expect(await quick).toBeLessThan(5 * QUICK_MS);
});

test('who never came before gives the kept place back when others wait, and has another turn without that', async () => {
	const { take, gaveWay } = open();
	const hard = ['a', 'b'].map((client) => take(client, HARD_MS));
	await vi.advanceTimersByTimeAsync(10);
	const quick = take('c', 10);
	await vi.advanceTimersByTimeAsync(HARD_MS * 3);
	expect(await quick).toBe(QUICK_MS);
	expect(await Promise.all(hard)).toEqual([HARD_MS, HARD_MS * 2]);
	expect(gaveWay()).toBe(1);
});

test('where no quick one comes, long ones have all places', async () => {
	const { take, gaveWay } = open();
	const before = ['a', 'b'].map((client) => take(client, HARD_MS));
	await vi.advanceTimersByTimeAsync(HARD_MS);
	await Promise.all(before);
	await vi.advanceTimersByTimeAsync(10_000);
	const both = ['a', 'b'].map((client) => take(client, HARD_MS));
	await vi.advanceTimersByTimeAsync(HARD_MS);
	expect(await Promise.all(both)).toEqual([HARD_MS, HARD_MS]);
	expect(gaveWay()).toBe(0);
});

test('a class behind one address, with somebody who floods, does not wait for what is hard', async () => {
	const { take } = open();
	const class20 = Array.from({ length: 20 }, (_, index) => clientOf('198.51.100.1', `learner-${index}`));
	const stop = attack(take, Array<string>(5).fill(clientOf('198.51.100.1', 'flood')));
	await vi.advanceTimersByTimeAsync(HARD_MS);
	const took: number[] = [];
	for (const learner of class20) {
		void take(learner, 10).then((ms) => took.push(ms));
		await vi.advanceTimersByTimeAsync(100);
	}
	await vi.advanceTimersByTimeAsync(QUICK_MS);
	stop();
	expect(took).toHaveLength(20);
	expect(Math.max(...took)).toBeLessThan(2 * QUICK_MS);
});

test('many quick turns are no long one; a long one is forgiven in some minutes', async () => {
	const { take } = open();
	const quickOnes = async (count: number) => {
		for (let index = 0; index < count; index++) {
			const quick = take('busy', QUICK_MS - 1);
			await vi.advanceTimersByTimeAsync(QUICK_MS - 1);
			expect(await quick).toBe(QUICK_MS - 1);
		}
	};
	const first = take('hard', HARD_MS);
	await quickOnes(100);
	await first;
	const two = async () => {
		const both = Promise.all([take('hard', HARD_MS), take('hard', HARD_MS)]);
		await quickOnes(20);
		return both;
	};
	expect((await two()).map((ms) => ms > HARD_MS)).toEqual([false, true]);
	await vi.advanceTimersByTimeAsync(300_000);
	await quickOnes(1);
	const again = take('hard', HARD_MS);
	const other = take('hard', 10);
	await vi.advanceTimersByTimeAsync(HARD_MS);
	expect(await Promise.all([again, other])).toEqual([HARD_MS, 10]);
});

test('our own preparation is not a long turn', () => {
	let time = 0;
	const now = () => time;
	const queue = createQueue(LIMITS, { usage: createUsage(now), now });
	const started: string[] = [];
	const one = (client: string) => ({
		client,
		prepares: true,
		start: () => void started.push(client),
		pushedOut() {}
	});
	const slowToStart = one('a');
	queue.enter(slowToStart);
	time += 10_000;
	queue.begins(slowToStart);
	time += 10;
	queue.free(slowToStart);
	for (const client of ['a', 'a']) queue.enter(one(client));
	expect(started).toEqual(['a', 'a', 'a']);
});

test('who has left before giving way does not come again', async () => {
	const { turns, work, take, gaveWay } = open();
	const gone = new AbortController();
	void take('a', HARD_MS);
	const left = turns.take({ client: 'b', signal: gone.signal }, work(HARD_MS)).catch(String);
	const quick = take('c', 10);
	gone.abort(new Error('left'));
	await vi.advanceTimersByTimeAsync(QUICK_MS + 10);
	await quick;
	expect([await left, gaveWay(), turns.waiting]).toEqual(['Error: left', 1, 0]);
});

test('one that is told to give way makes room for a quick one; until it has ended, no other is told', async () => {
	const { turns } = open();
	const told: string[] = [];
	const { signal } = new AbortController();
	let end = () => {};
	for (const client of ['a', 'b'])
		void turns
			.take({ client, signal }, ({ giveWay }) => {
				giveWay.addEventListener('abort', () => void told.push(client));
				return new Promise<void>((resolve) => (end = resolve));
			})
			.catch(String);
	await vi.advanceTimersByTimeAsync(QUICK_MS);
	const quick = ['c', 'd'].map(async (client) => turns.take({ client, signal }, async () => client));
	await vi.advanceTimersByTimeAsync(QUICK_MS);
	expect(told).toEqual(['b']);
	end();
	await vi.advanceTimersByTimeAsync(1);
	expect(await Promise.all(quick)).toEqual(['c', 'd']);
	expect(told).toEqual(['b']);
});

/** Four waiting places behind a long turn and a quick one; what became of each, by name. */
function openFull() {
	const queue = createQueue({ ...LIMITS, waiting: 4, perClient: 1 });
	const out: string[] = [];
	const enter = (client: string, again: boolean) =>
		queue.enter({ client, again, start() {}, pushedOut: () => void out.push(client) });
	enter('quick', false);
	enter('long', true);
	return { queue, out, enter };
}

test('a queue that is full of long ones has room for quick ones: half of it, as of the places', () => {
	const { queue, out, enter } = openFull();
	expect(['a', 'b', 'c', 'd'].map((client) => enter(client, true))).toEqual([null, null, null, null]);
	expect(enter('e', true)).toBe('queue-full');
	expect(['f', 'g', 'h'].map((client) => enter(client, false))).toEqual([null, null, 'queue-full']);
	expect([out, queue.waiting]).toEqual([['d', 'c'], 4]);
});

test('who gave way comes again, however many of the same client wait', () => {
	const { enter } = openFull();
	expect(enter('a', false)).toBeNull();
	expect(enter('a', false)).toBe('client-full');
	expect(enter('a', true)).toBeNull();
});

test('a turn’s time counts from when it first said that it begins', () => {
	let time = 0;
	const now = () => time;
	const usage = createUsage(now);
	const queue = createQueue(LIMITS, { usage, now });
	const one = { client: 'a', prepares: true, start() {}, pushedOut() {} };
	queue.enter(one);
	for (let tries = 0; tries < 2; tries++) {
		time += 300;
		queue.begins(one);
	}
	time += 300;
	queue.free(one);
	expect(usage.used('a')).toBeCloseTo(0.6);
});

test('what a turn listens to after it has given way is its own', async () => {
	const turns = createTurns(LIMITS);
	const seen = new Set<AbortSignal>();
	const { signal } = new AbortController();
	for (let time = 0; time < 2; time += 1) {
		let gaveWay = false;
		await turns.take({ client: 'a', signal }, async ({ giveWay }) => {
			if (gaveWay) seen.add(giveWay);
			else {
				gaveWay = true;
				throw new GaveWay();
			}
		});
	}
	expect(seen.size).toBe(2);
});
