import { expect, test, vi } from 'vitest';
import type { UncaughtListener } from './protocol.ts';
import { createRejections } from './rejections.ts';

/** An engine whose turns and clock a test moves, and which tells of rejections when the test says so. */
function begin() {
	let time = 0;
	let timers: { at: number; call: () => void }[] = [];
	const rejected: unknown[] = [];
	let tell: UncaughtListener = () => false;
	const told: unknown[] = [];
	const rejections = createRejections((listener) => void (tell = listener), {
		setTimer: ((call: () => void, ms: number) => {
			const timer = { at: time + ms, call };
			timers.push(timer);
			return timer;
		}) as never,
		clearTimer: ((timer: never) => void (timers = timers.filter((one) => one !== timer))) as never,
		reject: ((own: unknown) => void rejected.push(own)) as never
	});
	rejections.listen((thrown) => {
		told.push(thrown);
		return false;
	});
	return {
		rejections,
		told,
		begun: rejections.begun,
		rejected,
		tell: (thrown: unknown) => tell(thrown),
		tellNext: () => tell(rejected.shift()),
		/** Moves the clock, then takes one turn: the timers that are due, in their order. */
		async turn(ms = 0): Promise<void> {
			time += ms;
			for (const timer of timers.filter(({ at }) => at <= time)) {
				if (!timers.includes(timer)) continue;
				timers = timers.filter((one) => one !== timer);
				timer.call();
			}
			await Promise.resolve();
		}
	};
}

test('an engine that stood still at the beginning, and tells a turn later, is known to tell', async () => {
	const { rejections, begun, tellNext, told, turn } = begin();
	await turn(5000);
	tellNext();
	await begun;
	const ended = vi.fn();
	void rejections.heard().then(ended);
	for (let turns = 0; turns < 5; turns++) await turn();
	expect(ended).not.toHaveBeenCalled();
	tellNext();
	await vi.waitFor(() => expect(ended).toHaveBeenCalled());
	expect([rejections.listens, told]).toEqual([true, []]);
});

test('one that tells long after is known from then on, and what it tells is no error of a learner', async () => {
	const { rejections, begun, tellNext, told, rejected, turn } = begin();
	for (let turns = 0; turns < 20; turns++) await turn(100);
	await begun;
	void rejections.heard();
	expect(rejected).toHaveLength(1);
	expect(tellNext()).toBe(true);
	void rejections.heard();
	expect(rejected).toHaveLength(1);
	expect(told).toEqual([]);
});

test('an engine that never tells is not waited for, and nothing is wrong with it', async () => {
	const { rejections, begun, turn } = begin();
	for (let turns = 0; turns < 20; turns++) await turn(100);
	await begun;
	const ended = vi.fn();
	void rejections.heard().then(ended);
	await turn();
	await vi.waitFor(() => expect(ended).toHaveBeenCalled());
	expect(rejections.listens).toBe(true);
});

test('an engine that stops to tell does not listen any more; one that stood still meanwhile does', async () => {
	const { rejections, begun, tellNext, turn } = begin();
	tellNext();
	await begun;
	const still = rejections.heard();
	await turn(60_000);
	tellNext();
	await still;
	expect(rejections.listens).toBe(true);
	const silent = rejections.heard();
	await turn(60_000);
	for (let turns = 0; turns < 20; turns++) await turn();
	await silent;
	expect(rejections.listens).toBe(false);
});

test('what is not our own is told to who listens then', () => {
	const { rejections, told, tell } = begin();
	expect([tell('one'), told]).toEqual([false, ['one']]);
	const later: unknown[] = [];
	rejections.listen((thrown) => later.push(thrown) > 0);
	expect([tell('two'), told, later]).toEqual([true, ['one'], ['two']]);
});
