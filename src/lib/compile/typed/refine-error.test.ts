import * as esbuild from 'esbuild';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../contract/diagnostic.ts';
import type { FileMap } from '../../contract/exercise.ts';
import { compileLearner, MAX_SOURCE_CHARS } from '../compile-learner.ts';
import { refineError } from './refine-error.ts';
import { applyFix } from '../../../../tests/support/apply-fix.ts';
import { createReader } from './source-text.ts';

const OTHERS: FileMap = {
	'prices.js': 'export const prices = [1];\nexport function total() {}\n',
	'only.js': 'export default 3;\n',
	'nothing.js': 'const a = 1;\nexport {};\n',
	'empty.js': '',
	'forgotten.js': 'const total = 1;\n'
};
const filesOf = (code: string): FileMap => ({ 'main.js': code, ...OTHERS });
const compile = (files: FileMap) =>
	compileLearner(esbuild, { files, entry: 'main.js', mocked: [], need: 'worker', packages: [] });

const show = ({ code, params, location: at }: Diagnostic): string => {
	const values = Object.entries(params).map(([name, value]) => `${name}=${value}`);
	return `${code} ${at?.line}:${at?.column}+${at?.length} ${values.join(' ')}`.trim();
};

/** What was typed; the mistake and its place; the text after the fix, null where none is offered. */
type Row = [typed: string, said: string, fixed: string | null];

const SIGNS: Row[] = [
	['console.log(« Bonjour »);', 'typographic-quote 1:13+11 found=«', 'console.log("Bonjour");'],
	['console.log(«Bonjour»);', 'typographic-quote 1:13+9 found=«', 'console.log("Bonjour");'],
	[
		'console.log(«\u00a0Ça va\u202f?\u00a0»);',
		'typographic-quote 1:13+11 found=«',
		'console.log("Ça va\u202f?");'
	],
	['console.log(“Dag”);', 'typographic-quote 1:13+5 found=“', 'console.log("Dag");'],
	['console.log(”Dag”);', 'typographic-quote 1:13+5 found=”', 'console.log("Dag");'],
	['console.log(„Dag”);', 'typographic-quote 1:13+5 found=„', 'console.log("Dag");'],
	['console.log(„Dag“);', 'typographic-quote 1:13+5 found=„', 'console.log("Dag");'],
	['console.log(‟Dag”);', 'typographic-quote 1:13+5 found=‟', 'console.log("Dag");'],
	['console.log(‘Dag’);', 'typographic-quote 1:13+5 found=‘', "console.log('Dag');"],
	['console.log(‚Dag‘);', 'typographic-quote 1:13+5 found=‚', "console.log('Dag');"],
	['console.log(‹Dag›);', 'typographic-quote 1:13+5 found=‹', "console.log('Dag');"],
	['console.log(″Dag″);', 'typographic-quote 1:13+5 found=″', 'console.log("Dag");'],
	['console.log(´Dag´);', 'typographic-quote 1:13+5 found=´', "console.log('Dag');"],
	['console.log(“Dag");', 'typographic-quote 1:13+5 found=“', 'console.log("Dag");'],
	['console.log("Dag”);', 'typographic-quote 1:17+1 found=”', 'console.log("Dag");'],
	["console.log('Dag’);", 'typographic-quote 1:17+1 found=’', "console.log('Dag');"],
	['console.log(‘l’été’);', 'typographic-quote 1:13+7 found=‘', "console.log('l’été');"],
	['console.log(“Il dit "oui"”);', 'typographic-quote 1:13+14 found=“', `console.log('Il dit "oui"');`],
	['f(“a”, “b”);\ng(‘c’);', 'typographic-quote 1:3+3 found=“', `f("a", "b");\ng('c');`],
	['const a = J’aime;', 'typographic-quote 1:12+1 found=’', null],
	['const a\u200b = 1;', 'invisible-character 1:8+1 found=U+200B', 'const a = 1;'],
	[
		'const a = 1;\u00ad\nconst\u2060 b = 2;',
		'invisible-character 1:13+1 found=U+00AD',
		'const a = 1;\nconst b = 2;'
	],
	['const a = 1\u200e;', 'invisible-character 1:12+1 found=U+200E', 'const a = 1;'],
	['const a = 2 × 3;', 'wrong-sign 1:13+1 found=× instead=*', 'const a = 2 * 3;'],
	['const a = 6 ÷ 2;', 'wrong-sign 1:13+1 found=÷ instead=/', 'const a = 6 / 2;'],
	['const a = 3 – 2;', 'wrong-sign 1:13+1 found=– instead=-', 'const a = 3 - 2;'],
	['const a = 3 − 2 × 2;', 'wrong-sign 1:13+1 found=− instead=-', 'const a = 3 - 2 * 2;'],
	['let i = 1;\ni—;', 'wrong-sign 2:2+1 found=— instead=--', 'let i = 1;\ni--;'],
	['if (a ≤ 2) {}', 'wrong-sign 1:7+1 found=≤ instead=<=', 'if (a <= 2) {}'],
	['if (a ≥ 2) {}', 'wrong-sign 1:7+1 found=≥ instead=>=', 'if (a >= 2) {}'],
	['if (a ≠ 2) {}', 'wrong-sign 1:7+1 found=≠ instead=!==', 'if (a !== 2) {}'],
	['const a = [1, …b];', 'wrong-sign 1:15+1 found=… instead=...', 'const a = [1, ...b];'],
	['const f = () → 1;', 'wrong-sign 1:14+1 found=→ instead==>', 'const f = () => 1;'],
	['const a = 1\u037e', 'look-alike 1:12+1 found=\u037e instead=;', 'const a = 1;'],
	['console.log（"x"）；', 'look-alike 1:12+1 found=（ instead=(', 'console.log("x");'],
	['const a ＝ 1;', 'look-alike 1:9+1 found=＝ instead==', 'const a = 1;'],
	['const prix = 2€;', 'odd-sign 1:15+1 found=€', null],
	['if (a =< 2) {}', 'wrong-sign 1:7+2 found==< instead=<=', 'if (a <= 2) {}'],
	['if (a > = 2) {}', 'wrong-sign 1:7+3 found=> = instead=>=', 'if (a >= 2) {}'],
	['if (a <> 2) {}', 'wrong-sign 1:7+2 found=<> instead=!==', 'if (a !== 2) {}'],
	['const f = (a) -> a;', 'wrong-sign 1:15+2 found=-> instead==>', 'const f = (a) => a;'],
	['const a == 1;', 'wrong-sign 1:9+2 found=== instead==', 'const a = 1;'],
	['const a = 5 x 3;', 'wrong-sign 1:13+1 found=x instead=*', 'const a = 5 * 3;'],
	['if (a + 1 => 3) {}', 'wrong-sign 1:11+2 found==> instead=>=', 'if (a + 1 >= 3) {}']
];

