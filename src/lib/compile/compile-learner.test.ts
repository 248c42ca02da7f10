import * as native from 'esbuild';
import * as wasm from 'esbuild-wasm';
import { describe, expect, test } from 'vitest';
import type { FileMap } from '../contract/exercise.ts';
import { compileLearner, MAX_SOURCE_CHARS } from './compile-learner.ts';
import type { CompileResult } from './compiler.ts';
import { findFile, resolveRelative } from './resolve.ts';

const both = { 'a.js': 'export const total = 1;\nexport let count = 2;' };
const importing = (code: string, files: FileMap = both): FileMap => ({ 'main.js': code, ...files });

/** what is wrong, the files (or main.js alone), "code{params} file:line:column+length" of each error */
const ERRORS: [string, string | FileMap, string[]][] = [
	[
		'a brace that is not closed',
		'function f() {\n\treturn 1;\n',
		['unclosed-bracket{found:{,instead:}} main.js:1:14+1']
	],
	[
		'a bracket that is not closed',
		"console.log('a';\n",
		['expected-token{expected:),found:;} main.js:1:16+1']
	],
	[
		'a condition that is not closed',
		'if (a > 1 {\n}\n',
		['expected-token{expected:),found:{} main.js:1:11+1']
	],
	['a list that is not closed', 'const a = [1, 2;\n', ['expected-token{expected:],found:;} main.js:1:16+1']],
	['a comma missing in a list', 'const a = [1 2];\n', ['missing-between{before:1,after:2} main.js:1:14+1']],
	[
		'a comma missing in an object',
		'const a = { b: 1 c: 2 };\n',
		['missing-between{before:1,after:c} main.js:1:18+1']
	],
	['a brace too many', 'const a = 1;\n}\n', ['extra-bracket{found:}} main.js:2:1+1']],
	['a bracket too many', 'const a = (1 + 2));\n', ['extra-bracket{found:)} main.js:1:18+1']],
	['an else without an if', 'else {\n}\n', ['unexpected-token{found:else} main.js:1:1+4']],
	[
		'a colon as in Python',
		'if (true):\n\tx();\n',
		['block-colon{found:if (true):,instead:if (true) {} main.js:1:1+10']
	],
	['nothing after =', 'const a = ;\n', ['unexpected-token{found:;} main.js:1:11+1']],
	['an arrow in two pieces', 'const f = (a) = > a;\n', ['wrong-sign{found:= >,instead:=>} main.js:1:15+3']],
	['curly quotes', 'const a = “hello”;\n', ['typographic-quote{found:“} main.js:1:11+7']],
	['a text that is not closed', "const a = 'abc;\nconst b = 1;\n", ['unterminated-string{} main.js:1:16+1']],
	[
		'a text that is not closed, on the last line',
		"const a = 1;\nconst b = 'abc",
		['unterminated-string{} main.js:2:15+1']
	],
	['an apostrophe inside a text', "const a = 'l'été';\n", ['apostrophe-in-text{} main.js:1:13+1']],
	[
		'a template that is not closed',
		'const a = `x`;\nconst é = `abc;\nf();\n',
		['unclosed-template{} main.js:2:11+1']
	],
	['a name used twice', 'let a = 1;\nlet a = 2;\n', ['already-declared{name:a} main.js:2:5+1']],
	[
		'a name that is imported already',
		importing("import { total } from './a.js';\nconst total = 2;\n"),
		['already-declared{name:total} main.js:2:7+5']
	],
	['a constant that is changed', 'const a = 1;\na = 2;\n', ['assign-to-constant{name:a} main.js:2:1+1']],
	['a constant that is counted up', 'const a = 1;\na++;\n', ['assign-to-constant{name:a} main.js:2:1+1']],
	[
		'an import that is changed',
		importing("import { count } from './a.js';\ncount = 3;\n"),
		['assign-to-constant{name:count} main.js:2:1+5']
	],
	[
		'await in an ordinary function',
		'function f() {\n\tawait g();\n}\n',
		['await-outside-async{} main.js:2:2+5']
	],
	[
		'return outside a function',
		'export const a = 1;\nreturn a;\n',
		['return-outside-function{} main.js:2:1+6']
	],
	['a name that is a word of the language', 'function if() {}\n', ['reserved-name{name:if} main.js:1:10+2']],
	['a function without a name', 'function (a) {}\n', ['invalid-name{found:(} main.js:1:10+1']],
	['a name that begins with a digit', 'let 2nd = 1;\n', ['name-begins-with-digit{found:2nd} main.js:1:5+3']],
	[
		'a name with a hyphen',
		'let my-name = 1;\n',
		['name-in-pieces{found:my-name,instead:myName} main.js:1:5+7']
	],
	[
		'a name that the other file does not export',
		importing("import { totl } from './a.js';\ntotl();"),
		['misspelled-export{file:a.js,name:totl,instead:total} main.js:1:10+4']
	],
	[
		'no default export',
		importing("import total from './a.js';\ntotal();"),
		['braces-needed{file:a.js,instead:{ total }} main.js:1:8+5']
	],
	[
		'a file that is not there',
		"import { a } from './ab.js';\n",
		['missing-file{name:./ab.js} main.js:1:19+9']
	],
	[
		'a file imported without ./',
		importing("import { a } from 'a.js';\n"),
		['missing-dot-slash{name:a.js,instead:./a.js} main.js:1:19+6']
	],
	['a package', "import x from 'lodash';\n", ['package-not-allowed{name:lodash} main.js:1:15+8']],
	['a package, later', "await import('lodash');\n", ['package-not-allowed{name:lodash} main.js:1:14+8']],
	['a package, required', "const fs = require('fs');\n", ['package-not-allowed{name:fs} main.js:1:20+4']],
	['vitest', "import { expect } from 'vitest';\n", ['package-not-allowed{name:vitest} main.js:1:24+8']],
	['a module of Node', "import fs from 'node:fs';\n", ['package-not-allowed{name:node:fs} main.js:1:16+9']],
	[
		'an address',
		"import x from 'https://example.org/x.js';\n",
		['package-not-allowed{name:https://example.org/x.js} main.js:1:15+26']
	],
	[
		'a file of the machine',
		"import x from '/etc/passwd';\n",
		['package-not-allowed{name:/etc/passwd} main.js:1:15+13']
	],
	[
		'the hidden tests',
		"import x from '../tests/x.test.js';\n",
		['missing-file{name:../tests/x.test.js} main.js:1:15+20']
	],
	[
		'a way out through a folder',
		"import x from './lib/../../secret.js';\n",
		['missing-file{name:./lib/../../secret.js} main.js:1:15+23']
	],
	[
		'broken JSON',
		importing("import x from './x.json';\n", { 'x.json': '{ "a": 1, }' }),
		['null{} x.json:1:9+1']
	],
	[
		'two errors',
		'const a = 1;\na = 2;\na = 3;\n',
		['assign-to-constant{name:a} main.js:2:1+1', 'assign-to-constant{name:a} main.js:3:1+1']
	],
	[
		'TypeScript',
		{ 'main.ts': 'const a: number = 1;\nlet b: = 2;\n' },
		['unexpected-token{found:=} main.ts:2:8+1']
	],
	[
		'an accent before the error',
		"const fête = 'é'; const b = ;\n",
		['unexpected-token{found:;} main.js:1:29+1']
	],
	[
		'an emoji before the error',
		"const a = '🎉🎉'; const b = ;\n",
		['unexpected-token{found:;} main.js:1:29+1']
	],
	[
		'accents inside what is meant',
		"let ça = '🚋'; let ça = 2;\n",
		['already-declared{name:ça} main.js:1:20+2']
	],
	['a tab before the error', '\t\tlet é = 1 +;\n', ['unexpected-token{found:;} main.js:1:14+1']],
	['line ends of Windows', "const a = 1;\r\nconst b = 'x;\r\n", ['unterminated-string{} main.js:2:14+1']],
	['a constant without a value', 'const a;\n', ['const-without-value{name:a} main.js:1:7+1']],
	['an error with no sentence of ours', 'let a = 07;\n', ['null{} main.js:1:9+1']]
];

