import type { FileMap } from '../../../src/lib/contract/exercise.ts';

/** One file, `main.js`, or several. Each prints texts and numbers only: how values are drawn is another matter. */
type Program = string | FileMap;

const main = (text: string, others: FileMap): FileMap => ({ 'main.js': text, ...others });

const MODULES: Record<string, Program> = {
	'a constant before its line': 'console.log(early);\nconst early = 1;',
	'a variable before its line': "console.log('a');\nconsole.log(early);\nlet early = 1;",
	'a class before its line': 'new Early();\nclass Early {}',
	'a subclass before its parent': 'class B extends A {}\nclass A {}',
	'a function before its line': 'console.log(twice(2));\nfunction twice(n) {\n\treturn n * 2;\n}',
	'a var before its line':
		'console.log(typeof early, early === undefined);\nvar early = 1;\nconsole.log(early);',
	'a function that reads a constant too early':
		'show();\nconst word = "x";\nfunction show() {\n\tconsole.log(word);\n}',
	'a function that reads a constant in time':
		'const word = "x";\nshow();\nfunction show() {\n\tconsole.log(word);\n}',
	'typeof before its line': 'console.log(typeof early);\nlet early;',
	'a constant that uses itself': 'const a = a + 1;',
	'a parameter that uses a later one':
		'function f(a = b, b = 1) {\n\treturn a + b;\n}\nconsole.log(f(1));\nf();',
	'a default that is not needed':
		'const f = (a = late) => a;\nconsole.log(f(1));\nconst late = 2;\nconsole.log(f());',
	'an import': main("import { a } from './a.js';\nconsole.log(a);", { 'a.js': 'export const a = 1;' }),
	'imports are evaluated first': main("console.log('main');\nimport './a.js';\nimport './b.js';", {
		'a.js': "console.log('a');",
		'b.js': "console.log('b');"
	}),
	'each module is evaluated once': main(
		"import './a.js';\nimport './b.js';\nimport './a.js';\nconsole.log('main');",
		{
			'a.js': "console.log('a');",
			'b.js': "import './a.js';\nconsole.log('b');"
		}
	),
	'deep first': main("import './a.js';\nimport './c.js';\nconsole.log('main');", {
		'a.js': "import './b.js';\nconsole.log('a');",
		'b.js': "import './c.js';\nconsole.log('b');",
		'c.js': "console.log('c');"
	}),
	'a live binding': main("import { n, add } from './a.js';\nconsole.log(n);\nadd();\nconsole.log(n);", {
		'a.js': 'export let n = 1;\nexport function add() {\n\tn += 1;\n}'
	}),
	'a live binding through another module': main(
		"import { n, add } from './b.js';\nadd();\nadd();\nconsole.log(n);",
		{
			'a.js': 'export let n = 1;\nexport const add = () => void n++;',
			'b.js': "export * from './a.js';"
		}
	),
	'a default value is no live binding': main("import n, { add } from './a.js';\nadd();\nconsole.log(n);", {
		'a.js': 'let n = 1;\nexport { n as default };\nexport const add = () => void n++;'
	}),
	'a default expression is fixed': main("import n, { add } from './a.js';\nadd();\nconsole.log(n);", {
		'a.js': 'let n = 1;\nexport default n;\nexport const add = () => void n++;'
	}),
	'a circle of functions': main("import { even } from './a.js';\nconsole.log(even(10), even(7));", {
		'a.js':
			"import { odd } from './b.js';\nexport function even(n) {\n\treturn n === 0 ? true : odd(n - 1);\n}",
		'b.js':
			"import { even } from './a.js';\nexport function odd(n) {\n\treturn n === 0 ? false : even(n - 1);\n}"
	}),
	'a circle that reads a constant too early': main("import { a } from './a.js';\nconsole.log(a);", {
		'a.js': "import { b } from './b.js';\nexport const a = b + 1;",
		'b.js': "import { a } from './a.js';\nexport const b = a + 1;"
	}),
	'a circle that calls a function at once': main("import './a.js';", {
		'a.js': "import './b.js';\nexport function hello() {\n\treturn 'hello';\n}\nconsole.log('a');",
		'b.js': "import { hello } from './a.js';\nconsole.log(hello());"
	}),
	'a circle that calls an arrow at once': main("import './a.js';", {
		'a.js': "import './b.js';\nexport const hello = () => 'hello';",
		'b.js': "import { hello } from './a.js';\nconsole.log('b');\nconsole.log(hello());"
	}),
	'a circle with a class': main("import './a.js';", {
		'a.js': "import './b.js';\nexport class A {}",
		'b.js': "import { A } from './a.js';\nexport class B extends A {}"
	}),
	'a circle that is used later': main("import { start } from './a.js';\nconsole.log(start());", {
		'a.js': "import { next } from './b.js';\nexport const word = 'late';\nexport const start = () => next();",
		'b.js': "import { word } from './a.js';\nexport const next = () => word;"
	}),
	'a module that imports itself': main(
		"import { n as mine } from './main.js';\nexport const n = 1;\nconsole.log(mine);",
		{}
	),
	'a namespace': main(
		"import * as all from './a.js';\nconsole.log(Object.keys(all).join(), all.b, all.default);",
		{
			'a.js': 'export const c = 3;\nexport const b = 2;\nexport default 1;'
		}
	),
	'a namespace is no ordinary object': main(
		"import * as all from './a.js';\nconsole.log([Object.getPrototypeOf(all) === null, Object.prototype.toString.call(all), 'b' in all, 'toString' in all].join());",
		{ 'a.js': 'export const b = 2;' }
	),
	'a namespace as an export': main("import { tools } from './b.js';\nconsole.log(tools.one());", {
		'a.js': 'export const one = () => 1;',
		'b.js': "export * as tools from './a.js';"
	}),
	'names that are changed': main("import { one as uno, two as due } from './a.js';\nconsole.log(uno, due);", {
		'a.js': 'const a = 1;\nconst b = 2;\nexport { a as one, b as two };'
	}),
	'passed on under another name': main("import { second } from './b.js';\nconsole.log(second);", {
		'a.js': 'export const first = 1;',
		'b.js': "export { first as second } from './a.js';"
	}),
	'a default that is passed on': main("import { first } from './b.js';\nconsole.log(first);", {
		'a.js': 'export default 7;',
		'b.js': "export { default as first } from './a.js';"
	}),
	'a star leaves the default out': main(
		"import * as all from './b.js';\nconsole.log(Object.keys(all).join());",
		{
			'a.js': 'export default 7;\nexport const a = 1;',
			'b.js': "export * from './a.js';\nexport const b = 2;"
		}
	),
	'an own name wins over a star': main("import { a } from './b.js';\nconsole.log(a);", {
		'a.js': "export const a = 'theirs';",
		'b.js': "export * from './a.js';\nexport const a = 'mine';"
	}),
	'an imported name that is exported': main("import { a } from './b.js';\nconsole.log(a);", {
		'a.js': 'export const a = 5;',
		'b.js': "import { a } from './a.js';\nexport { a };"
	}),
	'this at the top': 'console.log([this === undefined, typeof this].join());',
	'this in an arrow at the top': 'const f = () => this;\nconsole.log(f() === undefined);',
	'this in a plain call': 'function f() {\n\treturn this;\n}\nconsole.log(f() === undefined);',
	'this in a call of an imported function': main("import { who } from './a.js';\nconsole.log(who());", {
		'a.js': 'export function who() {\n\treturn typeof this;\n}'
	}),
	'this in a call through a namespace': main("import * as all from './a.js';\nconsole.log(all.who());", {
		'a.js': 'export function who() {\n\treturn typeof this;\n}'
	}),
	'an imported function as a tag': main("import { tag } from './a.js';\nconsole.log(tag`a${1}b`);", {
		'a.js': "export function tag(parts, n) {\n\treturn [typeof this, parts.join('-'), n].join();\n}"
	}),
	'an imported class': main(
		"import { A } from './a.js';\nclass B extends A {}\nconsole.log(new A().n, new B().n, new A() instanceof A);",
		{
			'a.js': 'export class A {\n\tn = 4;\n}'
		}
	),
	'an imported name in a short property': main(
		"import { n } from './a.js';\nconst o = { n };\nconsole.log([o.n, `${n}`, [n][0]].join());",
		{
			'a.js': 'export const n = 3;'
		}
	),
	'an imported name that a parameter hides': main(
		"import { n } from './a.js';\nconst f = (n) => n + 1;\nconsole.log(f(10), n);\nfor (const n of [7]) console.log(n);\n{\n\tlet n = 8;\n\tconsole.log(n);\n}",
		{
			'a.js': 'export const n = 3;'
		}
	),
	'an imported name that a pattern hides': main(
		"import { n } from './a.js';\nconst { m: { n: k } } = { m: { n: 9 } };\nconst f = ({ n = 2 } = {}) => n;\nconsole.log(n, k, f(), f({ n: 5 }));\ntry {\n\tthrow 6;\n} catch (n) {\n\tconsole.log(n);\n}",
		{
			'a.js': 'export const n = 3;'
		}
	),
	'an imported name as a property': main(
		"import { n } from './a.js';\nconst o = { n: 1, m() { return this.n; }, [n]: 'x' };\nconsole.log([o.n, o.m(), o[3]].join());\nn: for (;;) break n;",
		{
			'a.js': 'export const n = 3;'
		}
	),
	'a line that begins with an imported call': main(
		"import { f } from './a.js';\nlet a = 1\nf(a)\nconst b = a\nf(b)\nif (a) f(2)\nelse f(3)\nswitch (a) {\n\tcase 1:\n\t\tf(4)\n\t\tf(5)\n}",
		{
			'a.js': 'export const f = (n) => console.log(n);'
		}
	),
	'no semicolons': main(
		"import { f } from './a.js'\nconst a = 1\nexport const b = 2\n;[a, b].forEach(f)\nexport default a\n",
		{
			'a.js': 'export const f = (n) => console.log(n)\nexport { f as g }\n'
		}
	),
	'import() of a file': main("const { a } = await import('./a.js');\nconsole.log(a);", {
		'a.js': 'export const a = 1;'
	}),
	'import() comes later': main(
		"import('./a.js').then(({ a }) => console.log(a));\nconsole.log('main');\nawait 0;\nawait new Promise((done) => setTimeout(done, 5));",
		{ 'a.js': "console.log('in a');\nexport const a = 1;" }
	),
	'import() in a function': main(
		"const load = () => import('./a.js');\nconsole.log((await load()).default);",
		{ 'a.js': 'export default 2;' }
	),
	'import() of a module that throws': main(
		"try {\n\tawait import('./a.js');\n} catch (error) {\n\tconsole.log(error.message);\n}\ntry {\n\tawait import('./a.js');\n} catch (error) {\n\tconsole.log(error.message);\n}",
		{
			'a.js': "console.log('once');\nthrow new Error('broken');"
		}
	),
	'await at the top': 'const value = await Promise.resolve(3);\nconsole.log(value);',
	'await in an imported module': main("import { a } from './a.js';\nconsole.log(a);", {
		'a.js': "export const a = await Promise.resolve('waited');"
	}),
	'await at the top and a constant too early': 'await 0;\nconsole.log(late);\nconst late = 1;',
	'for await at the top': 'for await (const n of [1, Promise.resolve(2)]) console.log(n);',
	'await in two modules': main("import './a.js';\nimport './b.js';\nconsole.log('main');", {
		'a.js': "console.log('a1');\nawait 0;\nconsole.log('a2');",
		'b.js': "console.log('b');"
	}),
	'modules without await leave no gap': main("import './a.js';\nconsole.log('main');", {
		'a.js': "Promise.resolve().then(() => console.log('later'));\nconsole.log('a');"
	}),
	'a module that throws': main("import './a.js';\nconsole.log('never');", {
		'a.js': "const a = 1;\n\nthrow new TypeError('no');"
	}),
	'an error in an imported function': main("import { f } from './a.js';\n\nf();", {
		'a.js': 'export function f() {\n\treturn none.x;\n}'
	}),
	'a default function has a name': main(
		"import f, * as all from './a.js';\nconsole.log(f.name, all.default.name);",
		{ 'a.js': 'export default function () {}' }
	),
	'a default arrow has a name': main("import f from './a.js';\nconsole.log(f.name);", {
		'a.js': 'export default () => 1;'
	}),
	'a default class has a name': main(
		"import A from './a.js';\nconsole.log(A.name, new A().constructor.name);",
		{ 'a.js': 'export default class {}' }
	),
	'a named default keeps its name': main("import f from './a.js';\nconsole.log(f.name, f());", {
		'a.js': 'export default function twice() {\n\treturn twice.name;\n}'
	}),
	'a default async function': main("import f from './a.js';\nconsole.log(f.name, await f());", {
		'a.js': 'export default async function () {\n\treturn 1;\n}'
	}),
	'a default generator': main("import f from './a.js';\nconsole.log(f.name, [...f()].join());", {
		'a.js': 'export default function* () {\n\tyield 1;\n\tyield 2;\n}'
	}),
	'a default in brackets': main("import f from './a.js';\nconsole.log(f);", {
		'a.js': 'export default (1, 2)\n'
	}),
	'a default function is there before its line': main("import './a.js';", {
		'a.js': "import './b.js';\nexport default function () {\n\treturn 'f';\n}",
		'b.js': "import f from './a.js';\nconsole.log(f());"
	}),
	'several declarations in one export': main(
		"import { a, b, c, rest } from './a.js';\nconsole.log([a, b, c, rest.join()].join());",
		{ 'a.js': 'export const [a, { b, x: c }, ...rest] = [1, { b: 2, x: 3 }, 4, 5];' }
	),
	'an import in the middle': main("console.log(a);\nimport { a } from './a.js';", {
		'a.js': 'export const a = 1;'
	}),
	'an empty import': main("import {} from './a.js';\nconsole.log('main');", { 'a.js': "console.log('a');" }),
	'an empty export': 'console.log(1);\nexport {};',
	'words that look like modules':
		'const text = "import x from \'./x.js\'";\n// export default 1\nconsole.log(text, `export ${1}`, /import/.test(text));',
	'two programs share nothing': 'globalThis.leftOver ??= 0;\nconsole.log(typeof main);'
};

