import { line, type Program } from './program.ts';

export const NUMBERS: Record<string, Program> = {
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

export const DATES: Record<string, Program> = {
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

export const STRINGS: Record<string, Program> = {
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
