import { line, type Program } from './program.ts';

/** What depends on the time zone and the language of the computer: the engines have one of each, wherever they run. */
export const SETTING: Record<string, Program> = {
	'the zone by name': line(
		'Intl.DateTimeFormat().resolvedOptions().timeZone',
		"new Intl.DateTimeFormat('fr').resolvedOptions().timeZone",
		"new Intl.DateTimeFormat('fr', { timeZone: 'UTC' }).resolvedOptions().timeZone"
	),
	// Of Node 20: later ones have it, and the engines do not.
	'Temporal is in none': line("'Temporal' in globalThis", "'toTemporalInstant' in Date.prototype"),
	'what only some engines have is in none': line(
		"'DisposableStack' in globalThis",
		"'AsyncDisposableStack' in globalThis",
		"'SuppressedError' in globalThis",
		"['concat', 'zip', 'zipKeyed'].some((name) => name in (globalThis.Iterator ?? {}))",
		"['includes', 'join'].some((name) => name in Object.getPrototypeOf(Object.getPrototypeOf([].values())))"
	),
	'minutes to UTC': line(
		'new Date(2026, 0, 1).getTimezoneOffset()',
		'new Date(2026, 6, 1).getTimezoneOffset()',
		'new Date(1976, 6, 1).getTimezoneOffset()',
		'new Date(NaN).getTimezoneOffset()'
	),
	'parts of a moment': line(
		'new Date(0).getHours()',
		'new Date(0).getDay()',
		"new Date('2026-12-31T23:30:00Z').getFullYear()",
		"new Date('2026-12-31T23:30:00Z').getMonth()",
		"new Date('2026-12-31T23:30:00Z').getDate()",
		'new Date(1234).getMinutes()',
		'new Date(1234).getSeconds()',
		'new Date(1234).getMilliseconds()'
	),
	'a day in summer and in winter': line(
		'new Date(2026, 6, 1).toISOString()',
		'new Date(2026, 11, 1).toISOString()',
		'new Date(2026, 6, 1, 12, 30, 15, 7).getTime()'
	),
	'the hour that is not there': line(
		'new Date(2026, 2, 29, 1, 59).toISOString()',
		'new Date(2026, 2, 29, 2, 0).toISOString()',
		'new Date(2026, 2, 29, 2, 30).getHours()',
		'new Date(2026, 2, 29, 3, 0).toISOString()'
	),
	'the hour that is there twice': line(
		'new Date(2026, 9, 25, 1, 59).toISOString()',
		'new Date(2026, 9, 25, 2, 0).toISOString()',
		'new Date(2026, 9, 25, 2, 59).toISOString()',
		'new Date(2026, 9, 25, 3, 0).toISOString()'
	),
	'days around a change of the clock':
		'const d = new Date(2026, 2, 28, 12);\nfor (let i = 0; i < 3; i++) {\n\tconsole.log(d.toISOString(), d.getHours());\n\td.setDate(d.getDate() + 1);\n}',
	'hours of a short and a long day':
		'const hours = (m, d) => (new Date(2026, m, d + 1) - new Date(2026, m, d)) / 3600000;\nconsole.log(hours(2, 29), hours(9, 25), hours(0, 1));',
	'setting parts':
		'const d = new Date(2026, 0, 31, 10, 20, 30, 40);\nconsole.log(d.setMonth(1), d.getTime());\nconsole.log(d.setHours(25, 61), d.getTime());\nconsole.log(d.setFullYear(2024, 1, 29), d.getTime());\nconsole.log(d.setMinutes(0, 0, 0), d.setSeconds(90), d.setMilliseconds(-1), d.setDate(0));',
	'setting parts of no date':
		'const d = new Date(NaN);\nconsole.log(d.setHours(1), d.setFullYear(2026), d.getTime());',
	'setting nothing': 'const d = new Date(0);\nconsole.log(d.setHours(), d.getTime());',
	'overflowing parts': line(
		'new Date(2026, 14, 35).toISOString()',
		'new Date(2026, -1, 0).toISOString()',
		'new Date(2026, 0, 1, 0, -90).toISOString()',
		'new Date(99, 0).getFullYear()',
		'new Date(2026, NaN).getTime()',
		'new Date(1e9, 0).getTime()'
	),
	'text with a zone and without': line(
		"new Date('2026-03-01').getTime()",
		"new Date('2026-03-01T00:00').getTime()",
		"new Date('2026-03-01T00:00Z').getTime()",
		"new Date('2026-03-01T00:00+05:30').getTime()",
		"new Date('2026-07-01T10:00:00.500').getTime()",
		"Date.parse('2026-03-29T02:30')"
	),
	'text in American order': line(
		"new Date('March 7, 2026').toISOString()",
		"new Date('03/07/2026').toISOString()",
		"new Date('7 July 2026 10:00').toISOString()",
		"new Date('Tue Jul 07 2026 10:00:00 GMT+0200').toISOString()",
		"new Date('Tue, 07 Jul 2026 10:00:00 GMT').toISOString()",
		"new Date('2026/07/07').toISOString()"
	),
	'what is no date': line(
		"new Date('31/12/2026').getTime()",
		"Date.parse('demain')",
		"String(new Date('2026-13-01'))",
		"new Date('x').toDateString()",
		'new Date(undefined).getTime()',
		'new Date(null).getTime()'
	),
	'a date as text': line(
		'String(new Date(0))',
		'new Date(2026, 6, 1).toString()',
		'new Date(2026, 6, 1).toDateString()',
		'new Date(2026, 0, 1, 9, 5).toTimeString()',
		'`${new Date(2026, 11, 31)}`',
		"'' + new Date(0)",
		'new Date(2026, 6, 1).toUTCString()',
		'JSON.stringify(new Date(2026, 6, 1))'
	),
	'a text and back': line(
		'new Date(String(new Date(2026, 6, 1))).getTime() === new Date(2026, 6, 1).getTime()',
		'new Date(new Date(2026, 6, 1, 3)).getHours()',
		'Date.parse(new Date(2026, 1, 3).toDateString()) === new Date(2026, 1, 3).getTime()'
	),
	'a date for readers, with no language': line(
		'new Date(0).toLocaleString()',
		'new Date(2026, 6, 1, 15).toLocaleDateString()',
		'new Date(2026, 6, 1, 15).toLocaleTimeString()',
		"new Date(2026, 6, 1).toLocaleDateString(undefined, { weekday: 'long', month: 'long', day: 'numeric' })",
		"new Date(2026, 6, 1, 15).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })"
	),
	'a date for readers, in a language': line(
		"new Date(0).toLocaleString('fr-BE')",
		"new Date(2026, 6, 1, 15).toLocaleDateString('nl-BE', { dateStyle: 'full' })",
		"new Date(2026, 6, 1, 15).toLocaleTimeString('nl-BE')",
		"new Date(2026, 6, 1, 15).toLocaleString('de', { timeZone: 'America/New_York' })",
		"new Date(2026, 6, 1).toLocaleDateString('fr', { weekday: 'long' })"
	),
	'zones by their names': line(
		"new Date(2026, 6, 1).toLocaleTimeString('en', { timeZoneName: 'short' })",
		"new Date(2026, 0, 1).toLocaleTimeString('en', { timeZoneName: 'long' })"
	),
	'formatting moments': line(
		'new Intl.DateTimeFormat().format(0)',
		"new Intl.DateTimeFormat('fr-BE', { dateStyle: 'short', timeStyle: 'short' }).format(new Date(2026, 6, 1, 15))",
		"new Intl.DateTimeFormat(undefined, { month: 'long' }).formatToParts(0).map((p) => p.value).join('|')"
	),
	'numbers for readers': line(
		'(1234567.891).toLocaleString()',
		"(1234567.891).toLocaleString('fr-BE')",
		"(1234567.891).toLocaleString('nl-BE')",
		"(0.5).toLocaleString(undefined, { style: 'percent' })",
		"(12.5).toLocaleString([], { style: 'currency', currency: 'EUR' })",
		'12345678901234567890n.toLocaleString()',
		'[1234.5, 2].toLocaleString()',
		'new Intl.NumberFormat().format(1e6)',
		'Intl.NumberFormat().resolvedOptions().locale'
	),
	'a language that nobody speaks': line(
		"(1234.5).toLocaleString('xx')",
		"new Intl.NumberFormat('xx').resolvedOptions().locale",
		"new Intl.NumberFormat(['xx', 'nl']).resolvedOptions().locale",
		"new Date(0).toLocaleDateString('zz-ZZ')"
	),
	'a language that cannot be':
		"try {\n\t(1234.5).toLocaleString('fr_BE');\n} catch (error) {\n\tconsole.log(error.name);\n}",
	'no options':
		"try {\n\tnew Date(0).toLocaleString('fr', null);\n} catch (error) {\n\tconsole.log(error.name);\n}",
	'comparing texts': line(
		"['é', 'z', 'a', 'Z', 'E'].sort((a, b) => a.localeCompare(b)).join()",
		"'a'.localeCompare('B')",
		"'ä'.localeCompare('z', 'sv')",
		"'2'.localeCompare('10', undefined, { numeric: true })",
		"['z', 'ä', 'a'].sort(new Intl.Collator().compare).join()",
		"'a'.localeCompare()"
	),
	'capitals of a language': line(
		"'istanbul'.toLocaleUpperCase()",
		"'istanbul'.toLocaleUpperCase('tr')",
		"'ISTANBUL'.toLocaleLowerCase()",
		"'ISTANBUL'.toLocaleLowerCase(['tr'])"
	),
	'words of a language': line(
		'new Intl.PluralRules().select(1)',
		"new Intl.PluralRules('fr').select(0)",
		"new Intl.ListFormat().format(['a', 'b', 'c'])",
		"new Intl.ListFormat('fr').format(['a', 'b', 'c'])",
		"new Intl.RelativeTimeFormat().format(-1, 'day')",
		"new Intl.RelativeTimeFormat('nl', { numeric: 'auto' }).format(-1, 'day')",
		"new Intl.DisplayNames(undefined, { type: 'region' }).of('BE')",
		"[...new Intl.Segmenter().segment('à b')].length"
	),
	'what the constructors are': line(
		'new Date() instanceof Date',
		'new Date(0).constructor === Date',
		'typeof Date()',
		'Date.name',
		'Date.length',
		'Date.UTC.length',
		'Object.prototype.toString.call(new Date(0))',
		'new Intl.NumberFormat() instanceof Intl.NumberFormat',
		'Intl.NumberFormat() instanceof Intl.NumberFormat',
		'Intl.Collator.name',
		'Date.prototype.getHours.name',
		"'a'.localeCompare.length"
	),
	'a class of dates':
		'class Day extends Date {\n\tnext() {\n\t\treturn new Day(this.getFullYear(), this.getMonth(), this.getDate() + 1);\n\t}\n}\nconst d = new Day(2026, 11, 31).next();\nconsole.log(d.toDateString());\nconsole.log(d instanceof Day, d.getTime());',
	'a method on what is no date': "console.log('before');\nDate.prototype.getHours.call({});",
	'years with two digits':
		'const d = new Date(2026, 0, 1);\nd.setYear(99);\nconsole.log(d.getYear(), d.getTime());',
	'years far away': line(
		'new Date(1900, 0, 1).toISOString()',
		'new Date(2090, 6, 1).toISOString()',
		'new Date(1977, 3, 3).toISOString()',
		'new Date(8.64e15).getTime()',
		'new Date(8.64e15 + 1).getTime()'
	),
	'now is now': line('Math.abs(Date.now() - new Date()) < 1000', 'Date.now() - new Date().getTime() < 1000')
};
