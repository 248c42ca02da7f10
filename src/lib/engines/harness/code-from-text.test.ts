import { createContext, runInContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** In a realm of its own: what is taken from it is gone. */
function createRealm(): (code: string) => unknown {
	const source = readFileSync(new URL('code-from-text.ts', import.meta.url), 'utf8');
	const { code } = transformSync(source.replace('export ', ''), { loader: 'ts' });
	const realm = createContext({});
	runInContext(`${code}\nvar run = takeEvaluation();`, realm);
	return (text) => runInContext(text, realm);
}

test('the one who took it runs texts as scripts', () => {
	const realm = createRealm();
	realm(`run('var found = 1 + 1; function named() { return this === globalThis; }')`);
	expect([realm('found'), realm('named()')]).toEqual([2, true]);
});

test.each([
	'eval("1")',
	'Function("1")',
	'new Function("return 1")',
	'(() => {}).constructor("1")',
	'Reflect.construct(Object.getPrototypeOf(async () => {}).constructor, ["1"])',
	'Object.getPrototypeOf(function* () {}).constructor("yield 1")',
	'Object.getPrototypeOf(async function* () {}).constructor("yield 1")',
	'new (class extends Function {})("return 1")'
])('nobody else does: %s', (code) => {
	const realm = createRealm();
	const attempt = `try { ${code}; 'made' } catch ({ name }) { name }`;
	expect(realm(attempt)).toBe(code.startsWith('eval') ? 'ReferenceError' : 'EvalError');
});

test('functions are what they were', () => {
	const realm = createRealm();
	expect(
		realm(`[(() => {}) instanceof Function, Function.prototype.constructor === Function, Function.name, Function.length,
			class A {}.constructor === Function, (async () => {}).constructor.name].join()`)
	).toBe('true,true,Function,1,true,AsyncFunction');
});
