import { expect, test } from 'vitest';
import { mutate, MUTATION_OPERATORS } from './mutants.ts';

const show = (code: string): string[] => mutate(code).map((one) => `${one.operator}: ${one.code}`);

test.each([
	['if (a) b();', ['negated-condition: if (!(a)) b();', 'removed-statement: if (a) ;']],
	['x = a < b;', ['boundary: x = a <= b;', 'removed-statement: ;']],
	['x = a /* + */ + b;', ['arithmetic: x = a /* + */ - b;', 'removed-statement: ;']],
	['const x = a && b;', ['logical: const x = a || b;']],
	[
		'const x = [1, true, "a", ""];',
		[
			'literal: const x = [2, true, "a", ""];',
			'literal: const x = [1, false, "a", ""];',
			'literal: const x = [1, true, "", ""];',
			'literal: const x = [1, true, "a", "x"];'
		]
	],
	['const f = (a) => ({ a });', ['empty-function: const f = (a) => ((void 0));']],
	[
		'const f = () => `${a} b`;',
		['empty-function: const f = () => (void 0);', 'literal: const f = () => `${a}`;']
	]
])('%s', (code, expected) => {
	expect(show(code)).toEqual(expected);
});

test('names of modules, keys and "use strict" are no values', () => {
	expect(
		show('"use strict";\nimport a from "./a.js";\nexport * from "./b.js";\nconst x = { "a": y };')
	).toEqual([
		'removed-statement: ;\nimport a from "./a.js";\nexport * from "./b.js";\nconst x = { "a": y };'
	]);
});

const PROGRAM = 'export function f(a) {\n\tif (a > 1 && a + 1 < 5) return 2;\n\treturn a;\n}\n';

test('the first mutants are of every kind, always the same, and name their line', () => {
	const mutants = mutate(PROGRAM);
	expect(new Set(mutants.slice(0, MUTATION_OPERATORS.length).map(({ operator }) => operator))).toEqual(
		new Set(MUTATION_OPERATORS)
	);
	expect(mutate(PROGRAM)).toEqual(mutants);
	expect(mutants.map(({ line }) => line).every((line) => line >= 1 && line <= 3)).toBe(true);
	expect(new Set(mutants.map(({ code }) => code)).size).toBe(mutants.length);
});

test('what is no program has no mutants', () => {
	expect(mutate('const = ;')).toEqual([]);
	expect(mutate('')).toEqual([]);
});
