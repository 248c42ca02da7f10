/** What was typed; what is said of it first; the text after that fix, null where none is offered. */
export type Row = [typed: string, said: string, fixed: string | null];

/** By the code that is said: more of what people know from other languages, from pseudo-code and from school. */
export const ELSEWHERE: Readonly<Record<string, readonly Row[]>> = {
	'no-then': [
		['let a = 3;\nif (a > 1) Then {\n}', 'no-then 2:12+4 found=Then word=if', 'let a = 3;\nif (a > 1) {\n}'],
		[
			'let a = 3;\nif (a > 1) THEN\n  console.log(a);',
			'no-then 2:12+4 found=THEN word=if',
			'let a = 3;\nif (a > 1)\n  console.log(a);'
		],
		[
			'let a = 3;\nif (a > 1) alors console.log(a);',
			'no-then 2:12+5 found=alors word=if',
			'let a = 3;\nif (a > 1) console.log(a);'
		],
		[
			'let a = 3;\nif (a > 1) dan\n{\n  console.log(a);\n}',
			'no-then 2:12+3 found=dan word=if',
			'let a = 3;\nif (a > 1)\n{\n  console.log(a);\n}'
		],
		['let a = 3;\nif (a > 1) do {\n}', 'no-then 2:12+2 found=do word=if', 'let a = 3;\nif (a > 1) {\n}'],
		[
			'let a = 3;\nwhile (a > 1) do {\n a--;\n}',
			'no-then 2:15+2 found=do word=while',
			'let a = 3;\nwhile (a > 1) {\n a--;\n}'
		],
		[
			'let a = 3;\nwhile (a > 1) doe {\n}',
			'no-then 2:15+3 found=doe word=while',
			'let a = 3;\nwhile (a > 1) {\n}'
		],
		[
			'let a = 3;\nif (a > 1) then\n  console.log(a);\nend',
			'no-then 2:12+4 found=then word=if',
			'let a = 3;\nif (a > 1)\n  console.log(a);\nend'
		],
		['for (i = 0; i < 3; i++) do {\n}', 'no-then 1:25+2 found=do word=for', 'for (i = 0; i < 3; i++) {\n}']
	],
	'condition-in-brackets': [
		[
			'let a = 3;\nif a > 1 then\n  console.log(a);',
			'condition-in-brackets 2:1+13 found=if a > 1 then instead=if (a > 1)',
			'let a = 3;\nif (a > 1)\n  console.log(a);'
		],
		[
			'const a = 1;\nif a == 1 && a == 2 {\n  console.log(a)\n}',
			'condition-in-brackets 2:1+21 found=if a == 1 && a == 2 { instead=if (a == 1 && a == 2) {',
			'const a = 1;\nif (a == 1 && a == 2) {\n  console.log(a)\n}'
		],
		[
			'const a = 1;\nif a == 1) {\n  console.log(a)\n}',
			'condition-in-brackets 2:1+12 found=if a == 1) { instead=if (a == 1) {',
			'const a = 1;\nif (a == 1) {\n  console.log(a)\n}'
		],
		[
			"const a = 1;\nif a === 'Gent' {\n  console.log('{')\n} else {\n}",
			"condition-in-brackets 2:1+17 found=if a === 'Gent' { instead=if (a === 'Gent') {",
			"const a = 1;\nif (a === 'Gent') {\n  console.log('{')\n} else {\n}"
		],
		[
			'const a = 1;\nif (a === 1) or (a === 2) {\n}',
			'condition-in-brackets 2:1+27 found=if (a === 1) or (a === 2) { instead=if ((a === 1) || (a === 2)) {',
			'const a = 1;\nif ((a === 1) || (a === 2)) {\n}'
		],
		[
			'const a = 1;\nif (a === 1) and (a === 2) {\n}',
			'condition-in-brackets 2:1+28 found=if (a === 1) and (a === 2) { instead=if ((a === 1) && (a === 2)) {',
			'const a = 1;\nif ((a === 1) && (a === 2)) {\n}'
		],
		[
			'const a = 1;\nif (a === 1) && (a === 2)\n{\n}',
			'condition-in-brackets 2:1+25 found=if (a === 1) && (a === 2) instead=if ((a === 1) && (a === 2))',
			'const a = 1;\nif ((a === 1) && (a === 2))\n{\n}'
		],
		[
			'const a = 1;\nif (a === 1) && a === 2 {\n}',
			'condition-in-brackets 2:1+25 found=if (a === 1) && a === 2 { instead=if ((a === 1) && a === 2) {',
			'const a = 1;\nif ((a === 1) && a === 2) {\n}'
		],
		[
			'const a = 1;\nif (a === 1) || (a === 2) console.log(a);',
			'condition-in-brackets 2:1+25 found=if (a === 1) || (a === 2) instead=if ((a === 1) || (a === 2))',
			'const a = 1;\nif ((a === 1) || (a === 2)) console.log(a);'
		],
		[
			'const a = 1;\nif (a > 1) {\n} else if a > 3 {\n}',
			'condition-in-brackets 3:8+10 found=if a > 3 { instead=if (a > 3) {',
			'const a = 1;\nif (a > 1) {\n} else if (a > 3) {\n}'
		],
		[
			'const a = 1;\nif [a > 1] {\n}',
			'condition-in-brackets 2:1+12 found=if [a > 1] { instead=if (a > 1) {',
			'const a = 1;\nif (a > 1) {\n}'
		],
		['const a = 1;\nif {a > 1} {\n}', 'condition-in-brackets 2:1+2 found=if instead=if (…) {', null],
		[
			'const a = 1;\nif not a {\n}',
			'condition-in-brackets 2:1+10 found=if not a { instead=if (!a) {',
			'const a = 1;\nif (!a) {\n}'
		],
		[
			'const a = 1;\nif !a {\n}',
			'condition-in-brackets 2:1+7 found=if !a { instead=if (!a) {',
			'const a = 1;\nif (!a) {\n}'
		],
		[
			'const a = 1;\nif !(a) {\n}',
			'condition-in-brackets 2:1+9 found=if !(a) { instead=if (!(a)) {',
			'const a = 1;\nif (!(a)) {\n}'
		],
		[
			'const a = 1;\nif (!a) && a {\n}',
			'condition-in-brackets 2:1+14 found=if (!a) && a { instead=if ((!a) && a) {',
			'const a = 1;\nif ((!a) && a) {\n}'
		],
		[
			'const a = 1;\nwhile a < 3\n{\n}',
			'condition-in-brackets 2:1+11 found=while a < 3 instead=while (a < 3)',
			'const a = 1;\nwhile (a < 3)\n{\n}'
		],
		[
			'const a = 1;\nif a > 1 { console.log(a); }',
			'condition-in-brackets 2:1+10 found=if a > 1 { instead=if (a > 1) {',
			'const a = 1;\nif (a > 1) { console.log(a); }'
		],
		[
			'const a = 1;\nswitch a {\n case 1: console.log(a);\n}',
			'condition-in-brackets 2:1+10 found=switch a { instead=switch (a) {',
			'const a = 1;\nswitch (a) {\n case 1: console.log(a);\n}'
		]
	],
	'other-word': [
		['const a = 1;\nsi (a > 1) alors {\n}', 'other-word 2:1+2 found=si instead=if', null],
		['const a = 1;\nals (a > 1) dan {\n}', 'other-word 2:1+3 found=als instead=if', null],
		['const a = 1;\nAls a > 1 dan {\n}', 'other-word 2:1+3 found=Als instead=if', null],
		['const a = 1;\nSi a > 1 alors {\n}', 'other-word 2:1+2 found=Si instead=if', null],
		['const a = 1;\ntantque a > 1 {\n}', 'other-word 2:1+7 found=tantque instead=while', null],
		['fonction f() {\n}', 'other-word 1:1+8 found=fonction instead=function', null],
		['functie f() {\n}', 'other-word 1:1+7 found=functie instead=function', null],
		['Fonction f() {\n}', 'other-word 1:1+8 found=Fonction instead=function', null],
		['fun f() {\n}', 'other-word 1:1+3 found=fun instead=function', null],
		['pour x in l {\n}', 'other-word 1:1+4 found=pour instead=for', null],
		['voor (let i = 0; i < 3; i++) {\n}', 'other-word 1:1+4 found=voor instead=for', null],
		[
			'for (int i = 0; i < 3; i++) {\n}',
			'other-word 1:6+3 found=int instead=let',
			'for (let i = 0; i < 3; i++) {\n}'
		],
		['print "x"', 'other-word 1:1+5 found=print instead=console.log(…)', null],
		['echo "x";', 'other-word 1:1+4 found=echo instead=console.log(…)', null],
		['afficher("x");', 'other-word 1:1+8 found=afficher instead=console.log', 'console.log("x");'],
		['afficher "x"', 'other-word 1:1+8 found=afficher instead=console.log(…)', null],
		['ecrire("x")', 'other-word 1:1+6 found=ecrire instead=console.log', 'console.log("x")'],
		['toon("x");', 'other-word 1:1+4 found=toon instead=console.log', 'console.log("x");'],
		['schrijf("x")', 'other-word 1:1+7 found=schrijf instead=console.log', 'console.log("x")'],
		['Dim x = 5', 'other-word 1:1+3 found=Dim instead=let', 'let x = 5'],
		['dim x As Integer', 'other-word 1:1+3 found=dim instead=let', null],
		[
			'try {\n} catch {\n} finaly {\n}',
			'other-word 3:3+6 found=finaly instead=finally',
			'try {\n} catch {\n} finally {\n}'
		],
		['String naam = "x";', 'other-word 1:1+6 found=String instead=let', 'let naam = "x";'],
		['boolean ok = true;', 'other-word 1:1+7 found=boolean instead=let', 'let ok = true;'],
		['final x = 5;', 'other-word 1:1+5 found=final instead=const', 'const x = 5;'],
		['val x = 5;', 'other-word 1:1+3 found=val instead=var', 'var x = 5;'],
		['def x = 5;', 'other-word 1:1+3 found=def instead=function', null],
		['func f(a: Int) -> Int {\n}', 'other-word 1:1+4 found=func instead=function', null],
		["char c = 'x';", 'other-word 1:1+4 found=char instead=let', "let c = 'x';"],
		[
			'let a;\nif (a) {\n} esle {\n}',
			'other-word 3:3+4 found=esle instead=else',
			'let a;\nif (a) {\n} else {\n}'
		],
		['whlie (a) {\n}', 'other-word 1:1+5 found=whlie instead=while', 'while (a) {\n}'],
		['swich (a) {\n}', 'other-word 1:1+5 found=swich instead=switch', 'switch (a) {\n}'],
		['try { } cacth (e) { }', 'other-word 1:9+5 found=cacth instead=catch', 'try { } catch (e) { }']
	],
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
	],
	'else-with-condition': [
		['const a = 1;\nif (a > 1) {\n} else a > 3 {\n}', 'else-with-condition 3:3+4', null]
	],
	'half-comparison': [
		[
			'let city = \'x\';\nif (city === "Gent" || "Luik" && true) {}',
			'half-comparison 2:5+25 found="Luik" instead=city === "Gent" || city === "Luik"',
			'let city = \'x\';\nif (city === "Gent" || city === "Luik" && true) {}'
		],
		[
			'let a = 1, b = 2;\nif (a === 1 || a === 2 || 3) {}',
			'half-comparison 2:16+12 found=3 instead=a === 2 || a === 3',
			'let a = 1, b = 2;\nif (a === 1 || a === 2 || a === 3) {}'
		],
		[
			'let a = [1], i = 0;\nif (a[i] === 1 || 2) {}',
			'half-comparison 2:5+15 found=2 instead=a[i] === 1 || a[i] === 2',
			'let a = [1], i = 0;\nif (a[i] === 1 || a[i] === 2) {}'
		],
		[
			"let a = '';\nif (a.trim() === 'x' || 'y') {}",
			"half-comparison 2:5+23 found='y' instead=a.trim() === 'x' || a.trim() === 'y'",
			null
		],
		[
			"let a = '';\nif (this.x.y === 'x' || 'y') {}",
			"half-comparison 2:5+23 found='y' instead=this.x.y === 'x' || this.x.y === 'y'",
			"let a = '';\nif (this.x.y === 'x' || this.x.y === 'y') {}"
		],
		[
			'let a = 1;\nwhile (a !== 1 || 2) {}',
			'half-comparison 2:8+12 found=2 instead=a !== 1 && a !== 2',
			null
		],
		[
			"let a = 1;\nif (a !== 'j' || 'n') { }",
			"half-comparison 2:5+16 found='n' instead=a !== 'j' && a !== 'n'",
			null
		],
		[
			'let a = 1;\nif (a > 1 || 2) {}',
			'half-comparison 2:5+10 found=2 instead=a > 1 || a > 2',
			'let a = 1;\nif (a > 1 || a > 2) {}'
		],
		[
			'let a = 1;\nconst ok = a === 1 || 2;',
			'half-comparison 2:12+12 found=2 instead=a === 1 || a === 2',
			'let a = 1;\nconst ok = a === 1 || a === 2;'
		]
	],
	'called-at-once': [
		[
			"const b = document.querySelector('button');\nfunction save() { console.log(1) }\nb.addEventListener('click', save(), false);",
			'called-at-once 3:29+6 found=save() instead=save',
			"const b = document.querySelector('button');\nfunction save() { console.log(1) }\nb.addEventListener('click', save, false);"
		],
		[
			"const b = document.querySelector('button');\nb.addEventListener('click', alert('x'));",
			"called-at-once 2:29+10 found=alert('x') instead=() => alert('x')",
			"const b = document.querySelector('button');\nb.addEventListener('click', () => alert('x'));"
		],
		[
			"function f() {}\nconst t = [1, 2];\nt.forEach(f());\nt.map(console.log('x'));",
			'called-at-once 3:11+3 found=f() instead=f',
			"function f() {}\nconst t = [1, 2];\nt.forEach(f);\nt.map(console.log('x'));"
		],
		[
			'function f() {}\nsetTimeout(f(1, 2), 1000);',
			'called-at-once 2:12+7 found=f(1, 2) instead=() => f(1, 2)',
			'function f() {}\nsetTimeout(() => f(1, 2), 1000);'
		]
	],
	'block-colon': [
		[
			"if x == 1:\n\tprint('x')\nelse:\n\tprint('y')",
			'block-colon 1:1+10 found=if x == 1: instead=if (x == 1) {',
			null
		],
		[
			'if x == 1 and y == 2:\n    pass',
			'block-colon 1:1+21 found=if x == 1 and y == 2: instead=if (x == 1 && y == 2) {',
			null
		],
		['if x == 1 :\n    pass', 'block-colon 1:1+11 found=if x == 1 : instead=if (x == 1) {', null],
		[
			'if (x == 1) and (y == 2):\n    pass',
			'block-colon 1:1+25 found=if (x == 1) and (y == 2): instead=if ((x == 1) && (y == 2)) {',
			null
		],
		['si x > 1:\n    print(x)', 'block-colon 1:1+9 found=si x > 1: instead=if (x > 1) {', null],
		['als x > 1:\n    print(x)', 'block-colon 1:1+10 found=als x > 1: instead=if (x > 1) {', null],
		['If x > 1:\n    print(x)', 'block-colon 1:1+9 found=If x > 1: instead=if (x > 1) {', null],
		['elif x > 1:\n    print(x)', 'block-colon 1:1+11 found=elif x > 1: instead=} else if (x > 1) {', null],
		[
			'for i in range(1, 11):\n    print(i)',
			'block-colon 1:1+22 found=for i in range(1, 11): instead=for (let i = 1; i < 11; i++) {',
			null
		],
		[
			'for i in range(0, 10, 2):\n    print(i)',
			'block-colon 1:1+25 found=for i in range(0, 10, 2): instead=for (let i = 0; i < 10; i += 2) {',
			null
		],
		[
			'for i in range(len(lijst)):\n    print(i)',
			'block-colon 1:1+27 found=for i in range(len(lijst)): instead=for (let i = 0; i < lijst.length; i++) {',
			null
		],
		[
			'for i in range(n + (1)):\n    print(i)',
			'block-colon 1:1+24 found=for i in range(n + (1)): instead=for (let i = 0; i < n + (1); i++) {',
			null
		],
		['while True:\n    print(1)', 'block-colon 1:1+11 found=while True: instead=while (true) {', null],
		[
			'while not done:\n    print(1)',
			'block-colon 1:1+15 found=while not done: instead=while (!done) {',
			null
		],
		['def f():\n    return 1', 'block-colon 1:1+8 found=def f(): instead=function f() {', null],
		[
			'def f(a: int) -> int:\n    return 1',
			'block-colon 1:1+21 found=def f(a: int) -> int: instead=function f(…) {',
			null
		],
		['fonction f():\n    return 1', 'block-colon 1:1+13 found=fonction f(): instead=function f() {', null],
		['functie f():\n    return 1', 'block-colon 1:1+12 found=functie f(): instead=function f() {', null],
		[
			'class Hond(Dier):\n    pass',
			'block-colon 1:1+17 found=class Hond(Dier): instead=class Hond extends Dier {',
			null
		],
		[
			'except ValueError as e:\n    pass',
			'block-colon 1:1+23 found=except ValueError as e: instead=} catch (error) {',
			null
		],
		['finally:\n    pass', 'block-colon 1:1+8 found=finally: instead=} finally {', null],
		[
			'let a = 1;\nif (a == 1) {\n}\nelif a == 2:',
			'block-colon 4:1+12 found=elif a == 2: instead=} else if (a == 2) {',
			null
		],
		[
			"let x = 5\nif x > 3:\n    console.log('x') # note",
			'block-colon 2:1+9 found=if x > 3: instead=if (x > 3) {',
			null
		],
		[
			"if x == 'a:b':\n    print(1)",
			"block-colon 1:1+14 found=if x == 'a:b': instead=if (x == 'a:b') {",
			null
		],
		[
			'for (let i = 0; i < 3; i++):\n    console.log(i);',
			'block-colon 1:1+28 found=for (let i = 0; i < 3; i++): instead=for (let i = 0; i < 3; i++) {',
			null
		],
		[
			'for (const x of y):\n    console.log(x);',
			'block-colon 1:1+19 found=for (const x of y): instead=for (const x of y) {',
			null
		],
		['function f(x):\n    return x', 'block-colon 1:1+14 found=function f(x): instead=function f(x) {', null],
		[
			'function f(x) {\n  if (x > 1):\n    return x;\n}',
			'block-colon 2:3+11 found=if (x > 1): instead=if (x > 1) {',
			null
		],
		['switch (x):', 'block-colon 1:1+11 found=switch (x): instead=switch (x) {', null],
		['while (a < 3) do:', 'block-colon 1:1+17 found=while (a < 3) do: instead=while (a < 3) {', null],
		['else if x > 3:', 'block-colon 1:1+14 found=else if x > 3: instead=} else if (x > 3) {', null],
		['if x > 3 then:', 'block-colon 1:1+14 found=if x > 3 then: instead=if (x > 3) {', null],
		['else :', 'block-colon 1:1+6 found=else : instead=} else {', null]
	],
	'wrong-sign': [
		['function f(a; b) {\n}', 'wrong-sign 1:13+1 found=; instead=,', 'function f(a, b) {\n}'],
		[
			'const f = (a) -> { return a; };',
			'wrong-sign 1:15+2 found=-> instead==>',
			'const f = (a) => { return a; };'
		],
		["const d = { 'a': 1, b = 2 };", 'wrong-sign 1:23+1 found== instead=:', "const d = { 'a': 1, b : 2 };"],
		['let x := 5;', 'wrong-sign 1:7+2 found=:= instead==', 'let x = 5;'],
		['const prix: 5;', 'wrong-sign 1:11+1 found=: instead==', 'const prix = 5;']
	],
	typescript: [
		['var x as Integer = 5;', 'typescript 1:7+10 found=as Integer', 'var x = 5;'],
		['public static void main(String[] args) {\n}', 'typescript 1:1+6 found=public', null],
		['let x: Integer = 5;', 'typescript 1:6+9 found=: Integer', 'let x = 5;'],
		['let x: int = 5;', 'typescript 1:6+5 found=: int', 'let x = 5;'],
		['let naam: String = "x";', 'typescript 1:9+8 found=: String', 'let naam = "x";'],
		['var x: any;', 'typescript 1:6+5 found=: any', 'var x;'],
		['let lijst: Array<number> = [];', 'typescript 1:10+15 found=: Array<number>', 'let lijst = [];'],
		['let lijst: number[] = [1];', 'typescript 1:10+10 found=: number[]', 'let lijst = [1];'],
		['const f = (a: string): void => {};', 'typescript 1:13+8 found=: string', 'const f = (a) => {};'],
		[
			'function f(cb: (a: number) => void) {}',
			'typescript 1:14+21 found=: (a: number) => void',
			'function f(cb) {}'
		],
		[
			'function f({ a, b }: { a: string; b: number }) {}',
			'typescript 1:20+26 found=: { a: string; b: number }',
			'function f({ a, b }) {}'
		],
		['class A { name!: string; }', 'typescript 1:15+9 found=!: string', 'class A { name; }'],
		['abstract class A {}', 'typescript 1:1+8 found=abstract', 'class A {}'],
		['export interface A { a: string }', 'typescript 1:8+9 found=interface', null],
		['export type B = { a: string };', 'typescript 1:8+4 found=type', null],
		['declare const x: number;', 'typescript 1:1+7 found=declare', null],
		['enum Kleur { Rood }', 'typescript 1:1+4 found=enum', null],
		['namespace X { }', 'typescript 1:1+9 found=namespace', null],
		['let x = y as number;', 'typescript 1:11+9 found=as number', 'let x = y;'],
		['let x = (y as any).z;', 'typescript 1:12+6 found=as any', 'let x = (y).z;'],
		[
			"const el = document.getElementById('x') as HTMLInputElement;",
			'typescript 1:41+19 found=as HTMLInputElement',
			"const el = document.getElementById('x');"
		],
		[
			"const el = document.getElementById('x')!;",
			'typescript 1:40+1 found=!',
			"const el = document.getElementById('x');"
		],
		[
			"const el = <HTMLInputElement>document.getElementById('x');",
			'typescript 1:12+18 found=<HTMLInputElement>',
			"const el = document.getElementById('x');"
		],
		[
			'const m = new Map<string, number>();',
			'typescript 1:18+16 found=<string, number>',
			'const m = new Map();'
		],
		['const s = new Set<string>();', 'typescript 1:18+8 found=<string>', 'const s = new Set();'],
		['const r = useState<number>(0);', 'typescript 1:19+8 found=<number>', 'const r = useState(0);'],
		[
			'try {} catch (e: unknown) { console.log(e); }',
			'typescript 1:16+9 found=: unknown',
			'try {} catch (e) { console.log(e); }'
		],
		['for (const x: number of [1]) {}', 'typescript 1:13+8 found=: number', 'for (const x of [1]) {}'],
		['const x = { a: 1 } satisfies Foo;', 'typescript 1:20+13 found=satisfies Foo', 'const x = { a: 1 };'],
		['let x?: string;', 'typescript 1:6+9 found=?: string', 'let x;'],
		[
			'const f: (a: number) => number = (a) => a;',
			'typescript 1:8+23 found=: (a: number) => number',
			'const f = (a) => a;'
		],
		['const { a }: Props = props;', 'typescript 1:12+7 found=: Props', 'const { a } = props;'],
		["function f(a: 'x' | 'y') {}", "typescript 1:13+11 found=: 'x' | 'y'", 'function f(a) {}'],
		['let x: 5 = 5;', 'typescript 1:6+3 found=: 5', 'let x = 5;'],
		['let x:number=5;', 'typescript 1:6+7 found=:number', 'let x=5;'],
		['class B<T> {}', 'typescript 1:8+3 found=<T>', 'class B {}'],
		['class B implements A, C {}', 'typescript 1:9+15 found=implements A, C', 'class B {}'],
		['private let x = 5;', 'typescript 1:1+7 found=private', 'let x = 5;'],
		['const int x = 5;', 'typescript 1:7+3 found=int', 'const x = 5;'],
		['function f(string $a) {}', 'typescript 1:12+6 found=string', 'function f($a) {}']
	],
	'const-without-value': [
		['const a, b = 2;', 'const-without-value 1:7+1 name=a', null],
		['export const prix;', 'const-without-value 1:14+4 name=prix', null],
		['for (const i; i < 3; i++) {}', 'const-without-value 1:12+1 name=i', null],
		['const { a };', 'const-without-value 1:7+5 name={ a }', null],
		['const [a];', 'const-without-value 1:7+3 name=[a]', null]
	],
	'wrong-side': [['"a" = b;', 'wrong-side 1:1+1', null]],
	'other-alphabet': [
		['\u0441onst a = 1;', 'other-alphabet 1:1+5 found=\u0441 name=\u0441onst instead=const', 'const a = 1;'],
		[
			'\u0441\u043enst a = 1;',
			'other-alphabet 1:1+5 found=\u0441 name=\u0441\u043enst instead=const',
			'const a = 1;'
		],
		[
			"const n\u0430me = 'x';\nconsole.log(name);",
			'other-alphabet 1:7+4 found=\u0430 name=n\u0430me instead=name',
			"const name = 'x';\nconsole.log(name);"
		],
		[
			'console.log("x");\n\u0441onsole.log("y");',
			'other-alphabet 2:1+7 found=\u0441 name=\u0441onsole instead=console',
			'console.log("x");\nconsole.log("y");'
		],
		[
			'\u0441\u043ens\u043el\u0435.l\u043eg("y");',
			'other-alphabet 1:1+7 found=\u0441 name=\u0441\u043ens\u043el\u0435 instead=console',
			'console.log("y");'
		],
		['\u0456f (1) {}', 'other-alphabet 1:1+2 found=\u0456 name=\u0456f instead=if', 'if (1) {}'],
		[
			'let \u0445 = 5;\nconsole.log(x);',
			'other-alphabet 1:5+1 found=\u0445 name=\u0445 instead=x',
			'let x = 5;\nconsole.log(x);'
		],
		[
			'if (true) { r\u0435turn 3; }',
			'other-alphabet 1:13+6 found=\u0435 name=r\u0435turn instead=return',
			'if (true) { return 3; }'
		],
		[
			'functi\u03bfn f() {}',
			'other-alphabet 1:1+8 found=\u03bf name=functi\u03bfn instead=function',
			'function f() {}'
		],
		[
			'const prijs = 5;\ncons\u043ele.log(prijs);',
			'other-alphabet 2:1+7 found=\u043e name=cons\u043ele instead=console',
			'const prijs = 5;\nconsole.log(prijs);'
		],
		[
			"const prén\u043em = 'x';\nconsole.log(prénom);",
			'other-alphabet 1:7+6 found=\u043e name=prén\u043em instead=prénom',
			"const prénom = 'x';\nconsole.log(prénom);"
		]
	]
};

