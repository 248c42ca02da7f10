import { describe, expect, test } from 'vitest';
import { listFiles, readText } from '../../../../tests/support/source-files.ts';
import { MAX_SOURCE_CHARS } from '../compile-learner.ts';
import { applyFix } from '../../../../tests/support/apply-fix.ts';
import { typedWarnings } from './typed-warnings.ts';

/** What was typed; each warning with its place; the text after all fixes, null where none is offered. */
type Row = [typed: string, said: string[], fixed: string | null];

const saidOf = (file: string, text: string) => {
	const warnings = typedWarnings({ [file]: text });
	const said = warnings.map(({ code, params, location: at }) => {
		const values = Object.entries(params).map(([name, value]) => `${name}=${value}`);
		return `${code} ${at?.line}:${at?.column}+${at?.length} ${values.join(' ')}`.trim();
	});
	const edits = warnings.flatMap(({ fix }) => fix?.edits ?? []);
	return { said, fixed: edits.length > 0 ? applyFix(text, { edits }) : null };
};

const SCRIPTS: Row[] = [
	['price = 2,5;', ['decimal-comma 1:9+3 found=2,5 instead=2.5'], 'price = 2.5;'],
	['let p;\np = 12,75\n', ['decimal-comma 2:5+5 found=12,75 instead=12.75'], 'let p;\np = 12.75\n'],
	['price += 2,5;', ['decimal-comma 1:10+3 found=2,5 instead=2.5'], 'price += 2.5;'],
	[
		'function f() {\n\treturn 2,5;\n}',
		['decimal-comma 2:9+3 found=2,5 instead=2.5'],
		'function f() {\n\treturn 2.5;\n}'
	],
	['if (price > 2,5) {}', ['decimal-comma 1:13+3 found=2,5 instead=2.5'], 'if (price > 2.5) {}'],
	['a = (2,5 + b) * 3;', ['decimal-comma 1:6+3 found=2,5 instead=2.5'], 'a = (2.5 + b) * 3;'],
	['if (a = 12) {}', ['assignment-in-condition 1:7+1 name=a'], null],
	['if (stop.open = true) {}', ['assignment-in-condition 1:15+1 name=stop.open'], null],
	['if (votes[i] = "x") {}', ['assignment-in-condition 1:14+1 name=votes[i]'], null],
	['while (answer = 3) {}', ['assignment-in-condition 1:15+1 name=answer'], null],
	['if (12 <= age <= 65) {}', ['chained-comparison 1:5+15 instead=12 <= age && age <= 65'], null],
	['const ok = 0 < p.age < 18;', ['chained-comparison 1:12+14 instead=0 < p.age && p.age < 18'], null],
	['if (age => 65) {}', ['arrow-as-comparison 1:9+2'], 'if (age >= 65) {}'],
	['if (a > 1 && age => 65) {}', ['arrow-as-comparison 1:18+2'], 'if (a > 1 && age >= 65) {}'],
	['Console.log("x");', ['wrong-case 1:1+11 found=Console.log instead=console.log'], 'console.log("x");'],
	['console.Log("x");', ['wrong-case 1:1+11 found=console.Log instead=console.log'], 'console.log("x");'],
	['CONSOLE.log("x");', ['wrong-case 1:1+11 found=CONSOLE.log instead=console.log'], 'console.log("x");'],
	['a = math.round(b);', ['wrong-case 1:5+10 found=math.round instead=Math.round'], 'a = Math.round(b);'],
	[
		'a = b.toUppercase();',
		['wrong-case 1:5+13 found=b.toUppercase instead=b.toUpperCase'],
		'a = b.toUpperCase();'
	],
	['list.foreach(f);', ['wrong-case 1:1+12 found=list.foreach instead=list.forEach'], 'list.forEach(f);'],
	['const a = True;', ['wrong-case 1:11+4 found=True instead=true'], 'const a = true;'],
	['city.trim;', ['missing-call 1:1+9 found=city.trim instead=city.trim()'], null],
	[
		'function f(city) {\n\tcity.trim\n\treturn city;\n}',
		['missing-call 2:2+9 found=city.trim instead=city.trim()'],
		null
	],
	['function f() {\n\treturn 1;\n\tconsole.log(2);\n}', ['unreachable 3:2+7 word=return'], null],
	['function f() {\n\treturn\n\t\ta + b;\n}', ['unreachable 3:3+1 word=return'], null],
	['function f() {\n\treturn a\n\tb();\n}', ['unreachable 3:2+1 word=return'], null],
	['for (const a of b) {\n\tbreak;\n\tf(a);\n}', ['unreachable 3:2+1 word=break'], null],
	['if (a > 1); {\n\tf();\n}', ['empty-statement 1:11+1 word=if'], 'if (a > 1) {\n\tf();\n}'],
	[
		'for (const a of b); {\n\tf();\n}',
		['empty-statement 1:19+1 word=for'],
		'for (const a of b) {\n\tf();\n}'
	],
	['if (a > 1);\nf();', ['empty-statement 1:11+1 word=if'], null],
	['price == 1;', ['comparison-alone 1:7+2 found==='], null],
	['stop.open === true', ['comparison-alone 1:11+3 found===='], null],
	['a = "Kiwi!\u00a0Kiwi!";', ['invisible-character 1:11+1 found=U+00A0'], 'a = "Kiwi! Kiwi!";'],
	['a = `a\u200bb` + "\u202fc";', ['invisible-character 1:7+1 found=U+200B'], 'a = `ab` + " c";'],
	['let a\u200d = 1;', ['invisible-character 1:6+1 found=U+200D'], 'let a = 1;']
];