const COMPILERS = { native, wasm } as const;
const show = (result: CompileResult): string[] =>
	result.ok
		? ['it compiles']
		: result.diagnostics.map(({ code, params, location: at }) => {
				const values = JSON.stringify(params).replaceAll('"', '');
				return `${code}${values} ${at ? `${at.file}:${at.line}:${at.column}+${at.length}` : 'nowhere'}`;
			});
const compile = (esbuild: typeof native | typeof wasm, files: FileMap, mocked: string[] = []) =>
	compileLearner(esbuild, { files, entry: 'main.js', mocked, need: 'worker', packages: [] });

describe.each(Object.entries(COMPILERS))('esbuild %s', (_name, esbuild) => {
	test.each(ERRORS)('names %s', async (_what, source, expected) => {
		const files = typeof source === 'string' ? { 'main.js': source } : source;
		expect(show(await compile(esbuild, files))).toEqual(expected);
	});
});

test('both esbuilds write the same script and the same words', async () => {
	const sources = [
		...ERRORS.map(([, source]) => source),
		importing("import { total } from './a.js';\nexport const b = total;")
	];
	for (const source of sources) {
		const files = typeof source === 'string' ? { 'main.js': source } : source;
		expect(await compile(wasm, files)).toEqual(await compile(native, files));
	}
});

