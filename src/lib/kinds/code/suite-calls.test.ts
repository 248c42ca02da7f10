import { expect, test } from 'vitest';
import { suiteCalls } from './suite-calls.ts';

const HEAD =
	"import { expect, test } from 'vitest';\nimport { total, list as all } from '../start/main.js';\n";
const callsIn = (code: string): Record<string, string> =>
	suiteCalls({ 'tests/main.test.js': `${HEAD}test('adds', async () => {\n${code}\n});` });

test.each([
	['total(2, -3)', 'total(2, -3)'],
	['await total("a", true)', 'total("a", true)'],
	['total([1, 2], { price: 3 })', 'total([1, 2], { price: 3 })'],
	['total(\n\t[\n\t\t1,\n\t\t2\n\t]\n)', 'total([ 1, 2 ])'],
	['total(prices)', 'total([1, 2])'],
	['all()', 'all()'],
	['all(3).length', 'all(3).length']
])('expect(%s, note) tells the call', (value, call) => {
	expect(callsIn(`const prices = [1, 2];\nexpect(${value}, 'Add both.').toBe(5);`)).toEqual({
		'Add both.': call
	});
});

test.each([
	['another function', 'expect(run(2), "n").toBe(5);'],
	['a name whose value is worked out', 'const one = 1 + 1;\nexpect(total(one), "n").toBe(5);'],
	['a name that has two values', 'const one = 1;\n{ const one = 2; expect(total(one), "n").toBe(5); }'],
	['a call in a call', 'expect(total(total(1)), "n").toBe(5);'],
	['a computed key', 'expect(total({ [x]: 1 }), "n").toBe(5);'],
	['more than the call', 'expect(total(1) + 1, "n").toBe(5);'],
	['no note', 'expect(total(1)).toBe(5);'],
	['a note for two calls', 'expect(total(1), "n").toBe(5);\nexpect(total(2), "n").toBe(5);'],
	['a long call', `expect(total("${'x'.repeat(100)}"), "n").toBe(5);`],
	['what is not JavaScript', 'expect(total(1), "n").toBe(5); }}']
])('%s tells none', (_what, code) => {
	expect(callsIn(code)).toEqual({});
});