const RIGHT: string[] = [
	'f(2,5);',
	'const a = [2,5];',
	'const a = { 1: 2, 5: 3 };',
	'const f = (a = 2, b) => a;',
	'for (let i = 0, j = 5; i < 3; i++, j--) {}',
	'a = "2,5";',
	'// price = 2,5;',
	'const { a = 2, b = 5 } = c;',
	'if (a === 12) {}',
	'if ((a = f()) !== null) {}',
	'while (node = node.next) {}',
	'if (f({ a: 1 }, (b = 2) => b)) {}',
	'if (list.some((a) => a > 2)) {}',
	'if (list.some(a => 2)) {}',
	'const f = (age) => 65;',
	'if (a < b && b < c) {}',
	'const a = b < c, d = e > f;',
	'for (let i = 0; i < n; i++) {}',
	'while (next());\nf();',
	'do { f(); } while (a);\n{ b(); }',
	'const ok = price == 1;',
	'a === 1 && f();',
	'const math = { round: 1 };\nmath.round;'.replace('math.round;', 'f(math.round);'),
	'function f(json) {\n\treturn json.total;\n}',
	'const o = { Log() {} };\no.Log();',
	'class True {}\nnew True();',
	'const f = () => city.trim;',
	'const a =\n\tcity.trim;',
	'element.offsetWidth;',
	'city.trim();',
	'city\n\t.trim();',
	'switch (a) {\n\tcase 1:\n\t\treturn 1;\n\tcase 2:\n\t\treturn 2;\n}',
	'function f() {\n\tif (a) return 1;\n\treturn 2;\n}',
	'function f() {\n\tif (a)\n\t\treturn 1;\n\treturn 2;\n}',
	'function f() {\n\treturn g();\n\tfunction g() {}\n}',
	'function f() {\n\treturn a\n\t\t.b()\n\t\t.c();\n}',
	'function f() {\n\treturn (\n\t\ta\n\t);\n}',
	'function f() {\n\treturn {\n\t\ta: 1\n\t};\n}',
	'const o = { return: 1, b: 2 };',
	'for (const a of b) {\n\tif (!a) continue;\n\tf(a);\n}',
	'const a = /[“]/.test(b), c = 4 / 2 / 1;',
	'const a = "👨‍👩‍👧 ❤️ l’été « x »";',
	'const s = `${a ? `${b}` : "}"}`;'
];