test('too much source is refused before it is compiled', async () => {
	const files = { 'main.js': 'x'.repeat(MAX_SOURCE_CHARS), 'b.js': '1' };
	const result = await compile(native, files);
	expect(result).toMatchObject({
		ok: false,
		diagnostics: [{ code: 'too-large', params: { size: '200001', most: '200000' }, location: null }]
	});
});

test('of many errors the first twenty are told, and names as long as a file are cut', async () => {
	const name = 'x'.repeat(30_000);
	const code = `const ${name} = 1;\n${`${name} = 2;\n`.repeat(3)}const b = 1;\n${'b = 2;\n'.repeat(200)}`;
	const result = await compile(native, { 'main.js': code });
	const diagnostics = result.ok ? [] : result.diagnostics;
	expect(diagnostics.length).toBe(20);
	expect(diagnostics[0]).toMatchObject({ code: 'assign-to-constant', location: { line: 2 } });
	expect(JSON.stringify(result).length).toBeLessThan(20_000);
});

test('a file that may be mocked asks for its mock when it is imported', async () => {
	const files = importing("import { total } from './a.js';\nexport const b = () => total;");
	const replaceable = await compile(native, files, ['a.js']);
	const plain = await compile(native, files);
	expect(replaceable.ok && replaceable.script.code).toContain('{"kind":"mockable","name":"a.js"}');
	expect(plain.ok && plain.script.code).not.toContain('mockable');
});

test('a comment cannot say where the script comes from', async () => {
	const code =
		'//# sourceURL=other.js\n/*# sourceMappingURL=x.map */\nexport const a = "//# sourceURL=kept";\n//@ sourceURL=old.js';
	const result = await compile(native, { 'main.js': code });
	const written = result.ok ? result.script.code : '';
	expect(written).toContain('"//# sourceURL=kept"');
	expect(written.replace('"//# sourceURL=kept"', '')).not.toMatch(/[#@] ?source(?:Mapping)?URL/);
});

test('warnings do not stop a program', async () => {
	const result = await compile(native, { 'main.js': 'export const a = { b: 1, b: 2 };' });
	expect(result).toMatchObject({
		ok: true,
		warnings: [{ severity: 'warning', location: { line: 1, column: 26 } }]
	});
});

test('the source map names the learner’s files and does not hold their text', async () => {
	const result = await compile(native, importing("import './a.js';"));
	const map = JSON.parse(result.ok ? result.script.map : '{}') as {
		sources: string[];
		sourcesContent?: unknown;
	};
	expect(map.sources).toContain('learner:main.js');
	expect(map.sourcesContent).toBeUndefined();
});

test.each([
	['main.js', './a.js', 'a.js'],
	['lib/b.js', '../a.js', 'a.js'],
	['lib/b.js', './c', 'lib/c'],
	['lib/b.js', '../../a.js', null],
	['main.js', '../start/a.js', null],
	['main.js', './lib/../a.js', 'a.js'],
	['main.js', '.', '']
])('from %s, %s is %s', (importer, specifier, expected) => {
	expect(resolveRelative(importer, specifier)).toBe(expected);
});

test.each([
	['a', 'a.js'],
	['a.js', 'a.js'],
	['lib', 'lib/index.ts'],
	['types.js', 'types.ts'],
	['toString', null],
	['__proto__', null]
])('%s is the file %s', (path, expected) => {
	expect(findFile({ 'a.js': '', 'lib/index.ts': '', 'types.ts': '' }, path)).toBe(expected);
});
