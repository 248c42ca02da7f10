import { afterEach, beforeEach, expect, test } from 'vitest';
import { trackTimers } from './pending-timers.ts';

let timers: ReturnType<typeof trackTimers>;
beforeEach(() => void (timers = trackTimers()));
afterEach(() => timers.restore());

const isIdle = async (within: number): Promise<boolean> => {
	timers.restore();
	const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), within));
	return Promise.race([timers.idle().then(() => true), late]);
};

test('a program without timers has nothing to wait for', async () => {
	expect(await isIdle(500)).toBe(true);
});

test('a timer that starts another is waited for, also over promises', async () => {
	const seen: string[] = [];
	setTimeout(() => {
		seen.push('first');
		void Promise.resolve().then(() => setTimeout((name: string) => seen.push(name), 10, 'second'));
	}, 5);
	await timers.idle();
	expect(seen).toEqual(['first', 'second']);
});

test('a timer that is cleared is not waited for, by whichever of the two functions', async () => {
	clearTimeout(setTimeout(() => {}, 60_000));
	clearInterval(setTimeout(() => {}, 60_000));
	clearTimeout(setInterval(() => {}, 5));
	clearTimeout(undefined);
	expect(await isIdle(1000)).toBe(true);
});

test('an interval counts until it is cleared', async () => {
	let ticks = 0;
	const timer = setInterval(() => {
		ticks += 1;
		if (ticks === 3) clearInterval(timer);
	}, 2);
	await timers.idle();
	expect(ticks).toBe(3);
});

test('an interval that is never cleared is never idle', async () => {
	const timer = setInterval(() => {}, 5);
	expect(await isIdle(60)).toBe(false);
	clearInterval(timer);
});

test('the first error in a timer ends the waiting, whatever is pending', async () => {
	setTimeout(() => {
		throw new Error('late');
	}, 2);
	const pending = setTimeout(() => {}, 60_000);
	await timers.idle();
	expect(timers.error?.thrown).toEqual(new Error('late'));
	clearTimeout(pending);
});

test('nothing thrown is an error too', async () => {
	setTimeout(() => {
		throw undefined;
	}, 1);
	await timers.idle();
	expect(timers.error).toEqual({ thrown: undefined });
});

test('a text instead of a function is refused: it would be eval', () => {
	expect(() => (setTimeout as (code: string) => void)('alert(1)')).toThrow(TypeError);
});

test('the functions are put back', () => {
	const tracked = setTimeout;
	timers.restore();
	expect(setTimeout).not.toBe(tracked);
});