const SCOPES: Record<string, Program> = {
	'let in a block': 'let a = 1;\n{\n\tlet a = 2;\n\tconsole.log(a);\n}\nconsole.log(a);',
	'let in a block before its line': 'let a = 1;\n{\n\tconsole.log(a);\n\tlet a = 2;\n}',
	'var leaves a block': '{\n\tvar a = 2;\n}\nconsole.log(a);',
	'var in a loop is one':
		'const all = [];\nfor (var i = 0; i < 3; i++) all.push(() => i);\nconsole.log(all.map((f) => f()).join());',
	'let in a loop is one each time':
		'const all = [];\nfor (let i = 0; i < 3; i++) all.push(() => i);\nconsole.log(all.map((f) => f()).join());',
	'const in for of':
		'const all = [];\nfor (const n of [1, 2]) all.push(() => n);\nconsole.log(all.map((f) => f()).join());',
	'a name that is not there': "console.log('a');\nconsole.log(nmae);",
	'writing to a name that is not there': 'total = 5;\nconsole.log(total);',
	'a name of a function that is not there': 'twise(2);\nfunction twice(n) {\n\treturn n * 2;\n}',
	'a function in a block':
		'{\n\tfunction f() {\n\t\treturn 1;\n\t}\n\tconsole.log(f());\n}\nconsole.log(typeof f);',
	'a closure that counts':
		'function counter() {\n\tlet n = 0;\n\treturn () => ++n;\n}\nconst a = counter();\nconst b = counter();\na();\na();\nconsole.log(a(), b());',
	'a parameter hides': 'const a = 1;\nfunction f(a) {\n\ta = 2;\n\treturn a;\n}\nconsole.log(f(5), a);',
	'arguments do not follow in strict code':
		'function f(a) {\n\ta = 2;\n\treturn arguments[0];\n}\nconsole.log(f(1));',
	'a catch has its own name':
		"const error = 'mine';\ntry {\n\tnull.x;\n} catch (error) {\n\tconsole.log(error.name);\n}\nconsole.log(error);",
	'finally wins':
		'function f() {\n\ttry {\n\t\treturn 1;\n\t} finally {\n\t\tconsole.log("finally");\n\t}\n}\nconsole.log(f());',
	'a switch is one block':
		"switch (1) {\n\tcase 0:\n\t\tlet a = 1;\n\tcase 1:\n\t\tconsole.log('one');\n\t\tconsole.log(a);\n}",
	'a switch falls through':
		"switch (2) {\n\tcase 2:\n\t\tconsole.log('two');\n\tcase 3:\n\t\tconsole.log('three');\n\t\tbreak;\n\tdefault:\n\t\tconsole.log('none');\n}",
	'names of functions':
		'const a = () => 1;\nconst o = { b() {}, c: function () {}, get d() { return 1; } };\nclass E {\n\tf() {}\n\tstatic g = () => 1;\n}\nconsole.log(a.name, o.b.name, o.c.name, new E().f.name, E.g.name, E.name);',
	'a function expression has its own name':
		'const f = function g(n) {\n\treturn n === 0 ? g.name : g(n - 1);\n};\nconsole.log(f(2), typeof g);',
	'two names that collide in two files': main(
		"import { a as other } from './a.js';\nconst a = 'mine';\nconst helper = () => a;\nconsole.log(a, other, helper.name, helper());",
		{ 'a.js': "const helper = () => 'theirs';\nexport const a = helper();" }
	),
	'two classes of one name in two files': main(
		"import { make } from './a.js';\nclass Shop {}\nconsole.log(new Shop().constructor.name, make().constructor.name);",
		{ 'a.js': 'class Shop {}\nexport const make = () => new Shop();' }
	),
	'a global that is hidden': "const Map = 'plan';\nconst name = 'Ama';\nconsole.log(Map, name);",
	'the text of a function': 'function   add(a,b){ return a+b } // sum\nconsole.log(String(add));',
	'the text of a class': 'class A {  n = 1 }\nconsole.log(String(A));',
	'length of functions': 'console.log(((a, b) => 1).length, ((a, b = 1) => 1).length, ((...a) => 1).length);',
	'getters and setters':
		'const o = { n: 1, get twice() { return this.n * 2; }, set twice(v) { this.n = v / 2; } };\no.twice = 10;\nconsole.log(o.n, o.twice);',
	'private fields':
		'class A {\n\t#n = 1;\n\tadd() {\n\t\treturn ++this.#n;\n\t}\n\tstatic has(o) {\n\t\treturn #n in o;\n\t}\n}\nconsole.log(new A().add(), A.has(new A()), A.has({}));',
	'fields in their order':
		"class A {\n\ta = this.log('a');\n\tlog(x) {\n\t\tconsole.log(x);\n\t}\n\tb = this.log('b');\n\tconstructor() {\n\t\tconsole.log('c');\n\t}\n}\nnew A();",
	'static blocks': 'class A {\n\tstatic n = 1;\n\tstatic {\n\t\tthis.n += 1;\n\t}\n}\nconsole.log(A.n);',
	'super before this':
		'class A {}\nclass B extends A {\n\tconstructor() {\n\t\tthis.a = 1;\n\t}\n}\nnew B();',
	'this lost from a method':
		"const cat = { name: 'Minou', say() { return this.name; } };\nconst say = cat.say;\nconsole.log(cat.say());\nsay();",
	labels:
		'outer: for (const a of [1, 2]) {\n\tfor (const b of [1, 2]) {\n\t\tif (b === 2) continue outer;\n\t\tconsole.log(a, b);\n\t}\n}',
	'comma and void': 'const a = (1, 2);\nconsole.log(a, void 0 === undefined);',
	'spread and rest':
		"const [first, ...others] = 'abc';\nconst o = { a: 1, ...{ b: 2 } };\nconsole.log(first, others.join(), Object.keys(o).join(), Math.max(...[1, 5, 2]));",
	'optional steps':
		'const o = { a: null };\nconsole.log(o?.a?.b === undefined, o.f?.() === undefined);\nconsole.log(o.a ?? "none");\no.b.c;',
	'logical writing': 'let a = null;\na ??= 1;\na ||= 2;\na &&= 3;\nconsole.log(a);',
	'an iterator of one’s own':
		'const o = {\n\t*[Symbol.iterator]() {\n\t\tyield 1;\n\t\tyield 2;\n\t}\n};\nconsole.log([...o].join());',
	'frozen objects':
		'const o = Object.freeze({ a: 1 });\ntry {\n\to.a = 2;\n} catch (error) {\n\tconsole.log(error.name);\n}\nconsole.log(o.a);'
};

