import { MODULE_EDGES } from './module-edges.ts';
import { line, type Program } from './program.ts';
import { VALUE_EDGES } from './value-edges.ts';

const TIME_EDGES: Record<string, Program> = {
	'timers, promises and microtasks':
		"setTimeout(() => console.log('timer'));\nqueueMicrotask(() => console.log('micro'));\nPromise.resolve().then(() => console.log('then')).finally(() => console.log('finally'));\n(async () => {\n\tconsole.log('async 1');\n\tawait null;\n\tconsole.log('async 2');\n})();\nconsole.log('sync');\nawait new Promise((resolve) => setTimeout(resolve, 5));",
	'a promise in a timer':
		"const wait = () => new Promise((resolve) => setTimeout(resolve, 10));\nsetTimeout(() => {\n\tconsole.log('t1');\n\tPromise.resolve().then(() => console.log('p1'));\n});\nsetTimeout(() => console.log('t2'));\nawait wait();",
	'await of a thenable':
		"const later = { then(resolve) { console.log('asked'); resolve(5); } };\nconsole.log(await later);",
	'a thenable that throws': "const bad = { then() { throw new TypeError('no'); } };\nawait bad;",
	'a thenable that resolves and throws':
		"const odd = { then(resolve) { resolve(1); throw new Error('ignored'); } };\nconsole.log(await odd);",
	'return and return await':
		"async function a() {\n\ttry {\n\t\treturn Promise.reject(new Error('x'));\n\t} catch {\n\t\treturn 'caught';\n\t}\n}\nasync function b() {\n\ttry {\n\t\treturn await Promise.reject(new Error('x'));\n\t} catch {\n\t\treturn 'caught';\n\t}\n}\nconsole.log(await a().catch((e) => e.message), await b());",
	'any and its errors':
		"try {\n\tawait Promise.any([Promise.reject(new Error('a')), Promise.reject(new Error('b'))]);\n} catch (error) {\n\tconsole.log(error.name, error.message, error.errors.map((e) => e.message).join());\n}\nawait Promise.any([]);",
	'a rejection without a reason':
		'try {\n\tawait Promise.reject();\n} catch (error) {\n\tconsole.log(String(error));\n}',
	'order of all':
		"const slow = (n, ms) => new Promise((resolve) => setTimeout(() => { console.log('end', n); resolve(n); }, ms));\nconsole.log((await Promise.all([slow(1, 20), slow(2, 1)])).join());",
	'forEach does not wait':
		"[1, 2].forEach(async (n) => {\n\tawait null;\n\tconsole.log(n);\n});\nconsole.log('end');\nawait new Promise((resolve) => setTimeout(resolve, 2));",
	'a generator that is left':
		"function* g() {\n\ttry {\n\t\tyield 1;\n\t\tyield 2;\n\t} finally {\n\t\tconsole.log('closed');\n\t}\n}\nfor (const n of g()) {\n\tconsole.log(n);\n\tbreak;\n}\nconst [a] = g();\nconsole.log(a);",
	'an async generator that is left':
		"async function* g() {\n\ttry {\n\t\tyield 1;\n\t\tyield 2;\n\t} finally {\n\t\tconsole.log('closed');\n\t}\n}\nfor await (const n of g()) {\n\tconsole.log(n);\n\tbreak;\n}",
	'a generator that is thrown into':
		"function* g() {\n\ttry {\n\t\tyield 1;\n\t} catch (error) {\n\t\tconsole.log('in', error.message);\n\t\tyield 2;\n\t}\n}\nconst it = g();\nit.next();\nconsole.log(it.throw(new Error('x')).value, it.return(7).value, it.next().done);",
	'a generator passes on':
		"function* a() {\n\tconst got = yield 1;\n\tconsole.log('got', got);\n\treturn 'end';\n}\nfunction* b() {\n\tconsole.log(yield* a());\n}\nconst it = b();\nit.next();\nit.next('x');",
	'an iterator that is closed':
		"const it = { [Symbol.iterator]() { return { n: 0, next() { return { value: this.n++, done: false }; }, return() { console.log('return'); return {}; } }; } };\nfor (const n of it) if (n === 2) break;\nconst [x, y] = it;\nconsole.log(x, y);\ntry {\n\tfor (const n of it) throw new Error('out');\n} catch (error) {\n\tconsole.log(error.message);\n}",
	'an interval that clears itself':
		'let n = 0;\nawait new Promise((resolve) => {\n\tconst id = setInterval(() => {\n\t\tconsole.log(++n);\n\t\tif (n === 3) {\n\t\t\tclearInterval(id);\n\t\t\tresolve();\n\t\t}\n\t}, 1);\n});',
	'clearing what is no timer':
		"clearTimeout();\nclearTimeout(null);\nclearTimeout({});\nclearInterval('x');\nclearTimeout(123456);\nconsole.log('fine');",
	aborting:
		"const stop = new AbortController();\nstop.signal.addEventListener('abort', () => console.log('heard'));\nstop.abort();\nconsole.log(stop.signal.aborted, stop.signal.reason.name);",
	events:
		"const target = new EventTarget();\ntarget.addEventListener('a', (event) => console.log(event.type, event.detail), { once: true });\ntarget.dispatchEvent(new CustomEvent('a', { detail: 5 }));\ntarget.dispatchEvent(new CustomEvent('a', { detail: 6 }));"
};

