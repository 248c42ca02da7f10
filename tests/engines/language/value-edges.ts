import { line, type Program } from './program.ts';

export const VALUE_EDGES: Record<string, Program> = {
	'the identity of a tag’s strings':
		'const tag = (s) => s;\nconst f = () => tag`a${1}b`;\nconsole.log(f() === f(), tag`a${1}b` === tag`a${1}b`, f().raw.join("|"), Object.isFrozen(f()));',
	'raw texts': line('String.raw`a\\n${1}b`', 'String.raw`C:\\temp`', '`a\\u{1F600}b`.length', "'\\x41'"),
	'a species':
		'class List extends Array {\n\tstatic get [Symbol.species]() {\n\t\treturn Array;\n\t}\n}\nconst a = List.from([1, 2]);\nconsole.log(a instanceof List, a.map((n) => n) instanceof List, a.length, new List(3).length);',
	'a subclass of Error':
		"class Bad extends Error {}\nconst bad = new Bad('x');\nconsole.log(bad.name, String(bad), bad instanceof Bad, bad instanceof Error, bad.constructor.name);\nthrow bad;",
	'a subclass of Error with a name': "class Bad extends Error {\n\tname = 'Bad';\n}\nthrow new Bad('x');",
	'an error with a name that was set': "const error = new Error('x');\nerror.name = 'Mine';\nthrow error;",
	'an error without a message': 'throw new Error();',
	'an error called': "throw Error('called');",
	'throw null': 'throw null;',
	'throw undefined': 'throw undefined;',
	'throw a number': 'throw 5;',
	'throw a symbol': "throw Symbol('s');",
	'private methods':
		'class A {\n\t#n = 1;\n\t#twice() {\n\t\treturn this.#n * 2;\n\t}\n\tget value() {\n\t\treturn this.#twice();\n\t}\n\tstatic #count = 0;\n\tstatic make() {\n\t\tA.#count++;\n\t\treturn A.#count;\n\t}\n}\nconsole.log(new A().value, A.make(), A.make());\nA.prototype.value;',
	'a private field of another':
		'class A {\n\t#n = 1;\n\tstatic read(o) {\n\t\treturn o.#n;\n\t}\n}\nA.read({});',
	'accessors of classes':
		"class A {\n\tstatic #all = new Map();\n\tstatic { this.#all.set('a', 1); }\n\tstatic get size() { return this.#all.size; }\n\taccessor_ = 1;\n\t'quoted name' = 2;\n\t[`x${1}`] = 3;\n\t*items() { yield* [1, 2]; }\n\tasync get_() { return 1; }\n}\nconsole.log(A.size, Object.keys(new A()).join(), [...new A().items()].join());",
	'a closure in a loop with a changed counter':
		'const all = [];\nfor (let i = 0; i < 4; i++) {\n\tall.push(() => i);\n\ti++;\n}\nconsole.log(all.map((f) => f()).join());',
	'a do-while with continue':
		'let i = 0;\ndo {\n\ti++;\n\tif (i === 2) continue;\n\tconsole.log(i);\n} while (i < 3);',
	'for in':
		"const o = { b: 1, a: 2, 1: 3, 0: 4 };\nconst child = Object.create(o, { c: { value: 1, enumerable: true }, d: { value: 1 } });\nconst keys = [];\nfor (const key in child) keys.push(key);\nconsole.log(keys.join());\nfor (const i in ['x', 'y']) console.log(typeof i, i);",
	holes: line(
		'[1, , 3].length',
		'1 in [1, , 3]',
		'[1, , 3].map((n) => 2).join()',
		'[, ].length',
		'Array(3).join("-")',
		'[...Array(2)].join("-")',
		'[1, , 3].indexOf(undefined)',
		'[1, , 3].includes(undefined)',
		'Object.keys([1, , 3]).join()',
		'[1, , 3].flat().length'
	),
	'sorting is stable':
		"const people = [['a', 2], ['b', 1], ['c', 2], ['d', 1], ['e', 2], ['f', 1], ['g', 2], ['h', 1], ['i', 2], ['j', 1], ['k', 2], ['l', 1]];\nconsole.log(people.sort((x, y) => x[1] - y[1]).map(([n]) => n).join(''));\nconsole.log([3, undefined, 1, , 2].sort().length, [3, undefined, 1].sort().join());\nconsole.log([5, 1, 4].toSorted().join(), [1, 2].toReversed().join(), [1, 2, 3].with(1, 9).join(), [1, 2, 3].toSpliced(1, 1).join());",
	'a comparison that gives true or false':
		'console.log([3, 1, 2].sort((a, b) => a > b).join(), [3, 1, 2].sort((a, b) => (a > b ? 1 : -1)).join());',
	'lists from the end': line(
		'[1, 2, 3].at(-1)',
		'[1, 2, 3].findLast((n) => n < 3)',
		'[1, 2, 3].findLastIndex((n) => n > 5)',
		'[3, 4].entries().next().value.join()',
		'[1, [2, [3, [4]]]].flat(Infinity).join()',
		'[1, 2].flatMap((n) => [n, n]).join()',
		'Array.from({ length: 3 }, (_, i) => i).join()',
		'Array.of(7).length',
		'[1, 2, 3].copyWithin(0, 1).join()',
		'[1, 2, 3].fill(0, 1).join()'
	),
	bigints: line(
		'2n ** 64n',
		'7n / 2n',
		'-7n % 3n',
		'typeof 1n',
		'1n == 1',
		'1n === 1',
		'2n > 1',
		'BigInt(5) + 1n',
		'BigInt.asUintN(8, 257n)',
		'Number(2n ** 53n + 1n)',
		'parseInt("12n")',
		'[3n, 1, 2n].sort().join()'
	),
	'a bigint and Math': 'Math.max(1n, 2n);',
	'a bigint in JSON': 'JSON.stringify({ a: 1n });',
	'a bigint of a fraction': 'BigInt(1.5);',
	'a bigint divided by nought': '1n / 0n;',
	'shifts and bits': line(
		'1 << 31',
		'1 << 32',
		'-1 >>> 0',
		'-1 >>> 28',
		'5 & 3',
		'5 | 3',
		'5 ^ 3',
		'~5',
		'2 ** 31 | 0',
		'2 ** 53 + 1',
		'-(2 ** 2)',
		'7 % -3',
		'-7 % 3',
		'5.5 % 2'
	),
	'texts of numbers': line(
		'(1e21).toString()',
		'(123.456).toFixed(1)',
		'(0.000001234).toString()',
		'(255).toString(16)',
		'(0.5).toString(2)',
		'(1234.5678).toPrecision(6)',
		'(1e21).toFixed(2)',
		'(25).toString(36)',
		'1e-7',
		'100000000000000000000000',
		'0.1 + 0.7',
		'(-0).toFixed(2)'
	),
	'parsing numbers': line(
		'Number("0x1f")',
		'Number("1_000")',
		'Number("1e3")',
		'Number("Infinity")',
		'Number("\\n")',
		'Number("1,5")',
		'parseInt("08")',
		'parseInt("0x1f")',
		'parseInt("101", 2)',
		'parseInt(0.0000005)',
		'parseFloat(".5.5")',
		'parseInt(null)',
		'+[]',
		'+{}',
		'+"  "',
		'+true',
		'Number(new Date(5))',
		'[10, 10, 10].map(parseInt).join()'
	),
	surrogates: line(
		'"😀".length',
		'[..."😀é"].length',
		'"😀".codePointAt(0)',
		'"😀".charCodeAt(0)',
		'"😀"[0].length',
		'"é" === "é"',
		'"é".normalize() === "é".normalize()',
		'"👨‍👩‍👧".length',
		'[..."👨‍👩‍👧"].length',
		'"😀".split("").length',
		'"ß".toUpperCase()',
		'"İ".toLowerCase().length',
		'encodeURIComponent("é😀")',
		'"a\\ud800".isWellFormed()',
		'"😀".slice(0, 1).isWellFormed()',
		'"Ǆ".toLowerCase()'
	),
	'a lone surrogate': "encodeURIComponent('\\ud800');",
	'patterns with v': line(
		'/[\\p{L}--[a-z]]/v.test("a")',
		'/[\\p{L}--[a-z]]/v.test("é")',
		'/^\\p{RGI_Emoji}$/v.test("👨‍👩‍👧")',
		'/[\\p{ASCII}&&\\p{L}]/v.test("é")',
		'"été".match(/\\p{L}+/u)[0]',
		'"été".match(/\\w+/)[0]',
		'/\\bété\\b/.test("un été chaud")'
	),
	'patterns that look around': line(
		'"1000000".replace(/\\B(?=(\\d{3})+$)/g, " ")',
		'"a1b2".replace(/(?<=[a-z])\\d/g, "#")',
		'"2026-03-29".replace(/(?<y>\\d+)-(?<m>\\d+)-(?<d>\\d+)/, "$<d>/$<m>/$<y>")',
		'"aaa".lastIndexOf("a")',
		'[..."a1b22".matchAll(/\\d+/g)].map((m) => m.index).join()',
		'"abc".replace("b", "$&$&$$")',
		'"a.b.c".replaceAll(".", "-")',
		'"a,b,,c".split(",").length',
		'"abc".split(/(b)/).join("|")',
		'/a/y.test("ba")',
		'"x".replace("x", () => "$&")'
	),
	'replaceAll without g': "'aa'.replaceAll(/a/, 'b');",
	'a pattern that cannot be': "new RegExp('(');",
	structuredClone:
		"const o = { d: new Date(0), m: new Map([['a', [1]]]), s: new Set([1]), e: new RangeError('x') };\no.self = o;\nconst c = structuredClone(o);\nconsole.log(c.d.getTime(), c.m.get('a') === o.m.get('a'), c.m.get('a').join(), c.s.has(1), c.e.name, c.e.message, c.self === c);\nclass A { n = 1; }\nconsole.log(structuredClone(new A()) instanceof A);",
	'weak references':
		"const o = {};\nconst ref = new WeakRef(o);\nconsole.log(ref.deref() === o, new WeakMap([[o, 1]]).get(o), new WeakSet([o]).has(o), typeof FinalizationRegistry);\nnew WeakMap().set('a', 1);",
	causes:
		"try {\n\ttry {\n\t\tnull.x;\n\t} catch (cause) {\n\t\tthrow new Error('outer', { cause });\n\t}\n} catch (error) {\n\tconsole.log(error.message, error.cause.name, 'cause' in new Error('x'), Object.keys(error).length);\n}",
	'maps and sets': line(
		'new Map([[NaN, 1]]).get(NaN)',
		'new Map([[0, 1]]).has(-0)',
		'[...new Set([1, "1", 1])].length',
		'[...new Map([["a", 1]])].join()',
		'new Set("hello").size',
		'JSON.stringify(new Map([[1, 2]]))',
		'Object.fromEntries(new Map([["a", 1]])).a',
		'[...new Set([3, 1]).keys()].join()'
	),
	'changing a set in its loop':
		'const s = new Set([1]);\nfor (const n of s) {\n\tconsole.log(n);\n\tif (n < 4) s.add(n + 1);\n}\nconst a = [1, 2, 3, 4];\nfor (const n of a) {\n\tif (n === 2) a.splice(0, 1);\n\tconsole.log(n);\n}',
	proxies:
		"const seen = [];\nconst p = new Proxy({ a: 1 }, { get: (t, k) => (seen.push(String(k)), t[k]), has: () => true });\nconsole.log(p.a, p.b, 'zzz' in p, seen.join());\nnew Proxy({}, { set: () => false }).a = 1;",
	reflection: line(
		'Reflect.ownKeys({ b: 1, [Symbol("s")]: 2, 1: 3 }).map(String).join()',
		'Reflect.has([], "length")',
		'Reflect.construct(Date, [0]).getTime()',
		'Reflect.getPrototypeOf([]) === Array.prototype',
		'typeof Reflect.apply'
	),
	'a frozen list': 'Object.freeze([1]).push(2);',
	'adding to what is sealed': 'const o = Object.seal({ a: 1 });\no.a = 2;\nconsole.log(o.a);\no.b = 1;',
	'a property of a primitive': "const text = 'abc';\nconsole.log(text.length, text.foo);\ntext.foo = 1;",
	'an index of a text': "const text = 'abc';\ntext[0] = 'x';",
	'the length of a function': 'const f = function () {};\nf.length = 5;',
	'JSON and odd values': line(
		'JSON.stringify({ a: undefined, b() {}, c: Symbol("x") })',
		'JSON.stringify([undefined, NaN, Infinity, () => 1])',
		'JSON.stringify("é\\u2028\\ud800")',
		'JSON.stringify({ toJSON: () => "x" })',
		'JSON.stringify(new Date(0))',
		'JSON.stringify([new Number(3), new String("x")])',
		'JSON.parse("[1,2]", (k, v) => (typeof v === "number" ? v * 2 : v)).join()',
		'JSON.stringify({ a: [1, { b: 2 }] }, null, 2)',
		'JSON.stringify({ a: 1, b: 2 }, ["b"])',
		'JSON.stringify(undefined)',
		'JSON.stringify(-0)'
	),
	'JSON with a comma too many': "JSON.parse('[1,]');",
	'JSON of nothing': "JSON.parse('');",
	'JSON of undefined': 'JSON.parse(undefined);',
	'optional calls': "const o = { a: null, f: 5 };\nconsole.log(o.a?.b.c.d, o.x?.(), o?.['f']);\no.f?.();",
	'a default that is used':
		'const f = ({ a = 1, b: { c = 2 } = {} } = {}, ...[d = 3]) => [a, c, d].join();\nconsole.log(f(), f({ a: null }), f({ b: {} }, undefined));\nf(null);',
	'a computed name in a pattern':
		"const { ['x']: x = 1, ...rest } = { y: 2, z: 3 };\nconsole.log(x, Object.keys(rest).join());\nconst [a, , b = 5, ...c] = [1, 2, undefined, 4, 5];\nconsole.log(a, b, c.join());\nlet p = 1, q = 2;\n[p, q] = [q, p];\nconsole.log(p, q);",
	'valueOf and toString':
		"const o = { valueOf: () => 42, toString: () => 'text' };\nconsole.log(o + 1, `${o}`, o > 41, o == 42, [o] + '');\nconst d = { [Symbol.toPrimitive]: (hint) => hint };\nconsole.log(`${d}`, d + '', d * 1);\nObject.create(null) + '';",
	'getters that throw': "const o = { get a() {\n\tthrow new RangeError('no');\n} };\nObject.assign({}, o);",
	'names of functions that were bound':
		"function f() {}\nconst s = Symbol('sym');\nconst o = { [s]() {}, get g() { return 1; }, ['a' + 1]: () => {} };\nconsole.log(f.bind().name, o[s].name, Object.getOwnPropertyDescriptor(o, 'g').get.name, o.a1.name, new Function('return 1') instanceof Function);".replace(
			", new Function('return 1') instanceof Function",
			''
		),
	'texts of functions':
		'const o = { m ( ) { return 1 } , get  x() { return 2 } };\nconsole.log(String(o.m), String(Object.getOwnPropertyDescriptor(o, "x").get), String(class { a( ) {} }));',
	'long texts':
		"const long = 'é'.repeat(100000);\nconsole.log(long.length, long.slice(-3), 'x'.padStart(5, 'ab'), 'abc'.padEnd(2));\nthrow new Error('y'.repeat(300));",
	'a call of what is undefined in a chain': 'const o = { a: { b: undefined } };\no.a.b.c();',
	'a call of a property that is not there': "const o = { a: {} };\no.a.say('x');",
	'a call of a result': 'const f = () => 1;\nf()();',
	'a call of an element': 'const list = [1];\nlist[0]();',
	'a call in a map': '[1].map(undefined);',
	'reduce of nothing': '[].reduce((a, b) => a + b);',
	'an index of undefined': 'let list;\nlist[0];',
	'taking apart null': 'const { a } = null;',
	'taking apart undefined in a parameter': 'function f({ a }) {\n\treturn a;\n}\nf();',
	'taking apart what has no iterator': 'const [a] = {};',
	'spreading a number': 'Math.max(...5);',
	'new of an arrow': 'const A = () => {};\nnew A();',
	'a constructor that forgets super': 'class A {}\nclass B extends A {\n\tconstructor() {}\n}\nnew B();',
	'super twice':
		'class A {}\nclass B extends A {\n\tconstructor() {\n\t\tsuper();\n\t\tsuper();\n\t}\n}\nnew B();',
	'an error thrown by a setter of a class':
		'class Age {\n\tset value(n) {\n\t\tif (n < 0) throw new RangeError(`${n} is negative`);\n\t}\n}\nnew Age().value = -1;',
	'a symbol in a template': "`${Symbol('a')}`;",
	'Number of a symbol': "Number(Symbol('a'));",
	'a date that cannot be written': 'new Date(NaN).toISOString();',
	'a currency that is not there': "new Intl.NumberFormat('fr-BE', { style: 'currency' });",
	'padding of nothing':
		"console.log('5'.padStart(2, ''), 'abc'.at(5), 'abc'.substring(2, 0), 'abc'.substr(-2), 'abc'.slice(2, 0) === '');\n'a'.repeat(Infinity);",
	'codes of points that are none': 'String.fromCodePoint(-1);',
	'atob and btoa': "console.log(btoa('abc'), atob('YWJj'));",
	'web addresses':
		"const url = new URL('https://stib.be/a b?x=1&x=2#é');\nconsole.log(url.href, url.searchParams.getAll('x').join(), new URLSearchParams({ a: 'é &' }).toString());",
	encoders:
		"console.log(new TextEncoder().encode('é😀').join(), new TextDecoder().decode(new Uint8Array([195, 169])));"
};
