import type { EngineNeed } from '../../contract/exercise.ts';
import type { RunRequest } from '../../engines/harness/protocol.ts';

/**
 * What is run once while the harness's code is recorded: some of everything that suites do, passing and failing. The
 * body of a suite's function, as the compiler writes it. Whether its tests pass does not matter.
 */
const SUITE_FUNCTION = `
const { afterEach, beforeEach, describe, expect, test, vi } = __passerelle_api__;
describe('group', () => {
	beforeEach(() => {});
	afterEach(() => vi.restoreAllMocks());
	test('passes', () => {
		expect(1).toBe(1);
		expect({ a: [1, 'b', { c: null }] }).toEqual({ a: [1, 'b', { c: null }] });
		expect({ a: 1 }).toStrictEqual({ a: 1 });
		expect({ a: 1, b: 2 }).toMatchObject({ a: 1 });
		expect({ a: 1 }).toHaveProperty('a', 1);
		expect([1, 2, 3]).toContain(2);
		expect([{ a: 1 }]).toContainEqual({ a: 1 });
		expect([1, 2]).toHaveLength(2);
		expect('abc').toMatch(/b/);
		expect(0.1 + 0.2).toBeCloseTo(0.3);
		expect(2).toBeGreaterThan(1);
		expect(2).toBeGreaterThanOrEqual(2);
		expect(1).toBeLessThan(2);
		expect(1).toBeLessThanOrEqual(1);
		expect(undefined).toBeUndefined();
		expect(null).toBeNull();
		expect(1).toBeDefined();
		expect(1).toBeTruthy();
		expect(0).toBeFalsy();
		expect(NaN).toBeNaN();
		expect(new Date(0)).toBeInstanceOf(Date);
		expect(new Map([[1, new Set([2])]])).toEqual(new Map([[1, new Set([2])]]));
		expect({ a: 1, b: 'x' }).toEqual({ a: expect.any(Number), b: expect.stringContaining('x') });
		expect([1]).toEqual(expect.arrayContaining([1]));
		expect({ a: 1 }).toEqual(expect.objectContaining({ a: expect.anything() }));
		expect(1, 'A note.').not.toBe(2);
		expect(() => { throw new RangeError('too far'); }).toThrow(RangeError);
		expect(() => { throw new Error('too far'); }).toThrow('far');
		expect(() => {}).not.toThrow();
	});
	test.each([[1, 2], [2, 3]])('%i and %i', (a, b) => expect(a + 1).toBe(b));
	test('async', async () => {
		await expect(Promise.resolve(1)).resolves.toBe(1);
		await expect(Promise.reject(new Error('no'))).rejects.toThrow('no');
	});
	test('spies', () => {
		const log = vi.spyOn(console, 'log').mockImplementation(() => {});
		const double = vi.fn((value) => value * 2);
		console.log(double(2));
		expect(double).toHaveBeenCalledWith(2);
		expect(double).toHaveBeenCalledTimes(1);
		expect(double).toHaveReturnedWith(4);
		expect(log).toHaveBeenCalled();
		expect(double.mock.calls).toEqual([[2]]);
	});
	test('says something', () => {
		console.log('text', 1, null, undefined, [1, { a: new Map() }], new Error('said'), () => {});
		console.error('%s is %d', 'a', 1);
	});
	test('time', () => {
		vi.useFakeTimers();
		const called = vi.fn();
		setTimeout(called, 1000);
		vi.advanceTimersByTime(1000);
		vi.useRealTimers();
		expect(called).toHaveBeenCalledOnce();
	});
	test('other value', () => expect(1, 'A note.').toBe(2));
	test('other text', () => expect('one\\ntwo').toBe('one\\nthree'));
	test('other object', () => expect({ a: [1, { b: 2 }] }).toEqual({ a: [1, { b: 3 }] }));
	test('other list', () => expect([1, 2, 3]).toEqual([1, 3]));
	test('not in the list', () => expect([1]).toContain(2));
	test('throws nothing', () => expect(() => {}).toThrow('x'));
	test('throws another', () => expect(() => { throw new Error('y'); }).toThrow('x'));
	test('not called', () => expect(vi.fn()).toHaveBeenCalledWith(1));
	test('throws', () => { throw new TypeError('x is not a function'); });
	test('rejects', async () => { await Promise.reject(new Error('late')); });
	test.skip('skipped', () => {});
});
`;

/** The run during which code is recorded: this suite beside an empty program. */
export const recordingRequest = (need: EngineNeed, timeMs: number): RunRequest => ({
	type: 'run',
	nonce: 'record',
	mode: 'check',
	learner: '__passerelle_define__({});',
	suite: { code: SUITE_FUNCTION, statics: [] },
	entry: 'main.js',
	need,
	files: {},
	pages: {},
	packages: null,
	input: null,
	limits: { timeMs, outputChars: 10_000 },
	allowsUnhandled: []
});