const VALUES: Row[] = [
	['const p = 2,5;', 'decimal-comma 1:11+3 found=2,5 instead=2.5', 'const p = 2.5;'],
	['let p = 2,75, q = 3;', 'decimal-comma 1:9+4 found=2,75 instead=2.75', 'let p = 2.75, q = 3;'],
	['const p = 1 000;', 'space-in-number 1:11+5 found=1 000 instead=1000', 'const p = 1000;'],
	[
		'const p = 12 500 000;',
		'space-in-number 1:11+10 found=12 500 000 instead=12500000',
		'const p = 12500000;'
	],
	["const a = 'J'aime';", 'apostrophe-in-text 1:13+1', 'const a = "J\'aime";'],
	["console.log('l'été, c'est bien');", 'apostrophe-in-text 1:15+1', 'console.log("l\'été, c\'est bien");'],
	[`console.log('Il m'a dit "oui"');`, 'apostrophe-in-text 1:18+1', null],
	['console.log(Bonjour");', 'text-not-begun 1:20+1 found="', null],
	['# un commentaire\nconst a = 1;', 'comment-sign 1:1+1 found=#', '// un commentaire\nconst a = 1;'],
	['const a = 1; # note', 'comment-sign 1:14+1 found=#', 'const a = 1; // note'],
	['#note\n', 'comment-sign 1:1+1 found=#', '//note\n'],
	['#note\nconst a = 1;', 'comment-sign 1:1+1 found=#', '//note\nconst a = 1;'],
	['\t/ commentaire', 'comment-sign 1:2+1 found=/', '\t// commentaire'],
	['<p>Bonjour</p>', 'html-in-script 1:1+2 found=<p>', null],
	['const a = <li>Tram</li>;', 'html-in-script 1:11+3 found=<li>', null],
	['<!-- later -->', 'comment-sign 1:1+4 found=<!--', '/* later */'],
	['<!DOCTYPE html>\n', 'html-in-script 1:1+9 found=<!DOCTYPE>', null]
];

