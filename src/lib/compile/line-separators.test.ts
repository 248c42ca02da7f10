import * as esbuild from 'esbuild';
import { expect, test } from 'vitest';
import { locate } from '../engines/host/map-failure.ts';
import { compileLearner } from './compile-learner.ts';

test.each([
	['in a text', "const a = 'x\u2028y';"],
	['in a template', 'const a = `x\u2028y${1}\u2029`;'],
	['in a comment', '/* x\u2028y */ const a = 1;'],
	['between statements', 'const a = 1;\u2028const b = 2;'],
	['behind a backslash', "const a = 'x\\\u2028y';"],
	['behind a backslash that is written out', "const a = 'x\\\\\u2028y';"]
])('a sign that ends a line for V8 and for no editor moves no line: %s', async (_where, code) => {
	const files = { 'main.js': `${code}\nnull.x;\n`, 'a.json': '{ "a": "\u2028" }' };
	const source = { files, entry: 'main.js', mocked: [], need: 'worker' as const, packages: [] };
	const result = await compileLearner(esbuild, source);
	if (!result.ok) throw new Error(result.diagnostics[0]?.text);
	const lines = result.script.code.split(/[\n\u2028\u2029]/);
	const at = lines.findIndex((line) => line.includes('null.x'));
	const stack = `TypeError: x\n    at passerelle-learner.js:${at + 2}:${(lines[at]?.indexOf('null.x') ?? 0) + 1}`;
	expect(locate(stack, result.script.map)).toMatchObject({ file: 'main.js', line: 2 });
});
