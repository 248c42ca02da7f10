import type { Row } from './row.ts';

/** Conditions, blocks and values as people know them from elsewhere: by the code that is said. */
export const CONDITIONS: Readonly<Record<string, readonly Row[]>> = {
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
	'const-without-value': [
		['const a, b = 2;', 'const-without-value 1:7+1 name=a', null],
		['export const prix;', 'const-without-value 1:14+4 name=prix', null],
		['for (const i; i < 3; i++) {}', 'const-without-value 1:12+1 name=i', null],
		['const { a };', 'const-without-value 1:7+5 name={ a }', null],
		['const [a];', 'const-without-value 1:7+3 name=[a]', null]
	],
	'wrong-side': [['"a" = b;', 'wrong-side 1:1+1', null]]
};