const WORDS: Row[] = [
	['If (a) { b(); }', 'keyword-capital 1:1+2 found=If instead=if', 'if (a) { b(); }'],
	['if (a) {\n} Else {\n}', 'keyword-capital 2:3+4 found=Else instead=else', 'if (a) {\n} else {\n}'],
	['if (a) {}\nELSE {\n}', 'keyword-capital 2:1+4 found=ELSE instead=else', 'if (a) {}\nelse {\n}'],
	['Let a = 1;', 'keyword-capital 1:1+3 found=Let instead=let', 'let a = 1;'],
	['Const a = 1;', 'keyword-capital 1:1+5 found=Const instead=const', 'const a = 1;'],
	['Export const a = 1;', 'keyword-capital 1:1+6 found=Export instead=export', 'export const a = 1;'],
	['export Const a = 1;', 'keyword-capital 1:8+5 found=Const instead=const', 'export const a = 1;'],
	[
		'function f() {\n\tReturn "a" + b;\n}',
		'keyword-capital 2:2+6 found=Return instead=return',
		'function f() {\n\treturn "a" + b;\n}'
	],
	['Function f() {}', 'keyword-capital 1:1+8 found=Function instead=function', 'function f() {}'],
	[
		'export Function f() {}',
		'keyword-capital 1:8+8 found=Function instead=function',
		'export function f() {}'
	],
	[
		'For (let i = 0; i < 3; i++) {}',
		'keyword-capital 1:1+3 found=For instead=for',
		'for (let i = 0; i < 3; i++) {}'
	],
	['While (a) { b(); }', 'keyword-capital 1:1+5 found=While instead=while', 'while (a) { b(); }'],
	[
		"Import { total } from './prices.js';",
		'keyword-capital 1:1+6 found=Import instead=import',
		"import { total } from './prices.js';"
	],
	['const a = New Date();', 'keyword-capital 1:11+3 found=New instead=new', 'const a = new Date();'],
	['if (a) {} elseif (b) {}', 'other-word 1:11+6 found=elseif instead=else if', 'if (a) {} else if (b) {}'],
	['if (a) {} elif (b) {}', 'other-word 1:11+4 found=elif instead=else if', 'if (a) {} else if (b) {}'],
	['if (a) {} sinon {}', 'other-word 1:11+5 found=sinon instead=else', null],
	['if (a) {} anders {}', 'other-word 1:11+6 found=anders instead=else', null],
	['als (a > 1) {}', 'other-word 1:1+3 found=als instead=if', null],
	['si (a > 1) {\n}', 'other-word 1:1+2 found=si instead=if', null],
	['fonction f() {}', 'other-word 1:1+8 found=fonction instead=function', null],
	['def f():\n', 'block-colon 1:1+8 found=def f(): instead=function f() {', null],
	['def f() {}', 'other-word 1:1+3 found=def instead=function', null],
	[
		'foreach (const a of b) {}',
		'other-form 1:1+22 found=foreach (const a of b) instead=for (const a of b)',
		'for (const a of b) {}'
	],
	['foreach (b) {}', 'other-word 1:1+7 found=foreach instead=for', null],
	['if (a > 1 and b) {}', 'other-word 1:11+3 found=and instead=&&', 'if (a > 1 && b) {}'],
	['if (a ou b) {}', 'other-word 1:7+2 found=ou instead=||', 'if (a || b) {}'],
	['if (not a) {}', 'other-word 1:5+3 found=not instead=!', null],
	['if (a > 2) {\n} else (a < 1) {\n}', 'else-with-condition 2:3+4', null],
	['for (let i = 0, i < 3, i++) {}', 'for-commas 1:15+1', null]
];