const READER_EDGES: Record<string, Program> = {
	'money in French and Dutch': line(
		"JSON.stringify(new Intl.NumberFormat('fr-BE', { style: 'currency', currency: 'EUR' }).format(1234567.5))",
		"JSON.stringify(new Intl.NumberFormat('nl-BE', { style: 'currency', currency: 'EUR' }).format(-1234.5))",
		"JSON.stringify((1234.5).toLocaleString('fr-BE'))",
		"JSON.stringify((0.256).toLocaleString('fr-BE', { style: 'percent', minimumFractionDigits: 1 }))",
		"JSON.stringify((1234.5).toLocaleString('nl-BE', { minimumFractionDigits: 2 }))",
		"JSON.stringify(new Intl.NumberFormat('fr-BE', { style: 'unit', unit: 'kilometer' }).format(5))",
		"JSON.stringify(new Intl.NumberFormat('nl-BE', { notation: 'compact' }).format(12345))"
	),
	'days in French and Dutch': line(
		"JSON.stringify(new Date(2026, 2, 29, 12).toLocaleDateString('fr-BE', { dateStyle: 'full' }))",
		"JSON.stringify(new Date(2026, 9, 25, 12).toLocaleDateString('nl-BE', { weekday: 'long', day: 'numeric', month: 'long' }))",
		"JSON.stringify(new Date(2026, 2, 29, 3, 5).toLocaleTimeString('fr-BE', { timeStyle: 'short' }))",
		"JSON.stringify(new Date(2026, 2, 29, 3, 5).toLocaleString('nl-BE'))",
		"JSON.stringify(new Date(2026, 2, 29, 3, 5).toLocaleString('fr-BE', { timeZoneName: 'short' }))",
		"JSON.stringify(new Intl.RelativeTimeFormat('fr-BE', { numeric: 'auto' }).format(-1, 'day'))",
		"JSON.stringify(new Intl.RelativeTimeFormat('nl-BE').format(3, 'week'))",
		"JSON.stringify(new Intl.ListFormat('fr-BE').format(['a', 'b', 'c']))",
		"JSON.stringify(new Intl.PluralRules('fr-BE').select(1.5))",
		"JSON.stringify(new Intl.DateTimeFormat('fr-BE', { month: 'long' }).formatToParts(new Date(0)).length)"
	),
	'the night of the long and of the short day': line(
		'new Date(2026, 2, 29, 2, 30).toString()',
		'new Date("2026-03-29T02:30").toISOString()',
		'new Date("2026-10-25T02:30").toISOString()',
		'new Date("2026-10-25T02:30:00+01:00").getHours()',
		'new Date("2026-10-25T01:30:00Z").toString()',
		'new Date("2026-03-29").getHours()',
		'new Date("2026-10-25").getTimezoneOffset()',
		'new Date(new Date(2026, 9, 25, 2, 59, 59).getTime() + 1000).getHours()',
		'new Date("25 October 2026 02:30").getTime()',
		'new Date(2026, 2, 29, 24).getDate()',
		'new Date(2026, 9, 25).setHours(3) - new Date(2026, 9, 25).getTime()',
		'new Date(2026, 2, 29).toDateString()',
		'new Date(2026, 2, 29, 4).toTimeString()',
		'new Date(2026, 9, 25, 2, 30).toLocaleTimeString("fr-BE", { timeZoneName: "longOffset" })'
	),
	'dates of texts': line(
		'new Date("2026-2-3").getDate()',
		'new Date("2026/02/03").getTime()',
		'new Date("03/04/2026").getMonth()',
		'new Date("29/03/2026").getTime()',
		'new Date("2026-02-30").getTime()',
		'new Date("2026-02-03T10:00Z").getTime()',
		'new Date("2026-02-03 10:00").getTime()',
		'new Date("").getTime()',
		'new Date(null).getTime()',
		'new Date(undefined).getTime()',
		'new Date("12").getTime()',
		'new Date(2026).getTime()',
		'new Date(2026, 1).getTime()',
		'Date.UTC(2026)',
		'Date.parse("Sun Mar 29 2026 03:00:00 GMT+0200")',
		'new Date(2026, 0, 1) < new Date(2026, 0, 2)',
		'typeof Date()',
		'typeof (new Date(0) + 1)',
		'new Date(8.64e15 + 1).getTime()'
	),
	collation: line(
		"['é', 'z', 'e', 'a', 'É', 'œ', 'ij'].sort(new Intl.Collator('fr-BE').compare).join()",
		"['10', '9', '1'].sort(new Intl.Collator('nl', { numeric: true }).compare).join()",
		"['b', 'a', 'C', 'É'].sort((a, b) => a.localeCompare(b)).join()",
		"'a'.localeCompare('á', 'fr', { sensitivity: 'base' })",
		"['b', 'a', 'C', 'É'].sort().join()",
		"'IJ'.toLocaleLowerCase('nl')",
		"'i'.toLocaleUpperCase('tr')",
		"[...new Intl.Segmenter('fr', { granularity: 'word' }).segment('l’été arrive')].filter((s) => s.isWordLike).length"
	)
};