const ERRORS: Record<string, Program> = {
	'undefined is not a function': "const word = 'a';\nword.lenght();",
	'a number is no function': 'const total = 3;\n\ntotal();',
	'a property of undefined': 'const list = [];\nconsole.log(list[0].name);',
	'a property of null': 'const none = null;\nnone.x = 1;',
	'what is no list': 'for (const n of 5) {\n\tconsole.log(n);\n}',
	'what cannot be spread': 'const n = 5;\nconsole.log([...n]);',
	'what cannot be taken apart': 'const { a } = null;',
	'what is no constructor': 'const a = () => 1;\nnew a();',
	'a class without new': 'class A {}\nA();',
	'a constant in a function': 'const a = 1;\nfunction f() {\n\treturn a.b.c;\n}\nf();',
	'throw of a text': "throw 'no';",
	'throw of an error': "throw new RangeError('too far');",
	'throw of one’s own class':
		"class Late extends Error {\n\tconstructor(message) {\n\t\tsuper(message);\n\t\tthis.name = 'Late';\n\t}\n}\nthrow new Late('tram');",
	'an error with a cause':
		"const error = new Error('a', { cause: 'b' });\nconsole.log(error.cause);\nthrow error;",
	'too deep':
		'function f() {\n\treturn f() + 1;\n}\ntry {\n\tf();\n} catch (error) {\n\tconsole.log(error.name, error.message);\n}',
	'a bad length': 'new Array(-1);',
	'a bad repeat': "'a'.repeat(-1);",
	'bad digits': '(1).toFixed(101);',
	'bad JSON': "try {\n\tJSON.parse('{ a: 1 }');\n} catch (error) {\n\tconsole.log(error.name);\n}",
	'a circle in JSON':
		'const a = {};\na.a = a;\ntry {\n\tJSON.stringify(a);\n} catch (error) {\n\tconsole.log(error.name);\n}',
	'a symbol as text': "const s = Symbol('a');\nconsole.log('' + s);",
	'bigint and number': 'console.log(1n + 1);',
	'in of a text': "'a' in 'abc';",
	'instanceof of no function': '({}) instanceof 5;',
	'an error in a callback': '[1, 2].map((n) => n.x.y);',
	'an error in a getter': 'const o = {\n\tget a() {\n\t\tthrow new Error("inside");\n\t}\n};\no.a;',
	'a rejected promise': "await Promise.reject(new Error('no'));",
	'an error in an async function': 'async function f() {\n\tawait 0;\n\tnull.x;\n}\nawait f();',
	'an error that is caught':
		'try {\n\tundefinedName;\n} catch ({ name, message }) {\n\tconsole.log(name, message);\n}',
	'an aggregate':
		'try {\n\tawait Promise.any([Promise.reject(1)]);\n} catch (error) {\n\tconsole.log(error.name, error.errors.join());\n}',
	'an imported number is called': main("import { total } from './a.js';\n\ntotal(1);", {
		'a.js': 'export const total = 3;'
	}),
	'an imported default number is called': main("import count from './a.js';\ncount();", {
		'a.js': 'export default 3;'
	}),
	'an imported number is looped over': main(
		"import { total } from './a.js';\nfor (const n of total) console.log(n);",
		{ 'a.js': 'export const total = 3;' }
	),
	'an imported arrow with new': main("import { f } from './a.js';\nnew f();", {
		'a.js': 'export const f = () => 1;'
	}),
	'a property of an imported null': main("import { none } from './a.js';\nnone.x;", {
		'a.js': 'export const none = null;'
	}),
	'a method of an imported object': main("import { shop } from './a.js';\nshop.opne();", {
		'a.js': 'export const shop = {};'
	})
};

