import * as esbuild from 'esbuild';
import { describe, expect, test } from 'vitest';
import { applyFix } from '../../../../tests/support/apply-fix.ts';
import { CONDITIONS as MORE_CONDITIONS } from '../../../../tests/support/typed/conditions.ts';
import { FORMS as MORE_FORMS } from '../../../../tests/support/typed/forms.ts';
import { PYTHON } from '../../../../tests/support/typed/python.ts';
import type { Row } from '../../../../tests/support/typed/row.ts';
import { WORDS } from '../../../../tests/support/typed/words.ts';
import type { Diagnostic } from '../../contract/diagnostic.ts';
import { compileLearner } from '../compile-learner.ts';

async function diagnose(files: Record<string, string>): Promise<readonly Diagnostic[]> {
	const isPage = 'index.html' in files;
	const result = await compileLearner(esbuild, {
		files,
		entry: isPage ? 'index.html' : 'main.js',
		mocked: [],
		need: isPage ? 'dom' : 'worker',
		packages: []
	});
	return result.ok ? result.warnings : result.diagnostics;
}

const show = ({ code, params, location: at }: Diagnostic): string =>
	[
		`${code} ${at?.line}:${at?.column}+${at?.length}`,
		...Object.entries(params).map(([name, value]) => `${name}=${value}`)
	].join(' ');

const CONDITIONS: Row[] = [
	['let a = 1;\nif (a > 1) then {\n}', 'no-then 2:12+4 found=then word=if', 'let a = 1;\nif (a > 1) {\n}'],
	[
		'let a = 1;\nif (a > 1) then console.log(a);',
		'no-then 2:12+4 found=then word=if',
		'let a = 1;\nif (a > 1) console.log(a);'
	],
	['let a = 1;\nif (a > 1) alors {\n}', 'no-then 2:12+5 found=alors word=if', 'let a = 1;\nif (a > 1) {\n}'],
	['let a = 1;\nif (a > 1) dan {\n}', 'no-then 2:12+3 found=dan word=if', 'let a = 1;\nif (a > 1) {\n}'],
	[
		'let a = 1;\nif a > 1 {\n}',
		'condition-in-brackets 2:1+10 found=if a > 1 { instead=if (a > 1) {',
		'let a = 1;\nif (a > 1) {\n}'
	],
	[
		'let a = 1;\nif a > 1 then {\n}',
		'condition-in-brackets 2:1+15 found=if a > 1 then { instead=if (a > 1) {',
		'let a = 1;\nif (a > 1) {\n}'
	],
	[
		'let a = 1;\nwhile a > 1 {\n}',
		'condition-in-brackets 2:1+13 found=while a > 1 { instead=while (a > 1) {',
		'let a = 1;\nwhile (a > 1) {\n}'
	],
	[
		'let a = 1;\nif (a > 1) && (a < 3) {\n}',
		'condition-in-brackets 2:1+23 found=if (a > 1) && (a < 3) { instead=if ((a > 1) && (a < 3)) {',
		'let a = 1;\nif ((a > 1) && (a < 3)) {\n}'
	],
	[
		'let a = 1;\nif a > 1\n\tconsole.log(a);',
		'condition-in-brackets 2:1+8 found=if a > 1 instead=if (a > 1)',
		'let a = 1;\nif (a > 1)\n\tconsole.log(a);'
	],
	[
		'let a = 1;\nif (a === 1 || 2) {}',
		'half-comparison 2:5+12 found=2 instead=a === 1 || a === 2',
		'let a = 1;\nif (a === 1 || a === 2) {}'
	],
	[
		"let x;\nif (x.city == 'Gent' || 'Luik' || 'Mons') {}",
		"half-comparison 2:5+36 found='Mons' instead=x.city == 'Gent' || x.city == 'Luik' || x.city == 'Mons'".slice(
			0,
			200
		),
		"let x;\nif (x.city == 'Gent' || x.city == 'Luik' || x.city == 'Mons') {}"
	],
	[
		"let x;\nif (x === ('a' || 'b')) {}",
		"half-comparison 2:5+18 found='b' instead=x === 'a' || x === 'b'",
		"let x;\nif ((x === 'a' || x === 'b')) {}"
	],
	[
		"let x;\nif (x !== 'a' && 'b') {}",
		"half-comparison 2:5+16 found='b' instead=x !== 'a' && x !== 'b'",
		"let x;\nif (x !== 'a' && x !== 'b') {}"
	],
	[
		"let x;\nif (x !== 'a' || 'b') {}",
		"half-comparison 2:5+16 found='b' instead=x !== 'a' && x !== 'b'",
		null
	],
	[
		"const isNear = (city) => city === 'Gent' || 'Luik';\nisNear('x');",
		"half-comparison 1:26+25 found='Luik' instead=city === 'Gent' || city === 'Luik'",
		"const isNear = (city) => city === 'Gent' || city === 'Luik';\nisNear('x');"
	]
];

