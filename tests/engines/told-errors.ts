/** A program, with `act` that a test calls; what must be told of it, and the line that it is told with (null: nobody knows it). */
export type ToldCase = readonly [name: string, program: string, message: string, line: number | null];

/** Ways in which the message or the line of an error could be lost, or be said wrong. */
export const TOLD: readonly ToldCase[] = [
	[
		'a timer',
		"export const act = () => {\n\tsetTimeout(() => {\n\t\tthrow new Error('lost');\n\t}, 1);\n};",
		'lost',
		3
	],
	[
		'a name that is misspelt in a timer',
		'const names = [];\nexport const act = () => {\n\tsetTimeout(() => name2.push(1));\n};',
		'name2 is not defined',
		3
	],
	[
		'an interval',
		'export const act = () => {\n\tconst id = setInterval(() => {\n\t\tclearInterval(id);\n\t\tnull.x();\n\t}, 1);\n};',
		"Cannot read properties of null (reading 'x')",
		4
	],
	[
		'a microtask',
		"export const act = () =>\n\tqueueMicrotask(() => {\n\t\tthrow new TypeError('lost');\n\t});",
		'lost',
		3
	],
	[
		'a listener',
		"export const act = () => {\n\tconst target = new EventTarget();\n\ttarget.addEventListener('go', () => {\n\t\tthrow new Error('lost');\n\t});\n\ttarget.dispatchEvent(new Event('go'));\n};",
		'lost',
		4
	],
	[
		'a listener that is an object',
		"export const act = () => {\n\tconst target = new EventTarget();\n\ttarget.addEventListener('go', {\n\t\thandleEvent() {\n\t\t\tthrow new Error('lost');\n\t\t}\n\t});\n\ttarget.dispatchEvent(new Event('go'));\n};",
		'lost',
		5
	],
	[
		'a getter',
		'const stop = {\n\tget name() {\n\t\treturn this.city.trim();\n\t}\n};\nexport const act = () => stop.name;',
		"Cannot read properties of undefined (reading 'trim')",
		3
	],
	[
		'a setter',
		"const stop = {\n\tset name(value) {\n\t\tthrow new RangeError(`not ${value}`);\n\t}\n};\nexport const act = () => {\n\tstop.name = 'x';\n};",
		'not x',
		3
	],
	[
		'a generator',
		"function* count() {\n\tyield 1;\n\tthrow new Error('lost');\n}\nexport const act = () => [...count()];",
		'lost',
		3
	],
	[
		'an async iterator',
		"const list = {\n\t[Symbol.asyncIterator]: () => ({\n\t\tasync next() {\n\t\t\tthrow new Error('lost');\n\t\t}\n\t})\n};\nexport const act = async () => {\n\tfor await (const one of list) console.log(one);\n};",
		'lost',
		4
	],
	[
		'an async generator that nobody awaits',
		"async function* count() {\n\tyield 1;\n\tthrow new Error('lost');\n}\nexport const act = () => {\n\t(async () => {\n\t\tfor await (const one of count()) String(one);\n\t})();\n};",
		'lost',
		3
	],
	[
		'Promise.all',
		"const load = async (n) => {\n\tif (n === 2) throw new Error('two');\n\treturn n;\n};\nexport const act = () => Promise.all([1, 2, 3].map(load));",
		'two',
		2
	],
	[
		'Promise.any',
		'const load = async (n) => {\n\tthrow new Error(`no ${n}`);\n};\nexport const act = () => Promise.any([1, 2].map(load));',
		'All promises were rejected',
		2
	],
	[
		'Promise.race',
		"const load = async () => {\n\tthrow new Error('first');\n};\nexport const act = () => Promise.race([load(), new Promise(() => {})]);",
		'first',
		2
	],
	[
		'two rejections, one awaited',
		'const load = async (n) => {\n\tthrow new Error(`no ${n}`);\n};\nexport const act = async () => {\n\tconst [a, b] = [load(1), load(2)];\n\tawait a;\n\tawait b;\n};',
		'no 1',
		2
	],
	[
		'finally that throws',
		"export const act = () => {\n\ttry {\n\t\tthrow new Error('first');\n\t} finally {\n\t\tthrow new Error('second');\n\t}\n};",
		'second',
		5
	],
	[
		'finally of a promise that throws',
		"export const act = () => {\n\tPromise.resolve().finally(() => {\n\t\tthrow new Error('lost');\n\t});\n};",
		'lost',
		3
	],
	[
		'catch that names the error otherwise',
		'export const act = () => {\n\ttry {\n\t\tnull.x;\n\t} catch (error) {\n\t\tconsole.log(err.message);\n\t}\n};',
		'err is not defined',
		5
	],
	['a thrown text', "export const act = () => {\n\tthrow 'no tickets left';\n};", 'no tickets left', null],
	['a thrown null', 'export const act = () => {\n\tthrow null;\n};', 'null', null],
	['a thrown undefined', 'export const act = () => {\n\tthrow undefined;\n};', 'undefined', null],
	['a thrown number', 'export const act = () => {\n\tthrow 404;\n};', '404', null],
	[
		'a thrown object',
		"export const act = () => {\n\tthrow { code: 'E_NONE', message: 'none' };\n};",
		'none',
		null
	],
	[
		'a thrown object without a message',
		"export const act = () => {\n\tthrow { code: 'E_NONE' };\n};",
		'E_NONE',
		null
	],
	[
		'a text thrown in a timer',
		"export const act = () => {\n\tsetTimeout(() => {\n\t\tthrow 'no tickets left';\n\t});\n};",
		'no tickets left',
		null
	],
	[
		'a rejected text',
		"export const act = () => {\n\tPromise.reject('no tickets left');\n};",
		'no tickets left',
		null
	],
	[
		'a rejected object',
		"export const act = () => {\n\tPromise.reject({ code: 'E_NONE' });\n};",
		'E_NONE',
		null
	],
	[
		'a cause that is the error itself',
		"export const act = () => {\n\tconst error = new Error('round');\n\terror.cause = error;\n\tthrow error;\n};",
		'round',
		2
	],
	[
		'two causes of one another',
		"export const act = () => {\n\tconst a = new Error('a');\n\tconst b = new Error('b', { cause: a });\n\ta.cause = b;\n\tsetTimeout(() => {\n\t\tthrow b;\n\t});\n};",
		'b',
		3
	],
	[
		'printing something that holds itself',
		"export const act = () => {\n\tconst stop = { name: 'Midi' };\n\tstop.self = stop;\n\tconsole.log(stop);\n\tstop.nme.trim();\n};",
		"Cannot read properties of undefined (reading 'trim')",
		5
	],
	[
		'JSON of something that holds itself',
		'export const act = () => {\n\tconst stop = {};\n\tstop.self = stop;\n\treturn JSON.stringify(stop);\n};',
		'Converting circular structure to JSON',
		4
	],
	[
		'printing a proxy that throws',
		"export const act = () => {\n\tconst trap = () => {\n\t\tthrow new Error('trap');\n\t};\n\tconsole.log(new Proxy({}, { get: trap, ownKeys: trap, getPrototypeOf: trap }));\n\tnull.x;\n};",
		"Cannot read properties of null (reading 'x')",
		6
	],
	[
		'a proxy that throws',
		'const stops = new Proxy({}, {\n\tget(_, name) {\n\t\tthrow new Error(`no stop ${String(name)}`);\n\t}\n});\nexport const act = () => stops.midi;',
		'no stop midi',
		3
	],
	[
		'a toString that throws',
		"const stop = {\n\ttoString() {\n\t\tthrow new Error('no text');\n\t}\n};\nexport const act = () => `${stop}`;",
		'no text',
		3
	],
	[
		'a comparator',
		"export const act = () =>\n\t[{ name: 'b' }, {}].sort((a, b) =>\n\t\ta.name.localeCompare(b.name.trim())\n\t);",
		"Cannot read properties of undefined (reading '",
		3
	],
	[
		'a toJSON',
		'const stop = {\n\ttoJSON() {\n\t\treturn this.lines.join();\n\t}\n};\nexport const act = () => JSON.stringify({ stop });',
		"Cannot read properties of undefined (reading 'join')",
		3
	],
	[
		'a reviver',
		'export const act = () =>\n\tJSON.parse(\'{"a": 1}\', (key, value) => {\n\t\treturn value.trim();\n\t});',
		'value.trim is not a function',
		3
	],
	[
		'a replace function',
		"export const act = () =>\n\t'a'.replace('a', () => {\n\t\treturn letter;\n\t});",
		'letter is not defined',
		3
	],
	[
		'a constructor',
		'class Stop {\n\tconstructor(name) {\n\t\tthis.name = name.trim();\n\t}\n}\nexport const act = () => new Stop();',
		"Cannot read properties of undefined (reading 'trim')",
		3
	],
	[
		'a field of a class',
		'class Stop {\n\tname = city.trim();\n}\nexport const act = () => new Stop();',
		'city is not defined',
		2
	],
	[
		'a static method',
		'class Stop {\n\tstatic of(list) {\n\t\treturn list.map((one) => one.name.trim());\n\t}\n}\nexport const act = () => Stop.of([{}]);',
		"Cannot read properties of undefined (reading 'trim')",
		3
	],
	[
		'an error of its own class',
		"class TicketError extends Error {\n\tconstructor(message) {\n\t\tsuper(message);\n\t\tthis.name = 'TicketError';\n\t}\n}\nexport const act = () => {\n\tthrow new TicketError('sold out');\n};",
		'sold out',
		8
	],
	[
		'an error without a stack',
		"export const act = () => {\n\tconst error = new Error('no stack');\n\tdelete error.stack;\n\terror.stack = undefined;\n\tthrow error;\n};",
		'no stack',
		null
	],
	[
		'an error with a message of more than one line',
		"export const act = () => {\n\tthrow new Error('one\\ntwo');\n};",
		'one\ntwo',
		2
	],
	['an empty message', 'export const act = () => {\n\tthrow new Error();\n};', '', 2],
	[
		'a thenable that throws',
		"export const act = async () => {\n\tawait {\n\t\tthen() {\n\t\t\tthrow new Error('lost');\n\t\t}\n\t};\n};",
		'lost',
		4
	],
	[
		'a default parameter',
		'const add = (a, b = rate * 2) => a + b;\nexport const act = () => add(1);',
		'rate is not defined',
		1
	],
	[
		'destructuring of nothing',
		'export const act = () => {\n\tconst { name } = [].find(Boolean);\n\treturn name;\n};',
		'name',
		2
	],
	[
		'a tagged template',
		'const tag = ([first]) => first.toUppercase();\nexport const act = () => tag`a`;',
		'first.toUppercase is not a function',
		1
	],
	[
		'too deep',
		'const again = (n) => again(n + 1);\nexport const act = () => again(0);',
		'Maximum call stack size exceeded',
		1
	],
	[
		'an error thrown again',
		"export const act = () => {\n\ttry {\n\t\tnull.x;\n\t} catch (error) {\n\t\tthrow new Error('not read', { cause: error });\n\t}\n};",
		'not read',
		5
	]
];