const TIMERS: Record<string, Program> = {
	'promises before timers':
		"setTimeout(() => console.log('timer'), 0);\nPromise.resolve().then(() => console.log('promise'));\nconsole.log('now');\nawait new Promise((done) => setTimeout(done, 10));",
	'timers in their order':
		"setTimeout(() => console.log('b'), 20);\nsetTimeout(() => console.log('a'), 1);\nawait new Promise((done) => setTimeout(done, 60));",
	'equal timers keep their order':
		'for (const n of [1, 2, 3]) setTimeout(() => console.log(n), 3);\nawait new Promise((done) => setTimeout(done, 30));',
	'a timer that is cleared':
		"const id = setTimeout(() => console.log('never'), 1);\nclearTimeout(id);\nawait new Promise((done) => setTimeout(done, 20));\nconsole.log('end');",
	'a timer with arguments':
		"setTimeout((a, b) => console.log(a, b), 1, 'x', 2);\nawait new Promise((done) => setTimeout(done, 20));",
	'an interval that ends':
		'let n = 0;\nawait new Promise((done) => {\n\tconst id = setInterval(() => {\n\t\tconsole.log(++n);\n\t\tif (n === 3) {\n\t\t\tclearInterval(id);\n\t\t\tdone();\n\t\t}\n\t}, 1);\n});',
	queueMicrotask:
		"queueMicrotask(() => console.log('b'));\nPromise.resolve().then(() => console.log('c'));\nconsole.log('a');\nawait 0;\nawait 0;",
	'async and then':
		'async function f() {\n\tconsole.log(1);\n\tawait null;\n\tconsole.log(3);\n}\nf().then(() => console.log(4));\nconsole.log(2);\nawait new Promise((done) => setTimeout(done, 5));',
	'await of what is no promise': 'console.log(await 5, await { then: (done) => done(6) });',
	'all, race, allSettled':
		'const late = (n, ms) => new Promise((done) => setTimeout(done, ms, n));\nconsole.log((await Promise.all([late(1, 8), late(2, 1)])).join());\nconsole.log(await Promise.race([late(1, 30), late(2, 1)]));\nconsole.log((await Promise.allSettled([1, Promise.reject(2)])).map(({ status }) => status).join());',
	'finally passes on': 'console.log(await Promise.resolve(1).finally(() => 2));',
	'an async loop':
		'for (const n of [1, 2, 3]) {\n\tawait new Promise((done) => setTimeout(done, 1));\n\tconsole.log(n);\n}',
	'a generator that waits':
		'async function* f() {\n\tyield 1;\n\tawait 0;\n\tyield 2;\n}\nfor await (const n of f()) console.log(n);',
	'a promise settles once':
		"const p = new Promise((done, fail) => {\n\tdone(1);\n\tfail(new Error('x'));\n\tdone(2);\n});\nconsole.log(await p);"
};