/** What a console makes of values; lists and objects it draws in its own way. */
const PRINTED: Record<string, Program> = {
	'a number and a text':
		"console.log(5, 'apples', 'l’été', '');\nconsole.log(true, 'x', null, undefined, 'y');",
	'texts and numbers':
		"console.log('a', 5, 5n, -0, NaN, 'b');\nconsole.log();\nconsole.log('');\nconsole.log(' a ', 'b');",
	'a text with signs of percent':
		"console.log('100% sure');\nconsole.log('50%', 'of', 3);\nconsole.log('%', 1);",
	directives:
		"console.log('%s is %d years', 'Amina', 20);\nconsole.log('%s', 'a', 'b', 1);\nconsole.log('%i and %f', 3.7, '2.5');\nconsole.log('%s');\nconsole.log('%s %s', 'one');\nconsole.log('%d%% of %s', 5, 'x');\nconsole.log('%c red', 'color: red');\nconsole.log('%j', 1);",
	'a symbol and a text': "console.log(Symbol('a'), 'b');",
	'small lists and objects':
		"console.log([1, 2], 'a');\nconsole.log({ a: 1, b: 'x' }, 'b');\nconsole.log([], {}, ['a', null]);\nconsole.log('a', [1, 'b'], { c: true });"
};

export const EDGES: Record<string, Record<string, Program>> = {
	'corners of modules': MODULE_EDGES,
	'corners of time': TIME_EDGES,
	'corners of values': VALUE_EDGES,
	'for readers': READER_EDGES,
	printed: PRINTED
};
