import type { Row } from './row.ts';

/** Forms as people know them from elsewhere: by the code that is said. */
export const FORMS: Readonly<Record<string, readonly Row[]>> = {
	'other-form': [
		[
			'const a = 1;\ntant que (a > 1) {\n}',
			'other-form 2:1+18 found=tant que (a > 1) { instead=while (a > 1) {',
			'const a = 1;\nwhile (a > 1) {\n}'
		],
		[
			'const a = [1];\nfor x in a {\n}',
			'other-form 2:1+12 found=for x in a { instead=for (const x of a) {',
			'const a = [1];\nfor (const x of a) {\n}'
		],
		[
			'const a = [1];\nfor const x of a {\n}',
			'other-form 2:1+18 found=for const x of a { instead=for (const x of a) {',
			'const a = [1];\nfor (const x of a) {\n}'
		],
		[
			'repeat (10) {\n  console.log(1);\n}',
			'other-form 1:1+13 found=repeat (10) { instead=for (let i = 0; i < 10; i++) {',
			'for (let i = 0; i < 10; i++) {\n  console.log(1);\n}'
		],
		[
			'repeat 10 {\n  console.log(1);\n}',
			'other-form 1:1+11 found=repeat 10 { instead=for (let i = 0; i < 10; i++) {',
			'for (let i = 0; i < 10; i++) {\n  console.log(1);\n}'
		],
		[
			'répéter 10 fois {\n}',
			'other-form 1:1+17 found=répéter 10 fois { instead=for (let i = 0; i < 10; i++) {',
			'for (let i = 0; i < 10; i++) {\n}'
		],
		[
			'herhaal 10 keer {\n}',
			'other-form 1:1+17 found=herhaal 10 keer { instead=for (let i = 0; i < 10; i++) {',
			'for (let i = 0; i < 10; i++) {\n}'
		],
		[
			'for i = 1 to 10 {\n}',
			'other-form 1:1+17 found=for i = 1 to 10 { instead=for (let i = 1; i <= 10; i++) {',
			'for (let i = 1; i <= 10; i++) {\n}'
		],
		[
			'for let i = 0; i < 10; i++ {\n}',
			'other-form 1:1+28 found=for let i = 0; i < 10; i++ { instead=for (let i = 0; i < 10; i++) {',
			'for (let i = 0; i < 10; i++) {\n}'
		],
		[
			'for i in range(10) {\n}',
			'other-form 1:1+20 found=for i in range(10) { instead=for (let i = 0; i < 10; i++) {',
			'for (let i = 0; i < 10; i++) {\n}'
		],
		[
			'for (i in range(10)) {\n}',
			'other-form 1:1+20 found=for (i in range(10)) instead=for (let i = 0; i < 10; i++)',
			'for (let i = 0; i < 10; i++) {\n}'
		],
		[
			'let a = 1;\nswitch (a) { case 1 || 2: console.log(a); }',
			'other-form 2:14+12 found=case 1 || 2: instead=case 1: case 2:',
			'let a = 1;\nswitch (a) { case 1: case 2: console.log(a); }'
		],
		[
			"let a = 1;\nswitch (a) { case 'x' || 'y': console.log(a); }",
			"other-form 2:14+16 found=case 'x' || 'y': instead=case 'x': case 'y':",
			"let a = 1;\nswitch (a) { case 'x': case 'y': console.log(a); }"
		],
		[
			'function = f() {\n}',
			'other-form 1:1+16 found=function = f() { instead=function f() {',
			'function f() {\n}'
		],
		['function f {\n}', 'other-form 1:1+12 found=function f { instead=function f() {', 'function f() {\n}'],
		[
			'function f[] {\n}',
			'other-form 1:1+14 found=function f[] { instead=function f() {',
			'function f() {\n}'
		],
		[
			'function f(a, b) =\n{\n}',
			'other-form 1:1+18 found=function f(a, b) = { instead=function f(a, b) {',
			'function f(a, b) {\n}'
		],
		[
			'function f(a, b = (1)) => { return a; }',
			'other-form 1:1+27 found=function f(a, b = (1)) => { instead=function f(a, b = (1)) {',
			'function f(a, b = (1)) { return a; }'
		],
		[
			'f() {\n  return 1;\n}',
			'other-form 1:1+5 found=f() { instead=function f() {',
			'function f() {\n  return 1;\n}'
		],
		[
			'const f(a) {\n  return a;\n};',
			'other-form 1:1+12 found=const f(a) { instead=function f(a) {',
			'function f(a) {\n  return a;\n};'
		],
		[
			'const f(a) => {\n  return a;\n};',
			'other-form 1:1+15 found=const f(a) => { instead=function f(a) {',
			'function f(a) {\n  return a;\n};'
		],
		[
			'const f(a) => a + 1;',
			'other-form 1:1+13 found=const f(a) => instead=const f = (a) =>',
			'const f = (a) => a + 1;'
		],
		[
			'const f = (a) {\n  return a;\n}',
			'other-form 1:1+15 found=const f = (a) { instead=const f = (a) => {',
			'const f = (a) => {\n  return a;\n}'
		],
		[
			'const f = function(a) => {\n  return a;\n};',
			'other-form 1:11+14 found=function(a) => instead=(a) =>',
			'const f = (a) => {\n  return a;\n};'
		],
		[
			'const f = function g(a) => {\n  return a;\n};',
			'other-form 1:11+18 found=function g(a) => { instead=function g(a) {',
			'const f = function g(a) {\n  return a;\n};'
		],
		[
			'const f = async(a) { return 1; };',
			'other-form 1:1+20 found=const f = async(a) { instead=const f = async(a) => {',
			'const f = async(a) => { return 1; };'
		],
		[
			'async f() { await 1; }',
			'other-form 1:1+11 found=async f() { instead=async function f() {',
			'async function f() { await 1; }'
		],
		[
			'let f() {\n  return 1;\n}\nlet f2 = 3;',
			'other-form 1:1+9 found=let f() { instead=function f() {',
			'function f() {\n  return 1;\n}\nlet f2 = 3;'
		],
		[
			'const count = 3;\nconst total(a, b) {\n  return a + b;\n}\nconsole.log(total(1, 2));',
			'other-form 2:1+19 found=const total(a, b) { instead=function total(a, b) {',
			'const count = 3;\nfunction total(a, b) {\n  return a + b;\n}\nconsole.log(total(1, 2));'
		],
		['for each (x in l) {\n}', 'other-form 1:1+10 found=for each ( instead=for (', 'for (x in l) {\n}'],
		[
			'foreach (let x in l) {\n}',
			'other-form 1:1+20 found=foreach (let x in l) instead=for (const x of l)',
			'for (const x of l) {\n}'
		],
		[
			'foreach (x : l) {\n}',
			'other-form 1:1+15 found=foreach (x : l) instead=for (const x of l)',
			'for (const x of l) {\n}'
		],
		[
			'for (x : l) {\n}',
			'other-form 1:1+11 found=for (x : l) instead=for (const x of l)',
			'for (const x of l) {\n}'
		],
		[
			'for (let x : l) {\n}',
			'other-form 1:1+15 found=for (let x : l) instead=for (const x of l)',
			'for (const x of l) {\n}'
		],
		[
			'foreach x in l {\n}',
			'other-form 1:1+16 found=foreach x in l { instead=for (const x of l) {',
			'for (const x of l) {\n}'
		],
		[
			'for x in l\n{\n}',
			'other-form 1:1+10 found=for x in l { instead=for (const x of l) {',
			'for (const x of l) {\n}'
		],
		[
			'for let i = 0 to 10 {\n}',
			'other-form 1:1+21 found=for let i = 0 to 10 { instead=for (let i = 0; i <= 10; i++) {',
			'for (let i = 0; i <= 10; i++) {\n}'
		],
		[
			'for (let i = 0 to 10) {\n}',
			'other-form 1:1+23 found=for (let i = 0 to 10) { instead=for (let i = 0; i <= 10; i++) {',
			'for (let i = 0; i <= 10; i++) {\n}'
		],
		[
			'from random import randint',
			'other-form 1:1+26 found=from random import randint instead=import { randint } from "./random.js"',
			null
		],
		[
			'from prices import total, tax',
			'other-form 1:1+29 found=from prices import total, tax instead=import { total, tax } from "./prices.js"',
			null
		],
		[
			"const t = f'Hello {name}';",
			"other-form 1:11+15 found=f'Hello {name}' instead=`Hello ${name}`",
			'const t = `Hello ${name}`;'
		],
		[
			'const t = f\'Hello {{name}} {a + "x"}\';',
			'other-form 1:11+27 found=f\'Hello {{name}} {a + "x"}\' instead=`… ${…} …`',
			null
		],
		[
			'const t = f"It\'s {name!r} {x:.2f}";',
			'other-form 1:11+24 found=f"It\'s {name!r} {x:.2f}" instead=`… ${…} …`',
			null
		],
		[
			'const t = $"Hello {name}";',
			'other-form 1:11+15 found=$"Hello {name}" instead=`Hello ${name}`',
			'const t = `Hello ${name}`;'
		],
		['x = 1 if y else 2', 'other-form 1:1+17 found=x = 1 if y else 2 instead=x = y ? 1 : 2', null],
		[
			'let r = a if a > b else b;',
			'other-form 1:1+26 found=let r = a if a > b else b; instead=let r = a > b ? a : b',
			null
		],
		['return 1 if y else 2', 'other-form 1:1+20 found=return 1 if y else 2 instead=return y ? 1 : 2', null],
		['const f = lambda: 3;', 'other-form 1:11+7 found=lambda: instead=() => …', null],
		['const f = lambda x, y: x + y;', 'other-form 1:11+12 found=lambda x, y: instead=(x, y) => …', null],
		[
			'try {\n} catch Exception {\n}',
			'other-form 2:3+17 found=catch Exception { instead=catch (Exception) {',
			'try {\n} catch (Exception) {\n}'
		],
		['void f() {\n}', 'other-form 1:1+10 found=void f() { instead=function f() {', 'function f() {\n}'],
		['describe("x", () {\n});', 'other-form 1:15+4 found=() { instead=() => {', 'describe("x", () => {\n});'],
		[
			'const a = [1].map((x) {\n  return x;\n});',
			'other-form 1:19+5 found=(x) { instead=(x) => {',
			'const a = [1].map((x) => {\n  return x;\n});'
		]
	]
};
