import { expect, test } from 'vitest';
import { Refused } from '../rewrite/learner-code.ts';
import { toJavaScript } from './tested-expression.ts';

test.each([
	['echo_all(1, -2.5)', 'echoAll(1, -2.5)'],
	['echo("a_b", [True, None])', 'echo("a_b", [true, null])'],
	['counter = Counter(5)', 'var counter = new Counter(5);'],
	['counter.count_up().report()', 'counter.countUp().report()'],
	['MAX_SPEED # the limit', 'MAX_SPEED'],
	['echo("a # b")', 'echo("a # b")']
])('%s is %s', (source, code) => {
	expect(toJavaScript(source)).toBe(code);
});

test.each([
	'echo({1, 2})',
	'echo({"a": 1})',
	'echo((1, 2))',
	'echo(a=1)',
	'a.b = 1',
	'x if y else z',
	'a + b',
	'lambda: 1'
])('%s is refused: it means something else, or nothing, in JavaScript', (source) => {
	expect(() => toJavaScript(source)).toThrow(Refused);
});

test('an expression that is longer than anybody writes is refused before it is looked through', () => {
	expect(() => toJavaScript(`f(${' #'.repeat(1_000_000)}"`)).toThrow(/2000003 characters/);
});
