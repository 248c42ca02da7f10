import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { guardLoops } from './guard-loops.ts';

/** So many calls are more than any of the programs here needs. */
const MOST_CALLS = 5000;

/** Runs a guarded body as a learner's script is run; what hangs all the same is ended by the limit. */
function run(code: string): { value: unknown; calls: number } {
	let calls = 0;
	const guard = () => {
		if (++calls > MOST_CALLS) throw new Error('The code never ended');
	};
	const body = `(function (__passerelle_guard__) {"use strict";\n${guardLoops(code)}\n})`;
	const value = (runInNewContext(body, {}, { timeout: 3000 }) as (guard: () => void) => unknown)(guard);
	return { value, calls };
}

test.each([
	['while', 'while (true) ;'],
	['while with a block', 'while (true) {\n}'],
	['do', 'do { } while (true)'],
	['for', 'for (;;) ;'],
	['of', 'for (const x of (function* () { for (;;) yield 1; })()) { }'],
	['in a loop without braces', 'for (;;) for (const x of [1, 2]) if (x) ;'],
	['in a function', 'const spin = () => { while (true) { } }; spin();'],
	['that catches', 'while (true) { try { while (true) { } } catch { } }'],
	['that continues whatever happens', 'for (;;) { try { for (;;) ; } finally { continue; } }'],
	['of two functions', 'const a = (n) => { b(n); b(n); }, b = (n) => n > 99 || (a(n + 1), a(n + 1)); a(0);'],
	['of an arrow alone', 'const f = (n) => n > 99 ? 1 : f(n + 1) + f(n + 1); f(0);'],
	['of a method', '({ go(n) { if (n < 99) { this.go(n + 1); this.go(n + 1); } } }).go(0);'],
	[
		'of a getter',
		'const o = { get more() { return Math.max(1, 0) && o.list.push(1); }, list: [] }; for (;;) o.more;'
	],
	['of what grows', 'const list = new Set([1]); list.forEach((x) => list.add(list.delete(x) && x));']
])('ends a loop: %s', (_, code) => {
	expect(() => run(code)).toThrow('The code never ended');
});

test.each([
	['let sum = 0; for (let i = 0; i < 10; i++) sum += i; return sum;', 45],
	['let n = 3; do n--; while (n > 0); return n;', 0],
	[
		'outer: for (const a of [1, 2]) for (const b of [3, 4]) { if (b === 4) continue outer; if (a === 2) return [a, b].join(); }',
		'2,3'
	],
	['if (true) while (false); else return 1; return 2;', 2],
	['const keys = []; for (const key in { a: 1, b: 2 }) keys.push(key); return keys.join();', 'a,b'],
	['function f() { "use strict"; return String(this); } return f();', 'undefined'],
	['const f = () => ({ a: String(1) }); return f().a;', '1'],
	['const f = (n) => (m) => Math.max(n, m); return f(2)(3) + f.name;', '3f'],
	['for (let f = () => String("a" in { a: 1 }), i = 0; i < 1; i++) return f();', 'true'],
	['let f; for (const x of [3]) f = () => Math.abs(x)\nreturn f();', 3],
	[
		'class A { constructor() { this.a = Math.abs(-1); } } class B extends A { constructor() { super(); } } return new B().a;',
		1
	],
	['class A { static n = 0; static { for (let i = 0; i < 3; i++) A.n++; } } return A.n;', 3],
	['function* g() { yield String(1); yield 2; } return [...g()].join();', '1,2'],
	['return ((a, b = Math.abs(a)) => a + b)(-1);', 0]
])('means the same where loops end: %s', (code, value) => {
	expect(run(code).value).toBe(value);
});

test('functions that call nothing are left as they are', () => {
	const code = 'const f = (a) => a + 1, g = function () { return 2; };';
	expect(guardLoops(code)).toBe(code);
	expect(run('return [1, 2].map((x) => x * 2).join();')).toEqual({ value: '2,4', calls: 0 });
});

test('moves no line, and leaves alone what has no loop or cannot be read', () => {
	const code = 'const a = 1;\nwhile (a < 1) {\n\tx();\n}\nlast();';
	expect(guardLoops(code).split('\n')).toEqual([
		'const a = 1;',
		'while (a < 1) {__passerelle_guard__();',
		'\tx();',
		'}',
		'last();'
	]);
	expect(guardLoops('const a = 1;')).toBe('const a = 1;');
	expect(guardLoops('while (')).toBe('while (');
	expect(guardLoops('const x = await y; for await (const z of x) { }')).toContain('{__passerelle_guard__();');
});

test('loops in code that nests as deep as it can be parsed are guarded', () => {
	const code = `${'if (a) '.repeat(800)}while (true) ;`;
	expect(guardLoops(code)).toContain('while (true) {__passerelle_guard__();;}');
});