const NAMES: Row[] = [
	['const mijn taal = 1;', 'name-in-pieces 1:7+9 found=mijn taal instead=mijnTaal', null],
	['let mon prix total;', 'name-in-pieces 1:5+14 found=mon prix total instead=monPrixTotal', null],
	['function prix total() {}', 'name-in-pieces 1:10+10 found=prix total instead=prixTotal', null],
	['let mijn-taal = 1;', 'name-in-pieces 1:5+9 found=mijn-taal instead=mijnTaal', null],
	["const l'age = 1;", "name-in-pieces 1:7+5 found=l'age instead=lAge", null],
	['const l’age = 1;', 'name-in-pieces 1:7+5 found=l’age instead=lAge', null],
	['const 2prix = 1;', 'name-begins-with-digit 1:7+5 found=2prix', null],
	['let 1a', 'name-begins-with-digit 1:5+2 found=1a', null],
	['const a = 5px;', 'name-begins-with-digit 1:11+3 found=5px', null],
	['const class = 1;', 'reserved-name 1:7+5 name=class', null],
	['let new = 3;', 'reserved-name 1:5+3 name=new', null],
	['function f(delete) {}', 'reserved-name 1:12+6 name=delete', null]
];

const IMPORTS: Row[] = [
	[
		"import { total } from 'prices.js';",
		'missing-dot-slash 1:23+11 name=prices.js instead=./prices.js',
		"import { total } from './prices.js';"
	],
	[
		'import { total } from "prices";',
		'missing-dot-slash 1:23+8 name=prices instead=./prices',
		'import { total } from "./prices";'
	],
	[
		"import { total } from '/prices.js';",
		'missing-dot-slash 1:23+12 name=/prices.js instead=./prices.js',
		"import { total } from './prices.js';"
	],
	[
		"import { total } from './Prices.js';",
		'file-name-case 1:23+13 name=./Prices.js instead=./prices.js',
		"import { total } from './prices.js';"
	],
	[
		"import prices from './prices.js';",
		'braces-needed 1:8+6 file=prices.js instead={ prices }',
		"import { prices } from './prices.js';"
	],
	["import list from './prices.js';", 'braces-needed 1:8+4 file=prices.js instead={ prices, total }', null],
	["import { only } from './only.js';", 'no-braces 1:10+4 file=only.js name=only', null],
	[
		"import { Total } from './prices.js';",
		'misspelled-export 1:10+5 file=prices.js name=Total instead=total',
		null
	],
	[
		"import { totla } from './prices.js';",
		'misspelled-export 1:10+5 file=prices.js name=totla instead=total',
		null
	],
	["import { a, b } from './nothing.js';", 'nothing-exported 1:10+1 file=nothing.js', null],
	["import { a } from './empty.js';", 'nothing-exported 1:10+1 file=empty.js', null],
	["import a from './empty.js';", 'nothing-exported 1:8+1 file=empty.js', null],
	["import { total } from './forgotten.js';", 'nothing-exported 1:10+5 file=forgotten.js', null],
	["import { mean } from './prices.js';", 'missing-export 1:10+4 file=prices.js name=mean', null]
];

const BRACKETS: Row[] = [
	['console.log "Dag"', 'brackets-for-call 1:1+11 name=console.log', null],
	["console.log 'Dag'", 'brackets-for-call 1:1+11 name=console.log', null],
	['console.log name;', 'brackets-for-call 1:1+11 name=console.log', null],
	['print "Dag"', 'other-word 1:1+5 found=print instead=console.log(…)', null],
	['alert "Dag"', 'brackets-for-call 1:1+5 name=alert', null],
	['f("a" "b");', 'missing-between 1:7+3 before="a" after="b"', null],
	['const a = [1 2];', 'missing-between 1:14+1 before=1 after=2', null],
	['function f(a b) {}', 'missing-between 1:14+1 before=a after=b', null],
	['function f() {\n\treturn 1;\n', 'unclosed-bracket 1:14+1 found={ instead=}', null],
	['function f() {\n\tif (a) {\n\t\treturn 1;\n}\n', 'unclosed-bracket 2:9+1 found={ instead=}', null],
	['console.log("Dag"\n', 'unclosed-bracket 1:12+1 found=( instead=)', null],
	['const a = [1, 2', 'unclosed-bracket 1:11+1 found=[ instead=]', null],
	['const a = `${b', 'unclosed-bracket 1:12+2 found=${ instead=}', null],
	['const a = 1;\n}\n', 'extra-bracket 2:1+1 found=}', null],
	['console.log("Dag"));', 'extra-bracket 1:19+1 found=)', null],
	['function f() {\n\tg(1));\n}', 'extra-bracket 2:6+1 found=)', null]
];