const line = (...expressions: string[]): string =>
	expressions.map((one) => `console.log(String(${one}));`).join('\n');

const NUMBERS: Record<string, Program> = {
	tenths: line('0.1 + 0.2', '0.1 * 3', '1 - 0.9', '4.35 * 100', '1.005 * 1000'),
	rounding: line(
		'Math.round(2.5)',
		'Math.round(-2.5)',
		'Math.round(1.005 * 100) / 100',
		'(1.005).toFixed(2)',
		'(2.5).toFixed(0)',
		'(1.45).toFixed(1)',
		'(-1.5).toFixed(0)'
	),
	'minus zero': line(
		'Object.is(-0, 0)',
		'-0 === 0',
		'1 / -0',
		'Math.min(0, -0)',
		'[-0].includes(0)',
		'JSON.stringify(-0)'
	),
	'not a number': line(
		'NaN === NaN',
		"Number('a')",
		"Number('')",
		"Number(' 12 ')",
		"Number('12px')",
		"parseInt('12px')",
		"parseFloat('3,5')",
		'Number(null)',
		'Number(undefined)',
		'Number([])',
		'Number([5])',
		'isNaN("a")',
		'Number.isNaN("a")'
	),
	'text and number': line(
		"'5' + 1",
		"'5' - 1",
		"'5' * '2'",
		"1 + 2 + '3'",
		"'3' + 1 + 2",
		"+'7' + 1",
		'[] + {}',
		'[1, 2] + [3]',
		'true + 1',
		'null + 1',
		'undefined + 1'
	),
	'equal or not': line(
		"'5' == 5",
		"'5' === 5",
		'null == undefined',
		'null == 0',
		"'' == 0",
		'[] == false',
		'[1] == 1',
		'NaN != NaN',
		"'a' < 'B'",
		"'10' < '9'",
		"'10' < 9"
	),
	'what counts as true': line(
		'!!""',
		'!!"0"',
		'!!0',
		'!![]',
		'!!{}',
		'!!NaN',
		'0 || "x"',
		'0 ?? "x"',
		'"" && 1'
	),
	division: line(
		'7 / 2',
		'Math.floor(7 / 2)',
		'Math.trunc(-7 / 2)',
		'Math.floor(-7 / 2)',
		'7 % 3',
		'-7 % 3',
		'5.5 % 2',
		'1 / 0',
		'-1 / 0',
		'0 / 0'
	),
	powers: line('2 ** 10', '(-2) ** 2', '2 ** -1', '2 ** 0.5', 'Math.cbrt(27)', 'Math.hypot(3, 4)'),
	'large numbers': line(
		'Number.MAX_SAFE_INTEGER',
		'9007199254740993',
		'2 ** 53 === 2 ** 53 + 1',
		'1e21',
		'123456789012345680000',
		'0.000001',
		'0.0000001',
		'10n ** 20n'
	),
	bits: line('5 & 3', '5 | 3', '5 ^ 3', '~5', '1 << 31', '-1 >>> 0', '5 >> 1', '2 ** 32 | 0'),
	bases: line(
		"parseInt('ff', 16)",
		"parseInt('08')",
		'(255).toString(2)',
		'0b101 + 0o17 + 0xff',
		'1_000_000',
		"Number('0x10')",
		"parseInt('')"
	),
	'smallest and largest of nothing': line(
		'Math.max()',
		'Math.min()',
		'Math.max(...[])',
		'Math.max(1, "3", 2)',
		'Math.max(1, "a")'
	),
	'sorting numbers': line(
		'[10, 9, 1].sort().join()',
		'[10, 9, 1].sort((a, b) => a - b).join()',
		"['b', 'a', 'C'].sort().join()",
		'[3, undefined, 1].sort().join()',
		'[1, 2, 3].toString()'
	),
	'the sum of a list': line(
		'[0.1, 0.2, 0.3].reduce((a, b) => a + b)',
		'[1, 2].reduce((a, b) => a + b, "")',
		'[5].reduce((a, b) => a + b)'
	),
	counting: 'let n = 1;\nconsole.log(n++ + ++n, n);\nconsole.log(n-- - --n, n);',
	'no list to sum': '[].reduce((a, b) => a + b);'
};

