import * as esbuild from 'esbuild';
import { expect, test } from 'vitest';
import { applyFix } from '../../../../tests/support/apply-fix.ts';
import type { Diagnostic } from '../../contract/diagnostic.ts';
import { compileLearner } from '../compile-learner.ts';

const OTHERS = {
	'prices.js': 'export const prices = [1];\nexport function total() {}\n',
	'only.js': 'export default 3;\n'
};

async function diagnose(text: string, file = 'main.js'): Promise<readonly Diagnostic[]> {
	const isScript = file.endsWith('.js');
	const result = await compileLearner(esbuild, {
		files: isScript ? { [file]: text, ...OTHERS } : { 'index.html': '<p>a</p>', [file]: text },
		entry: isScript ? 'main.js' : 'index.html',
		mocked: [],
		need: isScript ? 'worker' : 'dom',
		packages: []
	});
	return result.ok ? result.warnings : result.diagnostics;
}

/** Right programs and pages, full of signs that would be wrong elsewhere. */
const RIGHT: (string | [page: string, file: string])[] = [
	'console.log("« Bonjour »");',
	"const t = '“x” – 2,5 × 3';",
	'const a = [2,5];',
	'const a = [2,5, 3,5];',
	'const p = Math.max(2,5);',
	'// 12 <= age <= 65\nconst a = 1;',
	'/* price = 2,5 ; – × « » */ const a = 1;',
	'const t = "（１２）；";',
	'const r = /[«»"\']/g;',
	"const r = /'/;\nconst t = 'x';",
	'const r = "a".replace(/"/g, "“");',
	'const html = `<p class="a">${1 < 2 ? "<b>x</b>" : ""}</p>`;',
	"const html = '<p>Bonjour</p>';",
	'const t = `\n# titre\n- point\n`;',
	'let m;\nif ((m = /a/.exec("a"))) console.log(m[0]);',
	'let m;\nwhile ((m = next()) !== null) {}\nfunction next() { return null; }',
	'const en = 1, of = 2, et = 3, ou = 4;\nconsole.log(en + of + et + ou);',
	'const si = true;\nif (si) console.log(si);',
	'function als(x) { return x; }\nals(1);',
	'const pour = 5;\npour > 3 && console.log("x");',
	'const x = 5 * 3;',
	'const True = 1;\nconsole.log(True);',
	"console.log('J\\'aime');",
	'console.log("J\'aime les crêpes");',
	"const s = 'a'\nconst t = 'b'",
	'const f = n => n * 2\n;[1, 2].map(f)',
	'const max = 10_000;',
	'const été = 1;\nconsole.log(été);',
	'const prix_total = 1, _a = 2, $b = 3;\nconsole.log(prix_total, _a, $b);',
	'const o = { "prix-total": 2, if: 1, class: 3, new: 4 };\nconsole.log(o.if, o.class, o.new);',
	'class A { delete() {} static of() {} get() {} set() {} }\nnew A().delete();',
	'const o = { get: 1, set: 2, async: 3, await: 4, static: 5 };\nconsole.log(o.get);',
	'label: for (;;) { break label; }',
	'const a = 5;\nconst b = a ? 2 : 3;',
	'for (let i = 0, n = 3; i < n; i++) console.log(i);',
	'for (let i = 10; i > 0; i--) console.log(i);',
	'const [a, b] = [2,5];\nconsole.log(a, b);',
	'const f = (a, b = 2,c = 5) => a + b + c;\nf();',
	'console.log(2,5);',
	'const p = new Set([2,5]);',
	'switch (1) {\n\tcase 1:\n\t\tconsole.log("x");\n\t\tbreak;\n\tdefault:\n\t\tconsole.log("y");\n}',
	'function f(a) {\n\tif (a) {\n\t\treturn 1;\n\t}\n\treturn 2;\n}\nf();',
	'function f() {\n\treturn;\n}\nf();',
	'function f(a) {\n\tif (!a) return\n\tconsole.log(a)\n}\nf();',
	'const f = () => {\n\tthrow new Error("x");\n};\nf();',
	'let age = 5;\nconst isOk = age >= 12 && age <= 65;',
	'const t = "a" < "b" === true;',
	'const ok = (1 < 2) < 3;',
	'const a = 1 < 2 && 3 > 2;',
	'const g = new Map();\ng.set("a", 1).get("a");',
	'document.title;',
	'const o = { a: 1 };\nconsole.log(o.a);',
	'// l’été, c’est « chouette »\nconst a = 1;',
	'/* “x” \u00a0 */\nconst a = 1;',
	'const a = "price = 2,5;";',
	'const a = `${"2,5"}`;',
	'const n = Number("2,5".replace(",", "."));',
	'const s = "12,50 €";',
	'console.log(`${2}€`);',
	'const emoji = "👩‍💻❤️";',
	'const t = "→ … × ÷ ≤ ≥ ≠ – —";',
	'const s = `«${"x"}»`;',
	'let i = 0;\ndo {\n\ti++;\n} while (i < 3);',
	'const a = b => c => b + c;\na(1)(2);',
	'async function f() {\n\tfor await (const x of []) console.log(x);\n}\nf();',
	'const { a = 1, b: { c } = { c: 2 } } = {};\nconsole.log(a, c);',
	'if (1) {} else console.log("x");',
	'for (const x of [1]) ;',
	'while (false);',
	'const t = typeof x === "undefined";',
	'var x = x || {};',
	'const list = [\n\t1,\n\t2,\n];',
	'import { total as sum } from "./prices.js";\nsum();',
	'import n from "./only.js";\nconsole.log(n);',
	'export default function () {}',
	'export { a as b };\nconst a = 1;',
	'console.log(1)\n// einde',
	'const t = "a \\\nb";',
	"const s = '<!-- x -->';",
	'const a = 1 /* deel */ / 2;',
	'const r = 4 / 2 / 1;\nconst q = /2/.test("2");',
	'const f = function () { return /a"/; };',
	'const prix = 12.5; // 12,5 €',
	'const tel = "02 123 45 67";',
	'const a = { en: "x", fr: "y", of: 1 };\nconst { en, of } = a;\nconsole.log(en, of);',
	'const Else = 1, If = 2;\nconsole.log(Else + If);',
	'const x = 3;\nconsole.log(2 * x, x * 2, x);',
	'const sinon = 3;\nlet y = sinon;',
	'function functie() {}\nfunctie();',
	'const def = 1;\nconsole.log(def);',
	'let not = true;\nconsole.log(!not);',
	'const and = 1, or = 2;\nconsole.log(and || or);',
	'const fun = () => 1;\nfun();',
	'console\n\t.log("x");',
	'const a = 1\nconst b = 2\n\nconsole.log(a\n+ b)',
	"const l = ['l’été', '« oui »', 'd’accord'];",
	'document.body.scrollTop;',
	'const o = {};\nconsole.log(o?.a?.b);',
	'let a;\na ??= 1;\na ||= 2;\na &&= 3;',
	'const n = (-2) ** 2;',
	'const p = 3.5.toFixed(1);',
	'const p = 3..toFixed(1);',
	'const h = 0xff, b = 0b11, o = 0o7, e = 1e3, g = 5n;',
	'if (name === "Jan" || name === "Fatima") {}\nvar name;',
	'const a = x == null;\nvar x;',
	'const s = "=<";\nif (1 <= 2) console.log(s);',
	'const f = (x) => x >= 2;',
	'if ([1].some((x) => x > 0)) console.log(1);',
	'if ((() => true)()) console.log(1);',
	'while (true) {\n\tbreak;\n}',
	'if (true) return_();\nfunction return_() {}',
	'return_: for (;;) break return_;',
	['<p>« l’été » 2,5 – 3</p><script>const a = "« x »";</script>', 'a.html'],
	['<input value="2,5" placeholder="l’été">', 'a.html'],
	['<p>a < b & c</p>', 'a.html'],
	['<!-- “x” --><p title=\'dit "oui"\'>x</p>', 'a.html'],
	['p::after { content: "« »"; } /* “x” */', 'a.css'],
	['p { font: 12px/1.5 "Open Sans", sans-serif; margin: 0 2px; transition: all .2s,color 1s; }', 'a.css'],
	['<p>J’ai dit “oui”</p>', 'a.html'],
	['<style>p::before { content: "“"; }</style>', 'a.html'],
	['<button onclick="alert(\'l’été\')">x</button>', 'a.html'],
	['<script type="application/json">{ "a": "“x”" }</script>', 'a.html'],
	['<p>Prix : 2,5 €</p>', 'a.html'],
	['<a href="https://x.be/?a=1&b=2">«\u00a0lien\u00a0»</a>', 'a.html']
];

