import { parse } from 'acorn';
import { expect, test } from 'vitest';
import { mutate } from './mutants.ts';
import { tryingOut } from './trying-out.ts';

const found = (code: string): string[] =>
	tryingOut(parse(code, { ecmaVersion: 'latest', sourceType: 'module' })).map(({ start, end }) =>
		code.slice(start, end)
	);

test.each([
	['a call of what is exported', 'export function f() {}\nf(1);', ['f(1);']],
	[
		'a call whose value is printed',
		'export const f = (a) => a;\nconsole.log("a: " + f(1));',
		['console.log("a: " + f(1));']
	],
	['names that are exported at the end', 'f(1);\nfunction f() {}\nexport { f as g };', ['f(1);']],
	['a default export', 'export default function f() {}\nf(1);', ['f(1);']],
	['a default export by its name', 'const f = () => 1;\nexport default f;\nf();', ['f();']],
	[
		'what the call works with',
		'const one = {};\nexport function f(a) {}\nf(one);',
		['f(one);', 'const one = {};']
	],
	[
		'what that is made of',
		'const a = 1;\nconst b = [a];\nexport function f() {}\nf(b);',
		['f(b);', 'const b = [a];', 'const a = 1;']
	],
	[
		'a parameter of the same name',
		'const list = [1];\nexport function f(list) { return list; }\nf(list);',
		['f(list);', 'const list = [1];']
	]
])('%s is only for trying out', (_, code, expected) => {
	expect(found(code)).toEqual(expected);
});

test.each([
	['what a function works with', 'const rate = 2;\nexport function f(a) { return a * rate; }'],
	['what a function and a call work with', 'let n = 0;\nexport function f() { n++; }\nconsole.log(n);'],
	['a call of what is not exported', 'const list = [];\nlist.push(1);\nexport function f() { return list; }'],
	['what is exported itself', 'export const a = 1;\nexport const b = a + 1;'],
	['a value that is kept', 'export function f() { return 1; }\nlet a = f();\na = 2;'],
	['an export of another file', 'export { f } from "./f.js";\nf(1);'],
	['the call of a program', 'function f() {}\nf(1);']
])('%s is work', (_, code) => {
	expect(found(code)).toEqual([]);
});

test('trials are changed, except where they are left out', () => {
	const code = 'export const f = () => 1;\nconsole.log(f("a"));';
	expect(mutate(code).some(({ line }) => line === 2)).toBe(true);
	const others = mutate(code, { trials: false });
	expect(others.length).toBeGreaterThan(0);
	expect(others.every(({ line }) => line === 1)).toBe(true);
});
