import type { Row } from './row.ts';

/** Python, as it is typed. */
export const PYTHON: readonly Row[] = [
	['print("x")', 'other-word 1:1+5 found=print instead=console.log', 'console.log("x")'],
	[
		'const x = [1];\nconsole.log(len(x));',
		'other-word 2:13+6 found=len instead=x.length',
		'const x = [1];\nconsole.log(x.length);'
	],
	['const x = len("a" + "b");', 'other-word 1:11+14 found=len instead=(…).length', null],
	['let a = None;', 'other-word 1:9+4 found=None instead=null', 'let a = null;'],
	['const a = str(1);', 'other-word 1:11+3 found=str instead=String', 'const a = String(1);'],
	['const a = int("1");', 'other-word 1:11+3 found=int instead=Number', 'const a = Number("1");'],
	['let a;\nif (a is null) {}', 'other-word 2:7+2 found=is instead====', 'let a;\nif (a === null) {}'],
	[
		'let a;\nif (a is not null) {}',
		'other-word 2:7+6 found=is not instead=!==',
		'let a;\nif (a !== null) {}'
	],
	['if a > 1:\n    print(a)', 'block-colon 1:1+9 found=if a > 1: instead=if (a > 1) {', null],
	['if (a > 1):\n    print(a)', 'block-colon 1:1+11 found=if (a > 1): instead=if (a > 1) {', null],
	[
		'def f(a, b=2):\n    return a',
		'block-colon 1:1+14 found=def f(a, b=2): instead=function f(a, b=2) {',
		null
	],
	['function f():\n    return 1', 'block-colon 1:1+13 found=function f(): instead=function f() {', null],
	[
		'for x in [1, 2]:\n    print(x)',
		'block-colon 1:1+16 found=for x in [1, 2]: instead=for (const x of [1, 2]) {',
		null
	],
	[
		'for i in range(10):\n    print(i)',
		'block-colon 1:1+19 found=for i in range(10): instead=for (let i = 0; i < 10; i++) {',
		null
	],
	['while a < 3:\n    a += 1', 'block-colon 1:1+12 found=while a < 3: instead=while (a < 3) {', null],
	['class A:\n    x = 1', 'block-colon 1:1+8 found=class A: instead=class A {', null],
	['try:\n    f()', 'block-colon 1:1+4 found=try: instead=try {', null],
	['let a = 1;\nif (a) {\n} else:\n  a = 2', 'block-colon 3:3+5 found=else: instead=} else {', null],
	[
		'const t = f"Dag {naam}!";',
		'other-form 1:11+14 found=f"Dag {naam}!" instead=`Dag ${naam}!`',
		'const t = `Dag ${naam}!`;'
	],
	['const f = lambda x: x + 1;', 'other-form 1:11+9 found=lambda x: instead=(x) => …', null],
	[
		'const a = 1 if b else 2;',
		'other-form 1:1+24 found=const a = 1 if b else 2; instead=const a = b ? 1 : 2',
		null
	],
	['try {\n} except {\n}', 'other-word 2:3+6 found=except instead=catch', null]
];