const VALUES: Row[] = [
	['const prix;', 'const-without-value 1:7+4 name=prix', null],
	['5 = prix;\nlet prix;', 'wrong-side 1:1+1', null],
	['let a, b;\na + 1 = b;', 'wrong-side 2:1+1', null],
	['let a;\nif (a * 2 = 4) {}', 'wrong-side 2:5+7', 'let a;\nif (a * 2 === 4) {}']
];

const HANDLERS: Row[] = [
	[
		"const b = {};\nfunction save() {}\nb.addEventListener('click', save());",
		'called-at-once 3:29+6 found=save() instead=save',
		"const b = {};\nfunction save() {}\nb.addEventListener('click', save);"
	],
	[
		"const b = {};\nconst save = () => {\n\tb.x = 1;\n};\nb.addEventListener('click', save(3));",
		'called-at-once 5:29+7 found=save(3) instead=() => save(3)',
		"const b = {};\nconst save = () => {\n\tb.x = 1;\n};\nb.addEventListener('click', () => save(3));"
	],
	[
		"const b = {};\nb.addEventListener('click', console.log('x'));",
		"called-at-once 2:29+16 found=console.log('x') instead=() => console.log('x')",
		"const b = {};\nb.addEventListener('click', () => console.log('x'));"
	],
	[
		'function tick() {}\nsetTimeout(tick(), 1000);',
		'called-at-once 2:12+6 found=tick() instead=tick',
		'function tick() {}\nsetTimeout(tick, 1000);'
	],
	[
		"setInterval(console.log('x'), 1000);",
		"called-at-once 1:13+16 found=console.log('x') instead=() => console.log('x')",
		"setInterval(() => console.log('x'), 1000);"
	],
	[
		'const b = {};\nfunction save() {}\nb.onclick = save();',
		'called-at-once 3:13+6 found=save() instead=save',
		'const b = {};\nfunction save() {}\nb.onclick = save;'
	]
];

const COMMENTS: Row[] = [
	['-- comment\nconst a = 1;', 'comment-sign 1:1+2 found=--', '// comment\nconst a = 1;'],
	['-- een commentaar\nconst a = 1;', 'comment-sign 1:1+2 found=--', '// een commentaar\nconst a = 1;'],
	['const a = 1; -- note', 'comment-sign 1:14+2 found=--', 'const a = 1; // note'],
	[
		'const a = 1 -- une note de plus\nconst b = 2;',
		'comment-sign 1:13+2 found=--',
		'const a = 1 // une note de plus\nconst b = 2;'
	],
	['<!-- note -->\nconst a = 1;', 'comment-sign 1:1+4 found=<!--', '/* note */\nconst a = 1;'],
	['const a = 1; <!-- note', 'comment-sign 1:14+4 found=<!--', 'const a = 1; // note'],
	['<!-- één\ntwee -->\nconst a = 1;', 'comment-sign 1:1+4 found=<!--', '/* één\ntwee */\nconst a = 1;'],
	['const a = 1; ## note', 'comment-sign 1:14+2 found=##', 'const a = 1; // note'],
	['\\\\ note\nconst a = 1;', 'comment-sign 1:1+2 found=\\\\', '// note\nconst a = 1;']
];