describe.each(Object.entries({ SIGNS, VALUES, WORDS, NAMES, IMPORTS, BRACKETS }))('%s', (_name, rows) => {
	test.each(rows)('%j is said as what it is, with its place and its fix', async (typed, said, fixed) => {
		const files = filesOf(typed);
		const result = await compile(files);
		const [first] = result.ok ? [] : result.diagnostics;
		expect(first && show(first)).toBe(said);
		const repaired = first?.fix ? applyFix(typed, first.fix) : null;
		expect(repaired).toBe(fixed);
		if (repaired !== null) expect(await compile(filesOf(repaired))).toMatchObject({ ok: true });
	});
});

test('where two things are wrong, the fix of the first leads to the second', async () => {
	const first = await compile(filesOf('console.log « Dag »;'));
	const [quote] = first.ok ? [] : first.diagnostics;
	const next = await compile(filesOf(quote?.fix ? applyFix('console.log « Dag »;', quote.fix) : ''));
	expect(quote?.code).toBe('typographic-quote');
	expect(next).toMatchObject({ diagnostics: [{ code: 'brackets-for-call', location: { column: 1 } }] });
});

test('a script that stands in a page is read at its place in the page', async () => {
	const page = '<!doctype html>\n<p>l’été « x »</p>\n<script>const a = “b”;</script>\n';
	const result = await compileLearner(esbuild, {
		files: { 'index.html': page },
		entry: 'index.html',
		mocked: [],
		need: 'dom',
		packages: []
	});
	// It stops only itself.
	const [first] = result.ok ? result.warnings : [];
	expect(first && show(first)).toBe('typographic-quote 3:19+3 found=“');
	expect(first?.fix && applyFix(page, first.fix)).toBe(page.replace('“b”', '"b"'));
});

test('a name as long as the file is cut in what is said of it', async () => {
	const result = await compile({ 'main.js': `const a ${'b'.repeat(30_000)} = 1;` });
	expect(JSON.stringify(result).length).toBeLessThan(2000);
});

/** Beginnings of everything that is looked for an end of, as long as a source may be. */
const HOSTILE = [
	'“',
	'«',
	'‘',
	"'",
	'"',
	'`',
	'`${',
	'/',
	'=/[',
	'(',
	'{',
	')',
	'({[',
	'=/a\n',
	'// ',
	'/*',
	'${',
	'\\',
	'’a',
	'a’',
	'0x',
	'1e',
	'const a ',
	'If (',
	'a-',
	' 000',
	'<p',
	'# ',
	'=<',
	'\u200b',
	'“"‘\'«',
	'export {',
	'import a from '
];

test.each(HOSTILE)('%j over a whole file takes no longer than its length asks', (part) => {
	const source = part.repeat(Math.floor(MAX_SOURCE_CHARS / part.length));
	const at = (column: number): Diagnostic => ({
		severity: 'error',
		text: 'Expected ")" but found "a"',
		code: 'unexpected-end',
		params: { expected: ')', found: 'a' },
		location: { file: 'main.js', line: 1, column, length: 1 }
	});
	const before = process.cpuUsage();
	for (const column of [1, 100_000, source.length]) {
		const files = { 'main.js': source };
		refineError(at(column), 'main.js', files, createReader(files));
	}
	const { user, system } = process.cpuUsage(before);
	// Three readings of 200,000 characters: a tenth of a second each where the time grows with the length, minutes where it grows faster.
	expect((user + system) / 1e6).toBeLessThan(5);
});
