import { expect, test } from 'vitest';
import { createHoldGuard, HOLD_MS } from './hold-guard.ts';

/** A clock and turns that the test moves. */
function create() {
	let time = 0;
	const turns: (() => void)[] = [];
	let held = 0;
	const guard = createHoldGuard({
		now: () => time,
		later: (then) => turns.push(then),
		onHeld: () => (held += 1)
	});
	return {
		/** Calls the guard every `ms` until `forMs` have passed. */
		work(forMs: number, ms: number) {
			for (let passed = 0; passed < forMs; passed += ms) {
				guard();
				time += ms;
			}
		},
		turn: () => turns.splice(0).forEach((then) => then()),
		get held() {
			return held;
		},
		get time() {
			return time;
		}
	};
}

test.each([[0.001], [0.1], [5], [50], [200]])(
	'code that keeps its thread is ended, a step taking %d ms, and every call after that throws',
	(ms) => {
		const one = create();
		expect(() => one.work(HOLD_MS * 5, ms)).toThrow('The code never ended');
		expect(one.held).toBe(1);
		expect(one.time).toBeLessThan(HOLD_MS + 500);
		one.turn();
		expect(() => one.work(1, 1)).toThrow('The code never ended');
		expect(one.held).toBe(1);
	}
);

test('work that takes long in all, but in many turns, is not ended', () => {
	const one = create();
	for (let count = 0; count < 50; count++) {
		one.work(HOLD_MS * 0.8, 1);
		one.turn();
	}
	expect(one.held).toBe(0);
});

test('steps that take longer and longer, as those of a list that grows, are ended after the third long one', () => {
	const one = create();
	expect(() => {
		for (let ms = 1; ms < 1e6; ms *= 2) one.work(1, ms);
	}).toThrow('The code never ended');
	expect(one.time).toBeLessThan(4 * HOLD_MS);
});

test('time in which the code itself was not at work counts little', () => {
	const one = create();
	one.work(3000, 1000);
	expect(one.held).toBe(0);
});