const ALPHABETS: Row[] = [
	['\u0441onst a = 1;', 'other-alphabet 1:1+5 found=\u0441 name=\u0441onst instead=const', 'const a = 1;'],
	['c\u03bfnst a = 1;', 'other-alphabet 1:1+5 found=\u03bf name=c\u03bfnst instead=const', 'const a = 1;'],
	[
		'f\u043er (const a of []) {}',
		'other-alphabet 1:1+3 found=\u043e name=f\u043er instead=for',
		'for (const a of []) {}'
	],
	[
		'let \u0410ge = 1;\nconsole.log(Age);',
		'other-alphabet 1:5+3 found=\u0410 name=\u0410ge instead=Age',
		'let Age = 1;\nconsole.log(Age);'
	],
	[
		'cons\u043ele.log(pri\u0445, prix);',
		'other-alphabet 1:1+7 found=\u043e name=cons\u043ele instead=console',
		'console.log(prix, prix);'
	],
	[
		'const \u0391 = 1;\nconsole.log(A);',
		'other-alphabet 1:7+1 found=\u0391 name=\u0391 instead=A',
		'const A = 1;\nconsole.log(A);'
	]
];

const TYPES: Row[] = [
	['const a: number = 1;', 'typescript 1:8+8 found=: number', 'const a = 1;'],
	['let a: string;', 'typescript 1:6+8 found=: string', 'let a;'],
	['let a?: string;', 'typescript 1:6+9 found=?: string', 'let a;'],
	['const a: string[] = [], b = 2;', 'typescript 1:8+10 found=: string[]', 'const a = [], b = 2;'],
	[
		'const a: Map<string, number | null> = new Map();',
		'typescript 1:8+28 found=: Map<string, number | null>',
		'const a = new Map();'
	],
	[
		'const { a }: { a: string } = { a: "x" };',
		'typescript 1:12+15 found=: { a: string }',
		'const { a } = { a: "x" };'
	],
	[
		'function f(a: string, b?: number): number { return 1; }',
		'typescript 1:13+8 found=: string',
		'function f(a, b) { return 1; }'
	],
	['function f(a): number { return a; }', 'typescript 1:14+8 found=: number', 'function f(a) { return a; }'],
	[
		'const f = (a: number, b = 2): number => a;',
		'typescript 1:13+8 found=: number',
		'const f = (a, b = 2) => a;'
	],
	['class A { name: string = "x"; }', 'typescript 1:15+8 found=: string', 'class A { name = "x"; }'],
	['class A { private b = 1; }', 'typescript 1:11+7 found=private', 'class A { b = 1; }'],
	['class A implements B {}', 'typescript 1:9+12 found=implements B', 'class A {}'],
	['interface A {\n\tb: string;\n}', 'typescript 1:1+9 found=interface', null],
	['type A = string;', 'typescript 1:1+4 found=type', null],
	['enum Kleur { Rood, Groen }', 'typescript 1:1+4 found=enum', null],
	['const b = 1;\nlet a = b as string;', 'typescript 2:11+9 found=as string', 'const b = 1;\nlet a = b;'],
	['const b = [1] as const;', 'typescript 1:15+8 found=as const', 'const b = [1];'],
	['const b = 1;\nlet a = <string>b;', 'typescript 2:9+8 found=<string>', 'const b = 1;\nlet a = b;'],
	[
		'const a = new Map<string, number>();',
		'typescript 1:18+16 found=<string, number>',
		'const a = new Map();'
	],
	[
		'const a = document.querySelector<HTMLElement>("a");',
		'typescript 1:33+13 found=<HTMLElement>',
		'const a = document.querySelector("a");'
	],
	['const a = f()!;\nfunction f() {}', 'typescript 1:14+1 found=!', 'const a = f();\nfunction f() {}'],
	['function f<T>(a) { return a; }', 'typescript 1:11+3 found=<T>', 'function f(a) { return a; }']
];

