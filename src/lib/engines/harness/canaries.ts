import { expect } from 'vitest';
import { limitStack } from './natives.ts';

/** Expectations that must fail. Each stands for a matcher family that a forger would like to weaken. */
const MUST_FAIL: readonly (() => unknown)[] = [
	() => expect(1).toBe(2),
	() => expect('a').toBe('b'),
	() => expect({ a: 1 }).toEqual({ a: 2 }),
	() => expect([1, 2]).toEqual([1, 3]),
	() => expect({ a: undefined }).toStrictEqual({}),
	() => expect([1]).toHaveLength(2),
	() => expect([1, 2]).toContain(3),
	() => expect('abc').toContain('d'),
	() => expect('abc').toMatch(/d/),
	() => expect(0.1).toBeCloseTo(0.2),
	() => expect(1).toBeGreaterThan(2),
	() => expect(0).toBeTruthy(),
	() => expect(1).toBeUndefined(),
	() => expect(() => {}).toThrow(),
	() => expect(1).not.toBe(1),
	() => expect(new Map([[1, 2]])).toEqual(new Map([[1, 3]])),
	() => expect(new Set([1])).toEqual(new Set([2])),
	() => expect({ a: 1 }).toMatchObject({ a: 2 }),
	() => expect(Promise.resolve(1)).resolves.toBe(2),
	() => expect(Promise.resolve(1)).rejects.toBe(1)
];
const MUST_PASS: readonly (() => unknown)[] = [
	() => expect(1).toBe(1),
	() => expect({ a: [1] }).toEqual({ a: [1] }),
	() =>
		expect(() => {
			throw new Error('x');
		}).toThrow('x')
];

/** Whether the expectations still tell right from wrong. Run after the suite, in the same realm. */
export async function canariesHold(): Promise<boolean> {
	const { stackTraceLimit } = Error;
	// Nobody reads these errors: their stacks would cost half the time.
	limitStack(0);
	try {
		return (await allFail()) && (await allPass());
	} finally {
		limitStack(stackTraceLimit);
	}
}

async function allFail(): Promise<boolean> {
	for (const expectation of MUST_FAIL) {
		let failed = false;
		try {
			await expectation();
		} catch {
			failed = true;
		}
		if (!failed) return false;
	}
	return true;
}

async function allPass(): Promise<boolean> {
	try {
		for (const expectation of MUST_PASS) await expectation();
	} catch {
		return false;
	}
	return true;
}
