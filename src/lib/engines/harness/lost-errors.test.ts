import { expect, test, vi } from 'vitest';
import { createLostErrors } from './lost-errors.ts';
import type { UncaughtListener } from './protocol.ts';

/** An engine whose turns and clock a test moves, and which tells of rejections when the test says so. */
function begin() {
	let time = 0;
	let timers: { at: number; call: () => void }[] = [];
	const rejected: unknown[] = [];
	let tell: UncaughtListener = () => false;
	const lost = createLostErrors(
		{
			onUncaught: (listener) => void (tell = listener),
			takes: () => false,
			allows: [],
			test: () => null,
			print: () => {}
		},
		{
			setTimer: ((call: () => void, ms: number) => {
				const timer = { at: time + ms, call };
				timers.push(timer);
				return timer;
			}) as never,
			clearTimer: ((timer: never) => void (timers = timers.filter((one) => one !== timer))) as never,
			reject: ((own: unknown) => void rejected.push(own)) as never
		}
	);
	return {
		lost,
		begun: lost.begin(),
		rejected,
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
	const { lost, begun, tellNext, turn } = begin();
	await turn(5000);
	tellNext();
	await begun;
	const ended = vi.fn();
	void lost.heard().then(ended);
	for (let turns = 0; turns < 5; turns++) await turn();
	expect(ended).not.toHaveBeenCalled();
	tellNext();
	await vi.waitFor(() => expect(ended).toHaveBeenCalled());
	expect([lost.listens, lost.takeAll()]).toEqual([true, []]);
});

test('one that tells long after is known from then on, and what it tells is no error of a learner', async () => {
	const { lost, begun, tellNext, rejected, turn } = begin();
	for (let turns = 0; turns < 20; turns++) await turn(100);
	await begun;
	void lost.heard();
	expect(rejected).toHaveLength(1);
	expect(tellNext()).toBe(true);
	void lost.heard();
	expect(rejected).toHaveLength(1);
	expect(lost.takeAll()).toEqual([]);
});

test('an engine that never tells is not waited for, and nothing is wrong with it', async () => {
	const { lost, begun, turn } = begin();
	for (let turns = 0; turns < 20; turns++) await turn(100);
	await begun;
	const ended = vi.fn();
	void lost.heard().then(ended);
	await turn();
	await vi.waitFor(() => expect(ended).toHaveBeenCalled());
	expect(lost.listens).toBe(true);
});

test('an engine that stops to tell does not listen any more; one that stood still meanwhile does', async () => {
	const { lost, begun, tellNext, turn } = begin();
	tellNext();
	await begun;
	const still = lost.heard();
	await turn(60_000);
	tellNext();
	await still;
	expect(lost.listens).toBe(true);
	const silent = lost.heard();
	await turn(60_000);
	for (let turns = 0; turns < 20; turns++) await turn();
	await silent;
	expect(lost.listens).toBe(false);
});
