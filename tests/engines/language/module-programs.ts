import { main, type Program } from './program.ts';

export const MODULES: Record<string, Program> = {
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
	'a caught error says an imported name as it is written': main(
		"import { n, list, Shop } from './a.js';\nconst tell = (f) => {\n\ttry {\n\t\tf();\n\t} catch (error) {\n\t\tconsole.log(error.name, error.message);\n\t}\n};\ntell(() => n(1));\ntell(() => new n());\ntell(() => [...n]);\ntell(() => list.total());\ntell(() => Shop());\nn`x`;",
		{ 'a.js': 'export const n = 1;\nexport const list = [];\nexport class Shop {}' }
	),
	'what a pattern takes of a caught error': main(
		"import { n } from './a.js';\ntry {\n\tn();\n} catch ({\n\tname,\n\tmessage: said = n,\n\t...rest\n}) {\n\tname += '!';\n\tconsole.log(name, said, Object.keys(rest).length);\n}\ntry {\n\tthrow [n, 2];\n} catch ([a, b]) {\n\tconsole.log(a, b);\n\tmissing();\n}",
		{ 'a.js': 'export const n = 1;' }
	),
	'what is caught is the same thing': main(
		"import { n } from './a.js';\nconst mine = new TypeError('mine');\nfor (const one of [mine, n, null, 'x', Object.freeze(new Error('f'))]) {\n\ttry {\n\t\tthrow one;\n\t} catch (error) {\n\t\tconsole.log(error === one, String(error));\n\t}\n}",
		{ 'a.js': 'export const n = 1;' }
	),
	'a promise that is awaited is caught in its own words': main(
		"import { n } from './a.js';\nconst later = async () => n();\ntry {\n\tawait later();\n} catch (error) {\n\tconsole.log(error.message);\n} finally {\n\tconsole.log('end');\n}",
		{ 'a.js': 'export const n = 1;' }
	),
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
