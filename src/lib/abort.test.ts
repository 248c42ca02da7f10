import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sleep, untilAborted, within } from './abort.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const late = () => new Error('late');
const never = new Promise<never>(() => {});
const stopped = new Error('stopped');

/** A signal, and how many listen to it. */
function counted() {
	const controller = new AbortController();
	const { signal } = controller;
	let listeners = 0;
	const add = signal.addEventListener.bind(signal);
	const remove = signal.removeEventListener.bind(signal);
	vi.spyOn(signal, 'addEventListener').mockImplementation((...args: Parameters<typeof add>) => {
		listeners += 1;
		add(...args);
	});
	vi.spyOn(signal, 'removeEventListener').mockImplementation((...args: Parameters<typeof remove>) => {
		listeners -= 1;
		remove(...args);
	});
	return { controller, signal, listeners: () => listeners };
}

const WAYS = {
	untilAborted: (signal: AbortSignal) => untilAborted(never, signal),
	sleep: (signal: AbortSignal) => sleep(1000, signal),
	within: (signal: AbortSignal) => within(never, { limitMs: 1000, late, signal })
} as const;

test.each(Object.entries(WAYS))(
	'%s rejects with the reason of an abort, before and while it waits',
	async (_, wait) => {
		const { controller, signal } = counted();
		const waiting = wait(signal);
		controller.abort(stopped);
		await expect(waiting).rejects.toBe(stopped);
		await expect(wait(signal)).rejects.toBe(stopped);
		expect(vi.getTimerCount()).toBe(0);
	}
);

test('what settles in time leaves no timer and no listener', async () => {
	const { signal, listeners } = counted();
	expect(await untilAborted(Promise.resolve(1), signal)).toBe(1);
	expect(await within(Promise.resolve(2), { limitMs: 1000, late, signal })).toBe(2);
	await expect(within(Promise.reject(stopped), { limitMs: 1000, late, signal })).rejects.toBe(stopped);
	const slept = sleep(1000, signal);
	await vi.advanceTimersByTimeAsync(1000);
	await slept;
	expect(vi.getTimerCount()).toBe(0);
	expect(listeners()).toBe(0);
});

test('what is not there within the limit is late, and not before', async () => {
	let failed: unknown = null;
	const waiting = within(never, { limitMs: 1000, late }).catch((error: unknown) => (failed = error));
	await vi.advanceTimersByTimeAsync(999);
	expect(failed).toBe(null);
	await vi.advanceTimersByTimeAsync(1);
	await waiting;
	expect(failed).toEqual(late());
});

test('a rejection that comes after the abort is nobody’s', async () => {
	const { controller, signal } = counted();
	let fail = (_: Error) => {};
	const work = new Promise<never>((_, reject) => (fail = reject));
	const waiting = untilAborted(work, signal);
	controller.abort(stopped);
	await expect(waiting).rejects.toBe(stopped);
	fail(new Error('too late'));
	await vi.advanceTimersByTimeAsync(0);
});