describe('a script', () => {
	test.each(SCRIPTS)('%j is warned of', (typed, said, fixed) => {
		expect(saidOf('main.js', typed)).toEqual({ said, fixed });
	});

	test.each(RIGHT)('%j is left alone', (typed) => {
		expect(saidOf('main.js', typed).said).toEqual([]);
	});
});

const MARKUP: [file: string, ...row: Row][] = [
	[
		'a.html',
		'<p>a\u00a0b</p>\n<input\u00a0id="name">',
		['invisible-character 2:7+1 found=U+00A0'],
		'<p>a\u00a0b</p>\n<input id="name">'
	],
	[
		'a.html',
		'<p id=“name”>l’été « x »</p>',
		['typographic-quote 1:7+1 found=“'],
		'<p id="name">l’été « x »</p>'
	],
	['a.html', '<p title="l’été « x »\u00a0!">a < b</p><!-- <b id=“x”> -->', [], null],
	[
		'a.html',
		'<p>a\u00a0b</p>\n<script>\n\tprice = 2,5;\n</script>',
		['decimal-comma 3:10+3 found=2,5 instead=2.5'],
		'<p>a\u00a0b</p>\n<script>\n\tprice = 2.5;\n</script>'
	],
	['a.css', 'p {\u00a0color: red; }', ['invisible-character 1:4+1 found=U+00A0'], 'p { color: red; }'],
	[
		'a.css',
		'p { font-family: “Arial”; }',
		['typographic-quote 1:18+1 found=“'],
		'p { font-family: "Arial"; }'
	],
	['a.css', '/* l’été\u00a0: */ p::before { content: "« \u00a0"; }', [], null]
];

test.each(MARKUP)('%s: %j', (file, typed, said, fixed) => {
	expect(saidOf(file, typed)).toEqual({ said, fixed });
});

test('the case of a zero-width space in a name is the compiler’s, and not a warning', () => {
	expect(saidOf('main.js', 'const call\u200b = 1;').said).toEqual([]);
});

const PROGRAMS = ['exercises', 'templates', 'tests/fixtures/outcomes', 'tests/fixtures/programs']
	.flatMap(listFiles)
	.filter((path) => /\.(?:m?js|css|html)$/.test(path));
const isWrong = (path: string): boolean => path.includes('/wrong/');
const allSaid = (paths: readonly string[]): string[] =>
	paths.flatMap((path) => saidOf(path, readText(path)).said.map((one) => `${path}: ${one.split(' ')[0]}`));

test('nothing is said of a right program, of what learners begin with, and of suites', () => {
	const right = PROGRAMS.filter((path) => !isWrong(path));
	expect(right.length).toBeGreaterThan(150);
	expect(allSaid(right)).toEqual([]);
});

test('of the mistakes that exercises expect, those that are typed are named', () => {
	expect(allSaid(PROGRAMS.filter(isWrong))).toEqual(
		expect.arrayContaining([
			'exercises/programming/first-page/wrong/language-in-curly-quotes/index.html: typographic-quote',
			'exercises/programming/tram-ticket/wrong/decimal-comma/main.js: decimal-comma',
			'exercises/programming/opening-hours/wrong/two-limits-in-one/main.js: chained-comparison'
		])
	);
});

const HOSTILE = [
	'return a\n',
	'return a;',
	'if(',
	'if (a)',
	'a.',
	'a<',
	'a.b;',
	'2,5;',
	'2,',
	'{return ',
	'a==1\n',
	'if (a = ',
	'Console.',
	'True ',
	'\u00a0',
	'"\u00a0"',
	'while(a);{',
	'throw (',
	'return {',
	'return\n'
];
test.each(HOSTILE)('%j over a whole file takes no longer than its length asks', (part) => {
	const source = part.repeat(Math.floor(MAX_SOURCE_CHARS / part.length));
	const before = process.cpuUsage();
	for (const file of ['a.js', 'a.html', 'a.css']) typedWarnings({ [file]: source });
	typedWarnings({ 'b.html': `<script>${source}</script>` });
	const { user, system } = process.cpuUsage(before);
	// Under a second where the time grows with the length, minutes where it grows faster.
	expect((user + system) / 1e6).toBeLessThan(5);
});
