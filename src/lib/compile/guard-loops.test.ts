import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { guardLoops } from './guard-loops.ts';

/** Runs a guarded body as a learner's script is run; what hangs all the same is ended by the limit. */
function run(code: string): unknown {
	const body = `(function () {"use strict";\n${guardLoops(code, 50)}\n})()`;
	return runInNewContext(body, { AbortSignal, performance }, { timeout: 3000 });
}

test.each([
	['while', 'while (true) ;'],
	['while with a block', 'while (true) {\n}'],
	['do', 'do { } while (true)'],
	['for', 'for (;;) ;'],
	['of', 'for (const x of (function* () { for (;;) yield 1; })()) { }'],
	['in a loop without braces', 'for (;;) for (const x of [1, 2]) if (x) ;'],
	['in a function', 'const spin = () => { while (true) { } }; spin();'],
	['that catches', 'while (true) { try { while (true) { } } catch { } }']
])('ends a loop: %s', (_, code) => {
	expect(() => run(code)).toThrow('This loop did not end');
});

test.each([
	['let sum = 0; for (let i = 0; i < 10; i++) sum += i; return sum;', 45],
	['let n = 3; do n--; while (n > 0); return n;', 0],
	[
		'outer: for (const a of [1, 2]) for (const b of [3, 4]) { if (b === 4) continue outer; if (a === 2) return [a, b].join(); }',
		'2,3'
	],
	['if (true) while (false); else return 1; return 2;', 2],
	['const keys = []; for (const key in { a: 1, b: 2 }) keys.push(key); return keys.join();', 'a,b']
])('means the same where loops end: %s', (code, value) => {
	expect(run(code)).toBe(value);
});

test('work that takes long in all, but in many turns, is not ended', async () => {
	const code = `return (async () => { let turns = 0; for (let i = 0; i < 12; i++) { turns++; await pause(10); } return turns; })();`;
	const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
	const body = `(function () {"use strict";\n${guardLoops(code, 50)}\n})()`;
	expect(await (runInNewContext(body, { AbortSignal, performance, pause }) as Promise<number>)).toBe(12);
});

test('moves no line, and leaves alone what has no loop or cannot be read', () => {
	const code = 'const a = 1;\nwhile (a < 1) {\n\tx();\n}\nlast();';
	const lines = guardLoops(code, 50).split('\n');
	expect(lines.slice(1, 5)).toEqual(['while (a < 1) {__passerelle_guard__();', '\tx();', '}', 'last();']);
	expect(guardLoops('const a = 1;', 50)).toBe('const a = 1;');
	expect(guardLoops('while (', 50)).toBe('while (');
	expect(guardLoops('const x = await y; for await (const z of x) { }', 50)).toContain(
		'{__passerelle_guard__();'
	);
});

test('loops in code that nests as deep as it can be parsed are guarded', () => {
	const code = `${'if (a) '.repeat(800)}while (true) ;`;
	expect(guardLoops(code, 100)).toContain('while (true) {__passerelle_guard__();;}');
});