const DATES: Record<string, Program> = {
	'a date in UTC': line(
		"new Date('2026-03-01').toISOString()",
		'new Date(Date.UTC(2026, 0, 31)).toISOString()',
		"new Date('2026-02-30T00:00Z').getTime()",
		'Date.UTC(2026, 1, 30)'
	),
	'months begin with 0': line(
		'new Date(2026, 0, 31).getMonth()',
		'new Date(2026, 12, 1).getFullYear()',
		'new Date(2026, 1, 31).getDate()',
		'new Date(2024, 1, 29).getDate()'
	),
	'days of the week': line(
		'new Date(Date.UTC(2026, 10, 29)).getUTCDay()',
		'new Date(Date.UTC(2000, 0, 1)).getUTCDay()'
	),
	'a date that is none':
		"const d = new Date('tomorrow');\nconsole.log(String(d), isNaN(d));\nd.toISOString();",
	'dates are compared': line(
		'new Date(0) < new Date(1)',
		'new Date(0) == new Date(0)',
		'new Date(5) - new Date(2)',
		'+new Date(7)'
	),
	'a day more':
		'const d = new Date(Date.UTC(2026, 11, 31));\nd.setUTCDate(d.getUTCDate() + 1);\nconsole.log(d.toISOString());',
	'JSON of a date': line(
		'JSON.stringify({ at: new Date(0) })',
		'new Date(JSON.parse(JSON.stringify(new Date(5)))).getTime()'
	),
	'one number is milliseconds': line('new Date(2026).getTime()', 'new Date(0).toISOString()'),
	'the time in another zone': line(
		"new Date(0).toLocaleString('fr-BE', { timeZone: 'Europe/Brussels' })",
		"new Intl.DateTimeFormat('nl-BE', { timeZone: 'UTC', dateStyle: 'long' }).format(new Date(0))",
		"new Intl.NumberFormat('fr-BE', { style: 'currency', currency: 'EUR' }).format(1234.5)",
		"new Intl.NumberFormat('nl-BE').format(1234.5)"
	)
};

