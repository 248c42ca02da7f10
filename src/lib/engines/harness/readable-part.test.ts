import { expect, test } from 'vitest';
import { readablePart, toldCalls } from './readable-part.ts';

test.each([
	['a text', 'hello'],
	['nothing', null],
	['a list', [1, [2, { three: 3 }]]],
	['an object', { a: { b: ['c'] } }],
	['an instance', new Date(0)],
	['a map', new Map([[1, 2]])]
])('%s that is not long is itself', (_, value) => {
	expect(readablePart(value)).toBe(value);
});

test.each([
	['a long text', 'x'.repeat(1e6)],
	['a long list', Array(1e6).fill(1)],
	['a long text in a list in an object', { lines: ['x'.repeat(1e6)] }],
	['a long list in an object', { lines: Array(1e6).fill('x') }]
])('%s is shortened, and stays what it is', (_, value) => {
	const before = JSON.stringify(value).length;
	const part = readablePart(value);
	expect(JSON.stringify(part).length).toBeLessThan(10_000);
	expect(JSON.stringify(value).length).toBe(before);
	expect(Object.getPrototypeOf(part)).toBe(Object.getPrototypeOf(value));
});

test('an object that holds itself has a part too', () => {
	const self: Record<string, unknown> = { text: 'x'.repeat(10_000) };
	self.self = self;
	expect((readablePart(self) as { text: string }).text.length).toBe(8001);
});

test('a hundred calls are told', () => {
	expect(toldCalls(Array(200_000).fill([]))).toHaveLength(100);
	expect(toldCalls([1, 2])).toEqual([1, 2]);
});