test.each(RIGHT.map((one) => (typeof one === 'string' ? ([one, 'main.js'] as const) : one)))(
	'nothing is said of %j',
	async (text, file) => {
		expect(await diagnose(text, file)).toEqual([]);
	}
);

/** What was typed; what is said of it first, and its parameters; what each fix in turn leads to, null where none is offered. */
const WRONG: [typed: string, code: string, params: Record<string, string>, fixed: string | null][] = [
	['const p = 1.234,56;', 'decimal-comma', { found: '1.234,56', instead: '1234.56' }, 'const p = 1234.56;'],
	['const p = 1 234,56;', 'space-in-number', { found: '1 234', instead: '1234' }, 'const p = 1234.56;'],
	['Console.Log("x");', 'wrong-case', { found: 'Console.Log', instead: 'console.log' }, 'console.log("x");'],
	[
		'let a;\nif (a.b >= 9 && < 12) {}',
		'chained-comparison',
		{ instead: 'a.b >= 9 && a.b < 12' },
		'let a;\nif (a.b >= 9 && a.b < 12) {}'
	],
	[
		'const f = (age) => age < 12 || >= 65;',
		'chained-comparison',
		{ instead: 'age < 12 || age >= 65' },
		'const f = (age) => age < 12 || age >= 65;'
	],
	['echo "x";', 'other-word', { found: 'echo', instead: 'console.log(…)' }, null],
	['functoin f() {}', 'other-word', { found: 'functoin', instead: 'function' }, 'function f() {}'],
	['cosnt a = 1;', 'other-word', { found: 'cosnt', instead: 'const' }, 'const a = 1;'],
	['String naam = "x";', 'other-word', { found: 'String', instead: 'let' }, 'let naam = "x";'],
	['int a = 5;', 'other-word', { found: 'int', instead: 'let' }, 'let a = 5;'],
	['const a = [1; 2];', 'wrong-sign', { found: ';', instead: ',' }, 'const a = [1, 2];'],
	['const a = { b = 1 };', 'wrong-sign', { found: '=', instead: ':' }, 'const a = { b : 1 };'],
	['const a = { b: 1; c: 2 };', 'wrong-sign', { found: ';', instead: ',' }, 'const a = { b: 1, c: 2 };'],
	['const a = {\n\tb: 1\n\tc: 2\n};', 'missing-between', { before: '1', after: 'c' }, null],
	['const a = "Prix : " 5;', 'missing-between', { before: '"Prix : "', after: '5' }, null],
	['let a;\nif (a =! 2) {}', 'wrong-sign', { found: '=!', instead: '!==' }, 'let a;\nif (a !== 2) {}'],
	[
		'import { total } from ./prices.js;',
		'quotes-needed',
		{ instead: '"./prices.js"' },
		'import { total } from "./prices.js";'
	],
	['import n from only;', 'quotes-needed', { instead: '"./only.js"' }, 'import n from "./only.js";'],
	['f(#titre);', 'quotes-needed', { instead: '"#titre"' }, 'f("#titre");'],
	['const t = "Dag ${naam}";', 'backticks-needed', { found: '${naam}' }, 'const t = `Dag ${naam}`;'],
	['const t = « Dag ${naam} »;', 'typographic-quote', { found: '«' }, 'const t = `Dag ${naam}`;'],
	['const n = list.lenght;', 'other-word', { found: 'lenght', instead: 'length' }, 'const n = list.length;'],
	[
		'const n = list.Length;',
		'wrong-case',
		{ found: 'list.Length', instead: 'list.length' },
		'const n = list.length;'
	],
	[
		'p.textcontent = "x";',
		'wrong-case',
		{ found: 'p.textcontent', instead: 'p.textContent' },
		'p.textContent = "x";'
	]
];

/** More fixes one after the other are no fix. */
const MOST_FIXES = 3;

test.each(WRONG)('%j is explained, and a fix leads to what was meant', async (typed, code, params, fixed) => {
	const [first] = await diagnose(typed);
	expect({ code: first?.code, params: first?.params }).toEqual({ code, params });
	let text = typed;
	for (let time = 0; time < MOST_FIXES; time += 1) {
		const fix = (await diagnose(text)).find((one) => one.fix)?.fix;
		if (!fix) break;
		text = applyFix(text, fix);
	}
	expect(text === typed ? null : text).toBe(fixed);
	if (fixed !== null) expect(await diagnose(text)).toEqual([]);
});

/** Names and functions that only look like a word of another language, or a word that was misspelt. */
const OWN_NAMES = ['double(4) 3;', 'const form = 1; form 2;', 'print = 5 6;', 'const int = 1;\nint 5;'];

test.each(OWN_NAMES)(
	'%j is not taken for another word where it is a name that can be right',
	async (text) => {
		const [first] = await diagnose(text);
		expect(first?.fix).toBeUndefined();
	}
);