const STRINGS: Record<string, Program> = {
	'parts of a text': line(
		"'Bruxelles'.slice(0, 3)",
		"'Bruxelles'.slice(-3)",
		"'abc'.substring(2, 0)",
		"'abc'.at(-1)",
		"'abc'[5]",
		"'abc'.charAt(5)",
		"'a-b-c'.split('-').length",
		"'abc'.split('').join()",
		"''.split(',').length"
	),
	capitals: line("'éÉß'.toUpperCase()", "'ÎLE'.toLowerCase()", "'i'.toLocaleUpperCase('tr')", "'ĳ'.length"),
	'signs of two units': line(
		"'🚋'.length",
		"[...'🚋a'].length",
		"'🚋'.charCodeAt(0)",
		"'🚋'.codePointAt(0)",
		"'é'.normalize('NFD').length",
		"'e\\u0301' === 'é'",
		"'🚋'.split('').length"
	),
	'changes of a text': line(
		"'a-b-a'.replace('a', 'x')",
		"'a-b-a'.replaceAll('a', 'x')",
		"'a1b2'.replace(/\\d/g, (d) => d * 2)",
		"'  a '.trim() + '|'",
		"'5'.padStart(3, '0')",
		"'ab'.repeat(2)",
		"'$1'.replace('$1', '$&$&')"
	),
	'texts do not change':
		"const a = 'abc';\na.toUpperCase();\nconsole.log(a);\ntry {\n\ta[0] = 'x';\n} catch (error) {\n\tconsole.log(error.name);\n}",
	'sorting words': line(
		"['é', 'z', 'a'].sort().join()",
		"['é', 'z', 'a'].sort((a, b) => a.localeCompare(b, 'fr')).join()",
		"'a'.localeCompare('B')",
		"['10', '9'].sort().join()"
	),
	templates: "const name = 'Ama';\nconsole.log(`a\n${name}: ${1 + 1} ${[1, 2]} ${{}} ${`in ${name}`}`);",
	'signs in a text': "console.log('a\\tb\\\\c\\u00e9\\x41\\'', \"l'été\", 'say \"x\"');",
	'looking for': line(
		"'abc'.indexOf('z')",
		"'abc'.includes('')",
		"'abc'.search(/c/)",
		"'a.b'.match(/./g).join()",
		"'x1y22'.match(/\\d+/)[0]",
		"'abc'.match(/z/)",
		"[...'a1b2'.matchAll(/\\d/g)].length",
		"/^é$/u.test('é')"
	),
	'a pattern remembers': "const p = /a/g;\nconsole.log(p.test('a'), p.test('a'), p.lastIndex);",
	'named groups': "const { day } = '29/11'.match(/(?<day>\\d+)\\/(?<month>\\d+)/).groups;\nconsole.log(day);",
	'text of values': line(
		'[1, [2, [3]]]',
		'{}',
		'null',
		'[null, undefined].join()',
		'(() => 1)',
		"Symbol('a').toString()",
		'new Error("x")',
		'[,1].length',
		'JSON.stringify({ a: undefined, b: () => 1, c: NaN })',
		'JSON.stringify([undefined])'
	),
	typeof: line(
		'typeof null',
		'typeof []',
		'typeof NaN',
		'typeof (() => 1)',
		'typeof 1n',
		'typeof undefined',
		'typeof class {}',
		'Array.isArray([])'
	),
	lists: line(
		'[1, 2, 3].indexOf(4)',
		'[1, 2, 3].at(-1)',
		'[3, 1, 2].toSorted().join()',
		'[1, 2, 3].slice(1).join()',
		'[1, 2, 3, 4].splice(1, 2).join()',
		'[[1], [2, [3]]].flat().join()',
		'[..."ab"].entries().next().value.join()',
		'Array.from({ length: 3 }, (_, i) => i).join()',
		'new Array(3).join("-")',
		"['1', '2', '3'].map(parseInt).join()"
	),
	'keys in their order': line(
		'Object.keys({ b: 1, 2: 1, a: 1, 1: 1 }).join()',
		"[...new Map([['a', 1], ['b', 2]])].join()",
		'[...new Set([1, 1, 2])].join()',
		'Object.entries({ a: 1 }).join()',
		"Object.fromEntries([['x', 1]]).x",
		"'a' in { a: undefined }",
		"Object.hasOwn({}, 'toString')"
	)
};

