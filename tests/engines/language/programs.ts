import { EDGES } from './edge-programs.ts';
import { MODULES } from './module-programs.ts';
import { main, type Program } from './program.ts';
import { SETTING } from './setting-programs.ts';
import { DATES, NUMBERS, STRINGS } from './value-programs.ts';

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

/** Kind of thing → what it is about → program. */
export const PROGRAMS: Readonly<Record<string, Readonly<Record<string, Program>>>> = {
	modules: MODULES,
	scopes: SCOPES,
	errors: ERRORS,
	timers: TIMERS,
	numbers: NUMBERS,
	dates: DATES,
	setting: SETTING,
	strings: STRINGS,
	...EDGES
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
