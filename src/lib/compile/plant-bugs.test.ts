import { expect, test } from 'vitest';
import { plantBugs } from './plant-bugs.ts';

/** What the exports of one file give, without a bug and with each of them. The file's only export is `f`. */
async function trial(text: string, call: (f: (...args: never[]) => unknown) => unknown) {
	const planted = await plantBugs({ 'a.js': text }, (files) =>
		Promise.resolve(
			files['a.js']!.replace('export const f', 'out.f').replace('export function f', 'out.f = function')
		)
	);
	if (!planted) return null;
	const passed = new Set<string>();
	const run = (active: string | null): unknown => {
		const out: { f?: (...args: never[]) => unknown } = {};
		const body = new Function('out', 'stryMutAct_9fa48', 'stryCov_9fa48', `"use strict";${planted.script}`);
		body(
			out,
			(bug: string) => bug === active,
			(bug: string) => passed.add(bug)
		);
		try {
			return call(out.f!);
		} catch (error) {
			return String(error);
		}
	};
	const right = run(null);
	return { right, passed: [...passed], bugs: planted.bugs, wrong: planted.bugs.map(({ id }) => run(id)) };
}

const total = (f: (...args: never[]) => unknown) =>
	(f as (list: number[], extra?: number) => number)([1, 2], 3);

test.each<[string, string, unknown]>([
	[
		'boundaries and sums',
		'export const f = (list, extra) => list.length < 2 ? 0 : list[0] + list[1] + extra;',
		6
	],
	[
		'statements without semicolons',
		'export function f(list) {\n\tlet sum = 0\n\tfor (const one of list)\n\t\tsum += one\n\treturn sum\n}',
		3
	],
	[
		'an else of somebody else',
		'export function f(list) { if (list.length > 5) if (list[0] > 3) return 1; else return 2; return 3; }',
		3
	],
	[
		'templates, tagged ones too',
		'const tag = ([a]) => a;\nexport const f = (list) => `${list[0]} x` + tag`y`;',
		'1 xy'
	],
	['?? beside ??', 'export const f = (list) => list.a ?? list.b ?? list[0];', 1],
	[
		'fields, getters and constructors',
		'class A { n = 1; constructor(b) { this.b = b; } get all() { return this.n + this.b; } }\nexport const f = ([a]) => new A(a).all;',
		2
	],
	['defaults and patterns', 'export const f = ([a, b = 5], { c = 2 } = {}) => a + b * c;', 5]
])('%s: the same without a bug, something else with bugs that it passes by', async (_, text, expected) => {
	const found = await trial(text, total);
	expect(found).toMatchObject({ right: expected });
	const { bugs, wrong } = found!;
	expect(bugs.length).toBeGreaterThan(1);
	expect(wrong.filter((one) => one !== expected).length).toBeGreaterThanOrEqual(bugs.length / 4);
	expect(new Set(bugs.map(({ id }) => id)).size).toBe(bugs.length);
});

test('a bug says its line and what changes there; what only tries the program out has none', async () => {
	const found = await plantBugs(
		{ 'a.js': 'export const f = (a) =>\n\ta > 1;\nconsole.log(f(2));' },
		async () => ''
	);
	expect(found!.bugs).toMatchObject([
		{ file: 'a.js', line: 2, was: '\ta > 1;', becomes: '\t(void 0);' },
		{ line: 2, becomes: '\ta >= 1;' },
		{ line: 2, becomes: '\ta > 2;' }
	]);
});

test('what is passed by is told for the bug that is switched on too', async () => {
	const found = await trial('export const f = (a) => a > 1;', (f) => (f as (a: number) => boolean)(1));
	expect(found!.passed).toHaveLength(found!.bugs.length);
});

test('a program cannot ask for its bugs: neither the engine’s names nor its own are to be had', async () => {
	const spy = `export const f = () => [typeof stryMutAct_9fa48, typeof stryCov_9fa48, typeof stryMutAct_9fa48_0, 1 + 1].join();`;
	expect((await trial(spy, (f) => (f as () => string)()))!.right).toBe('undefined,undefined,undefined,2');
});

test('at most forty, of every kind; none in what has nothing to change, or cannot be read', async () => {
	const long = Array.from({ length: 60 }, (_, n) => `\tif (a < ${n}) return ${n} + a;`).join('\n');
	const found = await plantBugs({ 'a.js': `export function f(a) {\n${long}\n}` }, async () => '');
	expect(found!.bugs).toHaveLength(40);
	const kinds = new Set(found!.bugs.map(({ id }) => id.split(' ')[1]));
	expect([...kinds].sort()).toEqual([
		'arithmetic',
		'boundary',
		'empty-function',
		'literal',
		'negated-condition',
		'removed-statement'
	]);
	expect(await plantBugs({ 'a.js': 'export {};' }, async () => '')).toBeNull();
	expect(await plantBugs({ 'a.js': 'const = ;' }, async () => '')).toBeNull();
	for (const deep of [`${'('.repeat(50_000)}1${')'.repeat(50_000)}`, `1${' + 1'.repeat(49_000)}`])
		expect(await plantBugs({ 'a.js': `export const f = ${deep};` }, async () => '')).toBeNull();
});
