import { main, type Program } from './program.ts';

/** Corners of modules: what tools that rewrite them get wrong. */
export const MODULE_EDGES: Record<string, Program> = {
	'two stars of one name': main(
		"import * as all from './both.js';\nconsole.log(Object.keys(all).join());\nconsole.log(String(all.same));",
		{
			'a.js': 'export const same = 1;\nexport const a = 1;',
			'b.js': 'export const same = 2;\nexport const b = 2;',
			'both.js': "export * from './a.js';\nexport * from './b.js';"
		}
	),
	'two stars that lead to one value': main("import { same } from './both.js';\nconsole.log(same);", {
		'root.js': 'export const same = 1;',
		'a.js': "export * from './root.js';",
		'b.js': "export { same } from './root.js';",
		'both.js': "export * from './a.js';\nexport * from './b.js';"
	}),
	'stars in a circle': main(
		"import * as all from './a.js';\nconsole.log(Object.keys(all).join());\nconsole.log(all.a, all.b);",
		{
			'a.js': "export * from './b.js';\nexport const a = 1;",
			'b.js': "export * from './a.js';\nexport const b = 2;"
		}
	),
	'a circle of stars of which another file imports': main(
		"import './a.js';\nimport * as all from './b.js';\nconsole.log(Object.keys(all).join());",
		{
			'a.js': "export * from './b.js';\nexport const a = 1;",
			'b.js': "export * from './c.js';\nexport const b = 2;",
			'c.js': "export * from './a.js';\nexport const c = 3;"
		}
	),
	'a star with a name': main(
		"import { tools } from './b.js';\nconsole.log(tools.twice(2), Object.keys(tools).join());",
		{
			'a.js': 'export const twice = (n) => n * 2;\nexport default 1;',
			'b.js': "export * as tools from './a.js';"
		}
	),
	'a star as the default': main("import tools from './b.js';\nconsole.log(tools.n);", {
		'a.js': 'export const n = 1;',
		'b.js': "export * as default from './a.js';"
	}),
	'a namespace too early': main("import './a.js';", {
		'a.js': "import * as b from './b.js';\nexport const a = 1;\nconsole.log(b.b);",
		'b.js': "import * as a from './a.js';\nexport const b = 2;\nconsole.log(a.a);"
	}),
	'what a namespace is': main(
		"import * as all from './a.js';\nconsole.log(String(all[Symbol.toStringTag]), Object.prototype.toString.call(all), all instanceof Object);\nconsole.log(`${all}`);",
		{ 'a.js': 'export const n = 1;' }
	),
	'a namespace is spread': main("import * as all from './a.js';\nconsole.log(JSON.stringify({ ...all }));", {
		'a.js': 'export const z = 1;\nexport const a = 2;\nexport default 3;'
	}),
	'the same namespace': main(
		"import * as one from './a.js';\nimport * as two from './a.js';\nconst three = await import('./a.js');\nconsole.log(one === two, one === three);",
		{ 'a.js': 'export const n = 1;' }
	),
	'a function called then': main("const all = await import('./a.js');\nconsole.log(String(all));", {
		'a.js': "export function then(resolve) {\n\tresolve('other');\n}"
	}),
	'names that are no names': main("import { 'a b' as ab } from './a.js';\nconsole.log(ab);", {
		'a.js': "const n = 1;\nexport { n as 'a b' };"
	}),
	'a name that is imported twice': main(
		"import { n, n as m } from './a.js';\nimport { n as o } from './a.js';\nconsole.log(n, m, o);",
		{ 'a.js': 'export const n = 1;' }
	),
	'a binding passed on twice': main(
		"import { n, add } from './c.js';\nadd();\nconsole.log(n);\nadd();\nconsole.log(n);",
		{
			'a.js': 'export let n = 0;\nexport function add() {\n\tn++;\n}',
			'b.js': "export { n, add } from './a.js';",
			'c.js': "import { n, add } from './b.js';\nexport { n, add };"
		}
	),
	'a function is exchanged': main(
		"import { say, change } from './a.js';\nconsole.log(say());\nchange();\nconsole.log(say());",
		{
			'a.js':
				"export function say() {\n\treturn 'one';\n}\nexport function change() {\n\tsay = () => 'two';\n}"
		}
	),
	'a default function is exchanged': main(
		"import say, { change } from './a.js';\nconsole.log(say());\nchange();\nconsole.log(say());",
		{
			'a.js':
				"export default function say() {\n\treturn 'one';\n}\nexport function change() {\n\tsay = () => 'two';\n}"
		}
	),
	'a default class that knows its name': main("import A from './a.js';\nconsole.log(A.name, A.own);", {
		'a.js': 'export default class {\n\tstatic own = this.name;\n}'
	}),
	'a default class with a name of its own': main("import A from './a.js';\nconsole.log(String(A.name));", {
		'a.js': "export default class {\n\tstatic name = 'mine';\n}"
	}),
	'a default async generator': main(
		"import list from './a.js';\nfor await (const n of list()) console.log(n, list.name);",
		{
			'a.js': 'export default async function* () {\n\tyield 1;\n\tyield 2;\n}'
		}
	),
	'a default with no semicolon': main("import n from './a.js';\nconsole.log(n);", {
		'a.js': 'export default 1 + 1\nconst [a] = [3]\nconsole.log(a)'
	}),
	'a default object': main("import o from './a.js';\nconsole.log(o.n, o.f.name);", {
		'a.js': 'export default { n: 1, f() {} }'
	}),
	'a default before its line': main("import { f } from './a.js';\nconsole.log(f());", {
		'a.js': "import n from './b.js';\nexport const f = () => n;",
		'b.js':
			"import { f } from './a.js';\ntry {\n\tf();\n} catch (error) {\n\tconsole.log(error.name);\n}\nexport default 5;"
	}),
	'arguments at the top': 'console.log(typeof arguments);\nconsole.log(arguments.length);',
	'arguments in an arrow at the top': 'const f = () => typeof arguments;\nconsole.log(f(1));',
	'exports are no words of a module':
		"import './a.js';\n".replace("import './a.js';\n", '') +
		'export const a = 1;\nconsole.log(typeof exports, typeof module, typeof require);',
	'a name like ours':
		'const exports_ = 1, api = 2, given = 3, load = 4, body = 5, define = 6;\nconsole.log(exports_ + api + given + load + body + define);',
	'names of files that are no names': main(
		"import a from './1-a.b.js';\nimport b from './dir/b.js';\nconsole.log(a, b);",
		{
			'1-a.b.js': 'export default 1;',
			'dir/b.js': "import a from '../1-a.b.js';\nexport default a + 1;"
		}
	),
	'a prototype’s names as exports': main(
		"import { toString, constructor, hasOwnProperty, __proto__ as p } from './a.js';\nconsole.log(toString, constructor, hasOwnProperty, p);",
		{
			'a.js': 'const n = 1;\nexport { n as toString, n as constructor, n as hasOwnProperty, n as __proto__ };'
		}
	),
	'import.meta':
		"console.log(typeof import.meta, typeof import.meta.url, import.meta.url.startsWith('file:') || import.meta.url.length > 0);",
	'import() with a name in a variable': main(
		"const name = './a.js';\nconst { n } = await import(name);\nconsole.log(n);",
		{
			'a.js': 'export const n = 1;'
		}
	),
	'import() with a name that is put together': main(
		"for (const one of ['a', 'b']) console.log((await import(`./${one}.js`)).n);",
		{
			'a.js': 'export const n = 1;',
			'b.js': 'export const n = 2;'
		}
	),
	'import() is a promise': main(
		"const p = import('./a.js');\nconsole.log(p instanceof Promise);\np.then(({ n }) => console.log(n));\nawait p;",
		{
			'a.js': 'export const n = 1;'
		}
	),
	'import() of a file twice': main(
		"await Promise.all([import('./a.js'), import('./a.js')]);\nconsole.log('end');",
		{
			'a.js': "console.log('once');"
		}
	),
	'import() of what throws, twice': main(
		"for (const time of [1, 2]) {\n\ttry {\n\t\tawait import('./a.js');\n\t} catch (error) {\n\t\tconsole.log(time, error.message);\n\t}\n}",
		{ 'a.js': "console.log('runs');\nthrow new Error('broken');" }
	),
	'import() in a circle': main("const a = await import('./a.js');\nconsole.log(await a.late());", {
		'a.js': "export const n = 1;\nexport const late = async () => (await import('./b.js')).m;",
		'b.js': "import { n } from './a.js';\nexport const m = n + 1;"
	}),
	'await in a circle': main("import { a } from './a.js';\nconsole.log('main', a);", {
		'a.js': "import { b } from './b.js';\nconsole.log('a', b);\nexport const a = await 1;",
		'b.js': "import './a.js';\nawait null;\nconsole.log('b');\nexport const b = 2;"
	}),
	'await in a circle, entered twice': main("import './a.js';\nimport './b.js';\nconsole.log('main');", {
		'a.js': "import './b.js';\nconsole.log('a1');\nawait null;\nconsole.log('a2');",
		'b.js': "import './a.js';\nconsole.log('b1');\nawait null;\nconsole.log('b2');"
	}),
	'await in one of two': main("import './slow.js';\nimport './fast.js';\nconsole.log('main');", {
		'slow.js':
			"console.log('slow 1');\nawait new Promise((resolve) => setTimeout(resolve, 5));\nconsole.log('slow 2');",
		'fast.js': "console.log('fast');"
	}),
	'await in what two others need': main("import './a.js';\nimport './b.js';\nconsole.log('main');", {
		'a.js': "import './slow.js';\nconsole.log('a');",
		'b.js': "import './slow.js';\nconsole.log('b');",
		'slow.js': "await new Promise((resolve) => setTimeout(resolve, 2));\nconsole.log('slow');"
	}),
	'an error after await in a module': main("import './a.js';\nconsole.log('never');", {
		'a.js': "await null;\n\nthrow new RangeError('late');"
	}),
	'an error after await, beside another module': main(
		"import './a.js';\nimport './b.js';\nconsole.log('never');",
		{
			'a.js': "await null;\nthrow new RangeError('late');",
			'b.js': "console.log('b');"
		}
	),
	'microtasks before main': main("import './a.js';\nconsole.log('main');", {
		'a.js': "Promise.resolve().then(() => console.log('then'));\nconsole.log('a');"
	}),
	'microtasks and await at the top': main("import './a.js';\nconsole.log('main');", {
		'a.js':
			"Promise.resolve().then(() => console.log('then 1')).then(() => console.log('then 2'));\nawait null;\nconsole.log('a');"
	}),
	'a block function and await':
		'if (true) {\n\tfunction f() {\n\t\treturn 1;\n\t}\n\tconsole.log(f());\n}\nawait null;\nconsole.log(typeof f);',
	'var after await': 'console.log(a);\nawait null;\nvar a = 1;\nconsole.log(a, globalThis.a);',
	'a let after await, in a function':
		'const f = () => late;\ntry {\n\tf();\n} catch (error) {\n\tconsole.log(error.message);\n}\nawait null;\nlet late = 1;\nconsole.log(f());',
	'using its own export through import': main(
		"export let n = 1;\nimport { n as own } from './main.js';\nn = 2;\nconsole.log(own);",
		{}
	),
	'a name that is imported and shadowed in a loop': main(
		"import { n } from './a.js';\nfor (const n of [1, 2]) console.log(n);\n{\n\tlet n = 'inner';\n\tconsole.log(n);\n}\ntry {\n\tthrow 'x';\n} catch (n) {\n\tconsole.log(n);\n}\nconsole.log(((n) => n)(9), n);",
		{ 'a.js': "export const n = 'imported';" }
	),
	'a name that is imported in patterns': main(
		"import { n } from './a.js';\nconst { a = n, [n]: b } = { key: 5 };\nconst o = { n, [n]: n, f() { return n; }, get g() { return n; } };\nclass C {\n\t[n] = n;\n\tstatic s = n;\n}\nconsole.log(a, b, o.n, o.key, o.f(), o.g, new C().key, C.s, `${n}`);",
		{ 'a.js': "export const n = 'key';" }
	),
	'a label like an import': main(
		"import { outer } from './a.js';\nouter: for (const a of [1, 2]) {\n\tfor (const b of [1, 2]) {\n\t\tif (b === 2) continue outer;\n\t\tconsole.log(a, b, outer);\n\t}\n}",
		{
			'a.js': "export const outer = 'o';"
		}
	),
	'typeof of what is imported too early': main("import './a.js';", {
		'a.js': "import './b.js';\nexport const a = 1;",
		'b.js': "import { a } from './a.js';\nconsole.log(typeof a);"
	}),
	'an imported function without a receiver': main(
		"import { f } from './a.js';\nimport * as all from './a.js';\nconsole.log(f(), all.f(), (0, all.f)(), f?.(), f.call(3));",
		{
			'a.js': 'export function f() {\n\treturn typeof this;\n}'
		}
	),
	'an imported class with new and a member': main(
		"import * as all from './a.js';\nimport { A } from './a.js';\nconsole.log(new A(2).n, new all.A(3).n, new A(1) instanceof all.A, new A.B().n);",
		{
			'a.js':
				'export class A {\n\tconstructor(n) {\n\t\tthis.n = n;\n\t}\n\tstatic B = class {\n\t\tn = 7;\n\t};\n}'
		}
	),
	'what is not there in a namespace': main(
		"import * as all from './a.js';\nconsole.log(all.nothing);\nall.nothing();",
		{ 'a.js': 'export const n = 1;' }
	),
	'a line of comments before': '/* a\n b */ /* c */\n// d\nthrow new Error("here"); // e',
	'an error on a long line': `const list = [${'1, '.repeat(400)}1]; null.x;`,
	'carriage returns': "console.log('a');\r\nconst f = () => {\r\n\tnull.x;\r\n};\r\nf();\r\n",
	'a sign of byte order': "\ufeffconsole.log('a');\nnull.x;",
	'a shebang': "#!/usr/bin/env node\nconsole.log('a');\nnull.x;"
};