/** Kind of thing → what it is about → program. */
export const PROGRAMS: Readonly<Record<string, Readonly<Record<string, Program>>>> = {
	modules: MODULES,
	scopes: SCOPES,
	errors: ERRORS,
	timers: TIMERS,
	numbers: NUMBERS,
	dates: DATES,
	strings: STRINGS
};

/** What no engine starts: Node refuses it before the first line runs. */
export const REFUSED: Readonly<Record<string, Program>> = {
	'what is a comment in a page': 'let b = 2;\nconst less = 1 <!--b;\nconsole.log(less, b);',
	'a comment of a page': 'console.log(1);\n<!-- later -->\nconsole.log(2);',
	'the end of a comment of a page': 'console.log(1);\n--> later\nconsole.log(2);',
	'an export that is not there': main("import { totl } from './a.js';\ntotl();", {
		'a.js': 'export const total = 1;'
	}),
	'an export that is spelt with a capital': main("console.log(1);\nimport { Total } from './a.js';", {
		'a.js': 'export const total = 1;'
	}),
	'no default': main("import total from './a.js';\ntotal();", { 'a.js': 'export const total = 1;' }),
	'an empty file': main("import { total } from './a.js';\ntotal();", { 'a.js': '' }),
	'no export': main("import { total } from './a.js';\ntotal();", { 'a.js': 'const total = 1;' }),
	'a default where a name is asked for': main("import { total } from './a.js';", {
		'a.js': 'export default function total() {}'
	}),
	'passed on and not there': main("import './b.js';", {
		'a.js': 'export const a = 1;',
		'b.js': "export { b } from './a.js';"
	}),
	'a name twice': 'let a = 1;\nlet a = 2;',
	'a name twice with var': 'let a = 1;\nvar a = 2;',
	'a function twice': 'const f = 1;\nfunction f() {}',
	'two functions of one name': 'function f() {}\nfunction f() {}',
	'an export twice': 'export const a = 1;\nexport { a };',
	'an export of nothing': 'export { nothing };',
	'a parameter twice': '"x";\nfunction f(a, a) {}',
	'a constant without a value': 'const a;',
	'await in a function': 'function f() {\n\tawait 1;\n}',
	'return at the top': 'export const a = 1;\nreturn a;',
	'break outside a loop': 'if (true) {\n\tbreak;\n}',
	'an octal number': 'const a = 1;\nconst b = 012;',
	'delete of a name': 'const a = 1;\ndelete a;',
	with: 'const o = {};\nwith (o) {}',
	'a bad pattern': 'const a = 1;\nconst p = /(/;',
	'a private name that is not there': 'class A {\n\tf() {\n\t\treturn this.#n;\n\t}\n}',
	'super outside a class': 'function f() {\n\tsuper.x();\n}',
	'an import in a block': "if (true) {\n\timport './a.js';\n}",
	'a keyword as a name': 'const class = 1;',
	'yield as a name': 'let a;\nlet yield = 1;',
	'eval as a name': 'let a;\nlet eval = 1;'
};