/** Right programs that look like the mistakes above: nothing is said of them. */
export const OWN_WAYS: readonly string[] = [
	'const s = "if (a > 1) then { const a: number = 1; }";\nconsole.log(s);',
	'// if (a > 1) then {\n/* const a: number\n def f(): */\nconsole.log(1);',
	"const t = `if x > 1: ${1 > 0 ? 'a' : `b ${2}`} then {`;\nconsole.log(t);",
	"const r = /if (a) then: \\{/g, q = /[:?]/.test('x') ? 1 : 2;\nconsole.log(r, q);",
	'const o = { then(a) { return a; }, if: 1, for: 2, def: 3, elif: 4, si: 5, als: 6 };\nconsole.log(o.then(o.if), o.for);',
	'const p = { then: (ok) => ok(1) };\n(async () => { await p; })();',
	"const a = { b: null };\nconst x = a?.b?.c ?? 'none';\nconst y = a ? a.b ? 1 : 2 : a.b ? 3 : 4;\nconsole.log(x, y);",
	'const f = async ({ a: b = 1, ...c } = {}, [d, , e] = []) => { await b; return c ?? d ?? e; };\nf();',
	"class A { a = 1; static b = 2; #c = 3; get d() { return this.#c; } set d(v) { this.#c = v; } static { A.b = 1; } async *e() { yield 1; } ['f' + 1]() {} }\nnew A();",
	'var a=1,b=2,c=a>b?a:b,d=function(e){return e?e:a},f=(a,b)=>(a,b);for(;a<3;a++)if(a>1)b=a;else b=c;d(f(a,b));',
	'let i = 0, j = 0;\nfor (i = 0, j = 10; i < j; i++, j--) {}\ni = (1, 2, j);',
	'outer: for (const a of [1, 2]) { inner: for (const b of [3]) { if (a === b) continue outer; else break inner; } }',
	"let city = 'x';\nconst label = city === 'Gent' ? 'a' : 'b' || 'c';\nconsole.log(label);",
	"let city = 'x';\nconst v = city === 'Gent' && 'yes' || 'no';\nconsole.log(v);",
	"let city = 'x';\nconst v = (city === 'Gent' && 'yes') || 'no';\nconsole.log(v);",
	'let n = 3;\nconst v = n === 3 && 5 || 7;\nconsole.log(v);',
	"let n = 3;\nconsole.log(n === 3 || 'not three');",
	'let n = 3;\nconst msg = n === 1 || "must be one";\nexport default msg;',
	"export const validate = (v) => v !== '' || 'Required';",
	"export const rules = [(v) => v === 1 || 'Must be one', (v) => v !== 2 || 'Not two'];",
	'let n = 3;\nconst flags = n === 1 || 0;\nconsole.log(flags);',
	"let n = 3;\nconst msg = n === 3 && 'three';\nconsole.log(msg);",
	"const b = document.querySelector('button');\nconst handlers = { click() {} };\nfunction make() { return handlers.click; }\nb.addEventListener('click', make());",
	"const b = document.querySelector('button');\nconst make = () => handlers;\nconst handlers = () => {};\nb.addEventListener('click', make());",
	"const b = document.querySelector('button');\nfunction once(fn) { let done = false; return () => { if (!done) fn(); done = true; }; }\nb.addEventListener('click', once(() => {}));",
	"const b = document.querySelector('button');\nconst { save } = { save() { return () => {}; } };\nb.addEventListener('click', save());",
	"const b = document.querySelector('button');\nlet save = () => { };\nsave = () => () => {};\nb.addEventListener('click', save());",
	"const b = document.querySelector('button');\n{ function save() { } }\nfunction save() { return () => {}; }\nb.addEventListener('click', save());",
	"const b = document.querySelector('button');\nconst console2 = { log: (x) => () => x };\nb.addEventListener('click', console2.log('x'));",
	"const b = document.querySelector('button');\nfunction log(name) { return () => console.log(name); }\nb.addEventListener('click', log('x'));",
	"const b = document.querySelector('button');\nconst error = (x) => () => x;\nb.onclick = error('x');",
	"function alert(x) { return () => x; }\nsetTimeout(alert('x'), 1);",
	'function save() {}\nconst app = {};\napp.online = save();\napp.once = save();\napp.one = save();\napp.only = save();',
	'function save() {}\nconst app = { on: {} };\napp.on.x = save();',
	'const \u0441\u0443\u043c\u043c\u0430 = 5, \u0441\u0443\u043c\u0430 = 3;\nconsole.log(\u0441\u0443\u043c\u043c\u0430, \u0441\u0443\u043c\u0430);',
	'const \u0395\u03bb\u03bb\u03ac\u03b4\u03b1 = 1, \u0391\u0392\u0393 = 2;\nconsole.log(\u0395\u03bb\u03bb\u03ac\u03b4\u03b1, \u0391\u0392\u0393);',
	'const \u0430 = 1, \u0431 = 2;\nconsole.log(\u0430 + \u0431);',
	'const \u03a9 = 1, \u03bc = 2, \u03c0 = 3.14, \u03c32 = 3, \u0394t = 4, \u03b1Max = 5;\nconsole.log(\u03a9, \u03bc, \u03c0, \u03c32, \u0394t, \u03b1Max);',
	"const \u043e = 'o';\nconst words = { o: 1, \u043e: 2 };\nconsole.log(\u043e, words);",
	'const e = 1;\nconst \u0435 = 2;\nconsole.log(e, \u0435);',
	"const t = '\u041f\u0440\u0438\u0432\u0435\u0442 c', u = `\u0441onst`;\nconsole.log(t, u); // \u0441onst",
	'const x1 = { \u0430: 1 }; console.log(x1.\u0430);',
	'let type;\ntype\n= 3;\nlet as = type, satisfies = as;\nconsole.log(satisfies);',
	'const o = { public: 1, private: 2, interface: 3, enum: 4, namespace: 5, abstract: 6, declare() {} };\no.declare(o.interface, o.enum);',
	'let declare, abstract, type, readonly, override, namespace;\ndeclare = abstract = type = readonly = override = namespace = 1;\nconsole.log(declare, abstract, type, readonly, override, namespace);',
	'const f = (a, b) => a < b > (1), g = (x) => x;\nconsole.log(f(1, 2), g(1));',
	'const a = 1, b = 2;\nconsole.log(a<b>(3));',
	'const c = true, a = 1, b = 2;\nconst v = c ? (a) : b;\nconst w = c ? (x) => x : (y) => y;\nconst z = c ? (x) : ({ a: 1 });\nconsole.log(v, w, z);',
	'const c = true;\nconst v = c ? function (a) { return a; } : null, { d: e } = { d: 1 };\nconsole.log(v, e);',
	'switch (1) { case 1: case (2): default: }\nconst x = { a: (1), b: [2], c: { d: 3 } };\nconsole.log(x);',
	"const len = 3, str = 'a', int = 3;\nconsole.log(len, str, int);",
	'const o = { a: 1 };\nlabel: { if (o.a) break label; }',
	'let a = 1;\nif (a > 1) { a = 2 } else if (a > 0) { a = 3 }\nelse { a = 4 }\ndo { a-- } while (a > 0)\nwhile (a < 3) a++',
	'let then = () => {};\nif (1) then();\nif (1) then ();\nif (1)\n  then();',
	'let a = 1, then;\nif (a) then = 2;\nif (a) then\n  = 3;\nif (a) alors: for (;;) break alors;',
	'let dan = { x() {} };\nif (1) dan.x();\nif (1)\n  dan\n    .x();',
	'let dan = [];\nfor (dan of [[1], [2]]) console.log(dan);\nwhile (dan.length) dan.pop();',
	'if (1) await 0;\nif (true) throw1();\nfunction throw1() {}',
	'const d = new Date(2026, 1, 3), ok = d < new Date() === true;\nconsole.log(ok);',
	"const html = '<p>if (a) then {</p><b>const a: number</b>';\nconsole.log(html);",
	'const tpl = String.raw`\\d: {a}`, f = (s) => s, u = f`x ${1} y`;\nconsole.log(tpl, u);',
	'let a = 1;\na ||= 2; a &&= 3; a ??= 4; a **= 2; a >>>= 1;\nconsole.log(a);',
	"const { length: n } = 'abc', [first = 1] = [];\nconsole.log(n, first);",
	'const get = 1, set = 2, of = 3, async = 4, let1 = 5, from = 6;\nconsole.log(get, set, of, async, let1, from);',
	'for (const of of [1]) console.log(of);\nfor (let async = 0; async < 1; async++) {}',
	'export default function () { return 1; }',
	'export default (a) => a;',
	'export default class { a() {} }',
	"let city = \"x\", n = 1;\nconst ok = city === 'a' || city === 'b' || n === 1 || 0 === n;\nconst isIt = (c) => c !== 'a' && c !== 'b';\nconsole.log(ok, isIt);",
	"let k = 'x';\nif (k === 'a' || 'b'\n  .includes(k)) {}\nif (k === 'a' || 'b' instanceof Object) {}\nif (typeof k === 'string' || 'b' === k) {}"
];
