import * as esbuild from 'esbuild';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../contract/diagnostic.ts';
import { compileLearner, MAX_SOURCE_CHARS } from '../compile-learner.ts';
import { refineError } from './refine-error.ts';
import { createReader } from './source-text.ts';
import { OWN_WAYS } from '../../../../tests/support/typed/own-ways.ts';
import { typedWarnings } from './typed-warnings.ts';

/** Right programs that look like the mistakes of from-elsewhere.test.ts. */
const RIGHT: string[] = [
	'const p = Promise.resolve(1);\np.then(console.log);',
	'const then = 1;\nif (then) console.log(then);',
	'function alors() {}\nif (1) alors();',
	'const dan = 1;\nif (dan)\n\tdan.x;'.replace('dan.x', 'console.log(dan)'),
	"let x;\nconst label = x === 'a' && 'b';",
	"let x;\nconst label = x !== 'a' && 'b';",
	"let x;\nif (x === 'a' || x === 'b') {}",
	"let x;\nif (x === 'a' || 'b' === x) {}",
	'let x;\nif (x === 1 || 2 + x > 3) {}',
	"const x = null;\nconst t = x || 'b';",
	'const x = {};\nconst t = x.a === undefined || x.b;',
	"const b = {};\nconst make = () => {\n\treturn () => {};\n};\nb.addEventListener('click', make());",
	"const b = {};\nconst make = (a) => () => a;\nb.addEventListener('click', make(1));",
	"const b = {};\nfunction save() {}\nb.addEventListener('click', () => save());",
	'const b = {};\nfunction save() {}\nb.value = save();',
	"import { debounce } from './main.js';\nexport const wait = setTimeout(debounce(), 2);\n".replace(
		"import { debounce } from './main.js';",
		'const debounce = globalThis.debounce;'
	),
	'function wait() {}\nsetTimeout(() => wait(), 10);',
	'let i = 3;\nwhile (i --> 0) console.log(i);',
	'let i = 3;\n--i;\ni--;\nconsole.log(i - -1);',
	'let i = 3;\nconst a = i-- - 1;',
	'const текст = 1;\nconsole.log(текст);',
	'const λ = 1, Δx = 2, µm = 3, été = 4, ρWater = 5;\nconsole.log(λ, Δx, µm, été, ρWater);',
	'const о = "сar";\nconsole.log(о);',
	'const as = 1, type = 2, of = 3, declare = 4;\nconsole.log(as, type, of, declare);',
	'let type = "a";\ntype = "b";\nconsole.log(type);',
	'const o = { type: "a", as: 1, private: 2, number: 3 };\nconsole.log(o);',
	'import * as all from "./main.js";\nexport { all as every };',
	'const a = 1 < 2, b = 3 > (1);\nconsole.log(a, b);',
	'const a = 1, b = 2, c = 3;\nif (a < b && c > (b)) console.log(a);',
	'const s = (a) => (a ? (1) : 2);\ns();',
	'switch (1) {\n\tcase (1): {\n\t\tconsole.log(1);\n\t}\n}',
	'loop: for (const a of [1]) {\n\tbreak loop;\n}',
	'function print(x) {\n\tconsole.log(x);\n}\nprint(1);',
	'const len = (x) => x.length;\nconsole.log(len("a"));',
	'class A {\n\tprint(x) {\n\t\treturn x;\n\t}\n}\nnew A().print(1);',
	'const a = { print(x) { return x; }, len: 3 };\na.print(a.len);',
	'const show = (print) => print(1);\nshow(console.log);',
	'const None = null;\nconsole.log(None);',
	'const f = () => 1, $ = f;\nconsole.log($`x`, f`y {a}`);',
	'class A {\n\tasync load() {}\n}\nnew A();',
	'const is = 1;\nconsole.log(is);'
];

test.each([...RIGHT, ...OWN_WAYS])('nothing is said of %j', async (text) => {
	const files = { 'main.js': text };
	const source = { files, entry: 'main.js', mocked: [], need: 'worker', packages: [] } as const;
	expect(await compileLearner(esbuild, source)).toMatchObject({ ok: true, warnings: [] });
});

test('a function of the same name in another script of the page is the learner’s own', () => {
	const files = { 'index.html': '<p>x</p>', 'a.js': 'function print(x) {}', 'b.js': 'print(1);' };
	expect(typedWarnings(files)).toEqual([]);
});

/** Beginnings of everything that is looked for further on. */
const HOSTILE = [
	'const a: ',
	'(a: b, ',
	'a: b|',
	'a<',
	'f<a>(',
	'-- a ',
	'\u0441a ',
	'if (a) then ',
	'for a in ',
	'setTimeout(f(),1);',
	"a==='b'||",
	'function f(){return f();}setTimeout(f());',
	'len(a);',
	'<!-- ',
	'a.b.',
	'function (',
	'(a==1||2&&',
	'a().',
	'if (a) and ',
	'if a and ',
	'x(a) {',
	'case 1||'
];

test.each(HOSTILE)('%j over a whole file takes no longer than its length asks', (part) => {
	const source = part.repeat(Math.floor(MAX_SOURCE_CHARS / part.length));
	const files = { 'main.js': source };
	const at = (column: number, text: string): Diagnostic => ({
		severity: 'error',
		text,
		code: 'expected-token',
		params: { expected: '(', found: 'a' },
		location: { file: 'main.js', line: 1, column, length: 1 }
	});
	const before = process.cpuUsage();
	for (const column of [1, 100_000, source.length])
		refineError(at(column, 'Expected "(" but found "a"'), 'main.js', files, createReader(files));
	refineError(
		at(1, 'Treating "<!--" as the start of a legacy HTML single-line comment'),
		'main.js',
		files,
		createReader(files)
	);
	typedWarnings(files);
	const { user, system } = process.cpuUsage(before);
	// Five readings of 200,000 characters: as in refine-error.test.ts, minutes where the time grows faster.
	expect((user + system) / 1e6).toBeLessThan(8);
});