const FORMS: Row[] = [
	[
		'function = total() {\n}',
		'other-form 1:1+20 found=function = total() { instead=function total() {',
		'function total() {\n}'
	],
	[
		'function total = (a) => {\n}',
		'other-form 1:1+25 found=function total = (a) => { instead=function total(a) {',
		'function total(a) {\n}'
	],
	[
		'function total(a) => {\n}',
		'other-form 1:1+22 found=function total(a) => { instead=function total(a) {',
		'function total(a) {\n}'
	],
	[
		'function total(a) = {\n}',
		'other-form 1:1+21 found=function total(a) = { instead=function total(a) {',
		'function total(a) {\n}'
	],
	[
		'const total(a) {\n}',
		'other-form 1:1+16 found=const total(a) { instead=function total(a) {',
		'function total(a) {\n}'
	],
	[
		'const total = function(a) => {\n};',
		'other-form 1:15+14 found=function(a) => instead=(a) =>',
		'const total = (a) => {\n};'
	],
	[
		'const total = (a) {\n};',
		'other-form 1:1+19 found=const total = (a) { instead=const total = (a) => {',
		'const total = (a) => {\n};'
	],
	[
		'[1].forEach(function (a) => a);',
		'other-form 1:13+15 found=function (a) => instead=(a) =>',
		'[1].forEach((a) => a);'
	],
	[
		'async load() {\n}',
		'other-form 1:1+14 found=async load() { instead=async function load() {',
		'async function load() {\n}'
	],
	[
		'const l = [];\nforeach ($l as $x) {\n}\nconst $l = l;',
		'other-form 2:1+18 found=foreach ($l as $x) instead=for (const x of $l)',
		'const l = [];\nfor (const x of $l) {\n}\nconst $l = l;'
	],
	[
		'const l = [];\nforeach (x in l) {\n}',
		'other-form 2:1+16 found=foreach (x in l) instead=for (const x of l)',
		'const l = [];\nfor (const x of l) {\n}'
	],
	[
		'const l = [];\nfor x of l {\n}',
		'other-form 2:1+12 found=for x of l { instead=for (const x of l) {',
		'const l = [];\nfor (const x of l) {\n}'
	],
	[
		'for let i = 0; i < 3; i++ {\n}',
		'other-form 1:1+27 found=for let i = 0; i < 3; i++ { instead=for (let i = 0; i < 3; i++) {',
		'for (let i = 0; i < 3; i++) {\n}'
	],
	['let a;\na := 1;', 'wrong-sign 2:3+2 found=:= instead==', 'let a;\na = 1;'],
	['let prix: 5;', 'wrong-sign 1:9+1 found=: instead==', 'let prix = 5;'],
	[
		'Console.WriteLine("x");',
		'wrong-case 1:1+17 found=Console.WriteLine instead=console.log',
		'console.log("x");'
	]
];

const ALL = {
	CONDITIONS,
	VALUES,
	HANDLERS,
	COMMENTS,
	ALPHABETS,
	TYPES,
	PYTHON,
	FORMS,
	...MORE_CONDITIONS,
	...MORE_FORMS,
	...WORDS
};

describe.each(Object.entries(ALL))('%s', (_name, rows) => {
	test.each(rows)(
		'%j is said as what it is, and one click leads to what was meant',
		async (typed, said, fixed) => {
			const [first] = await diagnose({ 'main.js': typed });
			expect(first && show(first)).toBe(said);
			const repaired = first?.fix ? applyFix(typed, first.fix) : null;
			expect(repaired).toBe(fixed);
			if (repaired !== null) expect(await diagnose({ 'main.js': repaired })).toEqual([]);
		}
	);
});

const LINES_BEFORE = 2;
const windows = (text: string): string => text.replaceAll('\n', '\r\n');
/** Where the same text can stand: what is said is the same, on its own line, and one click leads to the same. */
const PLACES: [where: string, entry: string, wrap: (text: string) => string][] = [
	[
		'behind signs of two units, with the ends of lines of Windows',
		'main.js',
		(text) => windows(`// é\n"👩‍👩‍👧 😀";\n${text}`)
	],
	['in a second file', 'second.js', (text) => `// é\n\n${text}`],
	['in a script of a page', 'index.html', (text) => `<p>😀 é</p>\n<script type="module">\n${text}\n</script>`]
];

describe.each(PLACES)('%s', (_where, entry, wrap) => {
	test.each(Object.entries(ALL))('every row of %s is said as well', async (_name, rows) => {
		for (const [typed, said, fixed] of rows) {
			const text = wrap(typed);
			const { [entry]: file = '', ...others } = { 'main.js': "import './second.js';", [entry]: text };
			const found = await diagnose({ ...(entry === 'second.js' ? others : {}), [entry]: file });
			const first = found.find(({ code }) => code === said.split(' ')[0]);
			expect(first && show(first), text).toBe(
				said.replace(/^(\S+) (\d+)/, (_all, code, line) => `${code} ${Number(line) + LINES_BEFORE}`)
			);
			expect(first?.fix ? applyFix(text, first.fix) : null, text).toBe(fixed === null ? null : wrap(fixed));
		}
	});
});
