import type { Row } from './row.ts';

/** Words, types and letters as people know them from elsewhere: by the code that is said. */
export const WORDS: Readonly<Record<string, readonly Row[]>> = {
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
