import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Pool } from '../../src/lib/server/sandbox/pool.ts';
import { openDenoPool } from '../support/deno-pool.ts';
import { makePlan } from '../support/make-plan.ts';

/** The timers that the server's sandbox brings along: a program must not see that they are not a browser's. */
const SUITE = `import { expect, test, vi } from 'vitest';
import { later, everyTime } from '../start/main.js';
test('a timer is a number and calls with its arguments', async () => {
	const seen = await new Promise((resolve) => {
		expect(setTimeout((...args) => resolve(args), 1, 'a', 2)).toBeTypeOf('number');
	});
	expect(seen).toEqual(['a', 2]);
});
test('shorter waits come first, and no delay is none', async () => {
	const order = [];
	await new Promise((resolve) => {
		setTimeout(() => resolve(order.push('later')), 30);
		setTimeout(() => order.push('soon'), 5);
		setTimeout(() => order.push('now'));
		setTimeout(() => order.push('too large'), 2 ** 32);
	});
	expect(order).toEqual(['now', 'too large', 'soon', 'later']);
});
test('what is cleared is not called', async () => {
	const called = vi.fn();
	clearTimeout(setTimeout(called, 1));
	clearTimeout(undefined);
	clearInterval(12345);
	await later(10);
	expect(called).not.toHaveBeenCalled();
});
test('an interval comes again until it is cleared', async () => expect(await everyTime(3)).toBe(3));
test('a text is not run', () => expect(() => setTimeout('1')).toThrow(TypeError));
test('there is no setImmediate', () => expect(globalThis.setImmediate).toBeUndefined());
test('they can be faked', async () => {
	vi.useFakeTimers();
	const called = vi.fn();
	setTimeout(called, 60_000);
	vi.advanceTimersByTime(60_000);
	vi.useRealTimers();
	expect(called).toHaveBeenCalledOnce();
	await later(1);
});
`;
const PROGRAM = `export const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export const everyTime = (times) => new Promise((resolve) => {
	let count = 0;
	const id = setInterval(() => {
		if (++count < times) return;
		clearInterval(id);
		setTimeout(() => resolve(count), 10);
	}, 1);
});
`;

let pool: Pool;
beforeAll(async () => {
	pool = await openDenoPool({ warm: { worker: 0, dom: 0, node: 0 } });
});
afterAll(() => pool?.dispose());

test('timers of the sandbox of the server are those of a browser', { timeout: 30_000 }, async () => {
	const plan = await makePlan({
		files: { 'main.js': PROGRAM },
		suite: { 'tests/main.test.js': SUITE },
		timeMs: 10_000
	});
	const { signal } = new AbortController();
	const report = await pool.run(plan, { client: 'one', reason: 'default', signal });
	expect(report.runs[0]?.tests.filter(({ state }) => state !== 'pass')).toEqual([]);
	expect(report.runs[0]?.tests).toHaveLength(7);
});
